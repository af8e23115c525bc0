import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Figure } from '../figure.ts'

/** Debits planned per second of one core: judged by every rule, and written with all that follows. */
const LEAST_RATE = 20_000
/** What a debit may cost in the largest ledger, as a multiple of the smallest: nothing may scan. */
const MOST_GROWTH = 1.5
/** What the explanation of a debit may take of the engine. */
const MOST_EXPLANATION_MS = 1

const SIZES = [10_000, 100_000, 1_000_000] as const
const ROUNDS = 3
/** A million mandates weigh some gigabytes. */
const HEAP_MEGABYTES = 12_000

interface Measured {
  readonly mandates: number
  readonly bytes_per_mandate: number
  readonly debits: number
  /** Processor seconds for planning the debits, and for making them. */
  readonly planned: number
  readonly made: number
  readonly explanation_ms: number
}

/** The engine alone, in memory, at three sizes of a ledger. Takes about two minutes and some gigabytes. */
export async function benchEngine(): Promise<Figure[]> {
  const measured: Measured[] = []
  for (const mandates of SIZES) measured.push(await best(mandates))
  const [small, middle, large] = measured as [Measured, Measured, Measured]
  const whole = ({ debits, planned, made }: Measured): number => (planned + made) / debits
  return [
    {
      what: 'debits planned per second of one core: decided by every rule and recorded',
      figure: Math.round(middle.debits / middle.planned),
      limit: LEAST_RATE,
      detail: `with ${SIZES[1]} mandates; from plan to outcome ${Math.round(1 / whole(middle))} whole debits/s`,
    },
    {
      what: `cost of a whole debit with ${SIZES[2]} mandates, against ${SIZES[0]}`,
      figure: whole(large) / whole(small),
      limit: MOST_GROWTH,
      at_most: true,
      detail: measured
        .map(
          (one) =>
            `${one.mandates}: ${(whole(one) * 1e6).toFixed(0)} µs, ${one.bytes_per_mandate} bytes per mandate`,
        )
        .join('; '),
    },
    {
      what: 'milliseconds of the engine for the explanation of a debit',
      figure: large.explanation_ms,
      limit: MOST_EXPLANATION_MS,
      at_most: true,
      detail: `with ${SIZES[2]} mandates`,
    },
  ]
}

/** The quickest of some rounds: what else the machine does only ever adds. */
async function best(mandates: number): Promise<Measured> {
  const rounds: Measured[] = []
  for (let round = 0; round < ROUNDS; round++) rounds.push(await measure(mandates))
  return rounds.reduce((least, one) =>
    one.planned + one.made < least.planned + least.made ? one : least,
  )
}

async function measure(mandates: number): Promise<Measured> {
  const program = fileURLToPath(new URL('./ledger.ts', import.meta.url))
  const words = [
    '--conditions=source',
    '--no-warnings',
    '--expose-gc',
    `--max-old-space-size=${HEAP_MEGABYTES}`,
    program,
    String(mandates),
  ]
  const { stdout } = await promisify(execFile)(process.execPath, words)
  return { mandates, ...(JSON.parse(stdout) as Omit<Measured, 'mandates'>) }
}

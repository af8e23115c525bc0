import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createAutopay } from '@upi-autopay/mocks'
import { makeMandate, readMandate } from './mandate.ts'
import { median, rate } from './rate.ts'

/** One measurement against its limit. */
export interface MocksFigure {
  readonly what: string
  readonly figure: number
  /** The least that will do. */
  readonly limit: number
  readonly holds: boolean
  /** The rates behind a ratio, in words. */
  readonly detail: string
}

/** Through MSW, as a share of what an empty handler reaches on the same version: the floor is MSW's own. */
const LEAST_SHARE = 0.7
/** Through `autopay.fetch`, per second. */
const LEAST_RATE = 15_000

const ROUNDS = 7
const ROUND_MS = 700

/** Reads one mandate through every face of the mocks and compares with the limits. Takes about half a minute. */
export async function benchMocks(): Promise<MocksFigure[]> {
  return [await throughMsw('msw-2'), await throughMsw('msw'), await throughFetch()]
}

async function throughMsw(version: 'msw' | 'msw-2'): Promise<MocksFigure> {
  const program = fileURLToPath(new URL('./intercepted.ts', import.meta.url))
  const words = ['--conditions=source', '--no-warnings', program, version]
  const { stdout } = await promisify(execFile)(process.execPath, words)
  const { empty, mock } = JSON.parse(stdout) as { empty: number; mock: number }
  return figureOf(
    `GET of a mandate through ${version === 'msw' ? 'MSW 3' : 'MSW 2'}, as a share of an empty handler`,
    {
      figure: mock / empty,
      limit: LEAST_SHARE,
      detail: `${Math.round(mock)}/s against ${Math.round(empty)}/s`,
    },
  )
}

async function throughFetch(): Promise<MocksFigure> {
  const mock = createAutopay()
  const { url, headers } = await makeMandate(mock)
  const read = (): Promise<void> => readMandate(mock.fetch(url, { headers }))
  const rates: number[] = []
  await rate(read, ROUND_MS)
  for (let round = 0; round < ROUNDS; round++) rates.push(await rate(read, ROUND_MS))
  return figureOf('GET of a mandate through autopay.fetch, per second', {
    figure: Math.round(median(rates)),
    limit: LEAST_RATE,
    detail: `median of ${ROUNDS} rounds`,
  })
}

function figureOf(
  what: string,
  { figure, limit, detail }: Pick<MocksFigure, 'figure' | 'limit' | 'detail'>,
): MocksFigure {
  return { what, figure, limit, holds: figure >= limit, detail }
}

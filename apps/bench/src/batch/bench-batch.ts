import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { Figure } from '../figure.ts'
import { endProgram, firstLine, runProgram } from '../http/programs.ts'
import { peakDuring, residentMegabytes } from './resident.ts'
import { fileOf, rowsOf } from './rows.ts'

const ROWS = 100_000
/** Each gets its share of the debits. */
const MANDATES = 500
const AT_ONCE = 16
const HOUR_MS = 3_600_000
/** How long rows are watched while they are handed over; then the batch is cancelled. */
const RUN_MS = 5_000
/** Megabytes that an upload may add to what the server holds. */
const MOST_MEGABYTES = 150
/** Rows per second that are read, judged and kept. */
const LEAST_ROWS = 1_000
/** Rows per second that become a notice and a debit. */
const LEAST_DEBITS = 100

interface Place {
  readonly url: string
  readonly key: string
  readonly pid: number
}

/** Uploads of a hundred thousand rows into a server as `start` runs it: what they add to its memory, and how fast they are. */
export async function benchBatch(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'autopay-batch-'))
  const program = runProgram(new URL('./server.ts', import.meta.url), [folder], memoryFlags())
  try {
    const told = JSON.parse(await firstLine(program)) as { url: string; key: string }
    const place: Place = { ...told, pid: program.pid ?? 0 }
    const mandates = await makeMandates(place)
    await upload(place, mandates, { type: 'application/x-ndjson', count: 1_000, name: 'warm' })
    return [
      ...(await measure(place, mandates, 'application/x-ndjson')),
      ...(await measure(place, mandates, 'text/csv')),
    ]
  } finally {
    await endProgram(program)
    rmSync(folder, { recursive: true, force: true })
  }
}

/** How much memory `start` lets Node take before it tidies up. */
function memoryFlags(): string[] {
  const manifest = readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8')
  const { scripts } = JSON.parse(manifest) as { scripts: { start: string } }
  return scripts.start.split(' ').filter((word) => word.startsWith('--max-'))
}

async function measure(
  place: Place,
  mandates: readonly string[],
  type: 'application/x-ndjson' | 'text/csv',
): Promise<Figure[]> {
  const before = residentMegabytes(place.pid)
  const began = performance.now()
  const { result: id, peak } = await peakDuring(place.pid, () =>
    upload(place, mandates, { type, count: ROWS, name: type.replace('/', '-') }),
  )
  const read = performance.now()
  const { result: handed, peak: run } = await peakDuring(place.pid, () => handOver(place, id))
  return [
    {
      what: `megabytes that an upload of ${ROWS} rows of ${type} adds`,
      figure: peak - before,
      limit: MOST_MEGABYTES,
      at_most: true,
      detail: `from ${before.toFixed(0)} to ${peak.toFixed(0)}; while its rows were handed over ${run.toFixed(0)}`,
    },
    {
      what: `rows of ${type} a second, read and kept`,
      figure: (ROWS / (read - began)) * 1000,
      limit: LEAST_ROWS,
      detail: `${((read - began) / 1000).toFixed(1)} s`,
    },
    {
      what: `rows of ${type} a second, handed over to their mandates`,
      figure: handed.per_second,
      limit: LEAST_DEBITS,
      detail: `${handed.rows} rows, then the batch was cancelled`,
    },
  ]
}

async function upload(
  { url, key }: Place,
  mandates: readonly string[],
  { type, count, name }: { type: 'application/x-ndjson' | 'text/csv'; count: number; name: string },
): Promise<string> {
  const debit_at = new Date(performance.timeOrigin + performance.now() + 30 * HOUR_MS).toISOString()
  const query = new URLSearchParams({
    kind: 'debits',
    events: 'summary',
    reference_id: `bench-${name}`,
  })
  const response = await fetch(`${url}/v1/batches?${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': type },
    body: Readable.from(fileOf(type, rowsOf(mandates, { count, name, debit_at }))),
    duplex: 'half',
  } as unknown as RequestInit)
  if (response.status !== 201)
    throw new Error(`the upload answered ${response.status}: ${await response.text()}`)
  const batch = (await response.json()) as { id: string; rows: { accepted: number } }
  if (batch.rows.accepted !== count) throw new Error(`${batch.rows.accepted} rows were accepted`)
  return batch.id
}

/** Lets rows be handed over for a while, and cancels the rest. Each row must have become a debit. */
async function handOver(
  { url, key }: Place,
  id: string,
): Promise<{ readonly rows: number; readonly per_second: number }> {
  const headers = { authorization: `Bearer ${key}` }
  const began = performance.now()
  await new Promise((resolve) => setTimeout(resolve, RUN_MS))
  const response = await fetch(`${url}/v1/batches/${id}/cancel`, { method: 'POST', headers })
  const ran = performance.now() - began
  const { rows } = (await response.json()) as { rows: Counts }
  if (rows.planned + rows.cancelled !== rows.total)
    throw new Error(`rows were not planned: ${JSON.stringify(rows)}`)
  return { rows: rows.planned, per_second: (rows.planned / ran) * 1000 }
}

interface Counts {
  readonly total: number
  readonly cancelled: number
  readonly planned: number
}

async function makeMandates({ url, key }: Place): Promise<string[]> {
  const ids: string[] = []
  const today = new Date(performance.timeOrigin).toISOString().slice(0, 10)
  let next = 0
  const lane = async (): Promise<void> => {
    while (next < MANDATES) {
      const name = next++
      const response = await fetch(`${url}/v1/sandbox/mandates`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          reference_id: `bench-mandate-${name}`,
          flow: 'intent',
          payer: { name: 'Asha Kale' },
          description: 'Daily deposit',
          amount_rule: 'max',
          amount: 500_000,
          frequency: 'as_presented',
          start_date: today,
          end_date: `${Number(today.slice(0, 4)) + 1}-01-01`,
        }),
      })
      if (response.status !== 201) throw new Error(`a mandate answered ${response.status}`)
      ids.push(((await response.json()) as { id: string }).id)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  return ids
}

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startPostgres } from '../../../../.ci/start-postgres.ts'
import type { Figure } from '../figure.ts'
import { median } from '../median.ts'
import { endProgram, firstLine, runProgram } from './programs.ts'

const ROUNDS = 5
const CONNECTIONS = '16'
const SECONDS = '3'
/** What is aimed at now. */
const WANTED = 0.6

/**
 * Our server on Postgres against a program written by hand with express and pg, which writes the same rows in one
 * transaction: the same load from a third process, turn by turn, medians of the rounds.
 */
export async function benchHttp(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'autopay-bench-'))
  const postgres = await startPostgres()
  const ours = runProgram(new URL('./ours.ts', import.meta.url), [postgres.url, folder])
  try {
    const { url, key } = JSON.parse(await firstLine(ours)) as { url: string; key: string }
    const pepper = readFileSync(join(folder, 'key-pepper'), 'utf8').trim()
    const theirs = runProgram(new URL('./handwritten.ts', import.meta.url), [postgres.url, pepper])
    try {
      const handwritten = `http://127.0.0.1:${await firstLine(theirs)}`
      const id = await createOne(url, key)
      const rivals = { ours: url, theirs: handwritten }
      return [
        await compare('POST /v1/mandates', rivals, [key, 'create'], { database: postgres.url }),
        await compare('GET /v1/mandates/:id', rivals, [key, 'get'], { database: postgres.url, id }),
      ]
    } finally {
      await endProgram(theirs)
    }
  } finally {
    await endProgram(ours)
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function compare(
  name: string,
  rivals: { ours: string; theirs: string },
  [key, operation]: [string, string],
  { database, id = '' }: { database: string; id?: string },
): Promise<Figure> {
  const rates: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] }
  // The first round warms both up and does not count.
  for (let round = 0; round <= ROUNDS; round++) {
    for (const who of ['ours', 'theirs'] as const) {
      const load = runProgram(new URL('./load.ts', import.meta.url), [
        ...[rivals[who], key, operation, CONNECTIONS, SECONDS, id],
      ])
      const rate = Number(await firstLine(load))
      if (round > 0) rates[who].push(rate)
    }
    // A database that has lived a while knows its tables; one that is a minute old plans at random.
    if (round === 0) await analyze(database)
  }
  const ours = median(rates.ours)
  const theirs = median(rates.theirs)
  return {
    what: `${name} on Postgres, as a share of express + pg by hand`,
    figure: ours / theirs,
    limit: WANTED,
    detail: `${Math.round(ours)}/s against ${Math.round(theirs)}/s`,
  }
}

async function analyze(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  await client.query('analyze')
  await client.end()
}

async function createOne(url: string, key: string): Promise<string> {
  const response = await fetch(`${url}/v1/mandates`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      reference_id: `bench-${process.pid}-${Math.round(performance.timeOrigin)}`,
      flow: 'intent',
      payer: { name: 'Asha Kale', vpa: 'asha.kale@okaxis' },
      description: 'Daily deposit',
      amount_rule: 'max',
      amount: 50_000,
      frequency: 'daily',
      start_date: '2031-01-01',
      end_date: '2032-01-01',
    }),
  })
  if (response.status !== 201) throw new Error(`the creation answered ${response.status}`)
  return ((await response.json()) as { id: string }).id
}

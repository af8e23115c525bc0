import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createAutopay } from '@upi-autopay/mocks'
import type { Figure } from '../figure.ts'
import { median } from '../median.ts'
import { makeMandate, readMandate } from './mandate.ts'
import { rate } from './rate.ts'

/** Through MSW, as a share of what an empty handler reaches on the same version: the floor is MSW's own. */
const LEAST_SHARE = 0.7
/** Through `autopay.fetch`, per second. */
const LEAST_RATE = 15_000

const ROUNDS = 21
const CALLS_PER_ROUND = 5_000

/** Reads one mandate through every face of the mocks and compares with the limits. Takes about half a minute. */
export async function benchMocks(): Promise<Figure[]> {
  return [
    await throughMsw('msw-2'),
    await throughMsw('msw'),
    await throughFetch('frozen', 'read again and again between two writes'),
    // Under a running clock nothing is remembered: each read goes through every stage.
    await throughFetch('running', 'each answer made and checked anew'),
  ]
}

const MANIFESTS = {
  msw: import.meta.resolve('msw/package.json'),
  'msw-2': import.meta.resolve('msw-2/package.json'),
} as const

function versionOf(manifest: string): string {
  return (JSON.parse(readFileSync(new URL(manifest), 'utf8')) as { version: string }).version
}

async function throughMsw(version: keyof typeof MANIFESTS): Promise<Figure> {
  const program = fileURLToPath(new URL('./intercepted.ts', import.meta.url))
  const words = ['--conditions=source', '--no-warnings', program, version]
  const { stdout } = await promisify(execFile)(process.execPath, words)
  const { empty, mock } = JSON.parse(stdout) as { empty: number; mock: number }
  return {
    what: `GET of a mandate through MSW ${versionOf(MANIFESTS[version])}, as a share of an empty handler`,
    figure: mock / empty,
    limit: LEAST_SHARE,
    detail: `${Math.round(mock)}/s against ${Math.round(empty)}/s`,
  }
}

async function throughFetch(clock: 'frozen' | 'running', detail: string): Promise<Figure> {
  const mock = createAutopay({ clock, now: '2026-11-23T04:00:00.000Z' })
  const { url, headers } = await makeMandate(mock)
  const read = (): Promise<void> => readMandate(mock.fetch(url, { headers }))
  const rates: number[] = []
  await rate(read, { calls: CALLS_PER_ROUND })
  for (let round = 0; round < ROUNDS; round++)
    rates.push(await rate(read, { calls: CALLS_PER_ROUND }))
  return {
    what: 'GET of a mandate through autopay.fetch, per second',
    figure: Math.round(median(rates)),
    limit: LEAST_RATE,
    detail,
  }
}

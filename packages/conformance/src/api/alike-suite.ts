import { apiSuite } from './api-suite.ts'
import { compareTranscripts } from './compare-transcripts.ts'
import type { ApiRunner } from './runner.ts'
import type { Target } from './target.ts'
import type { Transcript } from './transcript.ts'

/** A reference, and the implementation that is to answer like it. */
export interface Pair {
  readonly reference: Target
  readonly host: Target
}

/**
 * Runs the suite on a reference, and on an implementation through raw HTTP and through the client, and holds every
 * answer of these against the reference's: equal to the byte, ids and secrets apart.
 *
 * @returns the raw run's transcripts, complete once the tests have run
 */
export function alikeSuite(runner: ApiRunner, { reference, host }: Pair): readonly Transcript[] {
  const { test, expect } = runner
  const expected: Transcript[] = []
  const raw: Transcript[] = []
  const client: Transcript[] = []
  apiSuite(runner, { ...reference, onTranscript: (transcript) => expected.push(transcript) })
  apiSuite(runner, { ...host, driver: 'raw', onTranscript: (transcript) => raw.push(transcript) })
  apiSuite(runner, { ...host, driver: 'client', onTranscript: (one) => client.push(one) })
  for (const [driver, seen] of [
    ['raw', raw],
    ['the client', client],
  ] as const)
    test(`${host.name}, ${driver}, answers every case as ${reference.name}`, async () => {
      const names = new Set(seen.map(({ name }) => name))
      const unheld = expected.filter(({ name }) => !names.has(name)).map(({ name }) => name)
      expect(unheld).toEqual([])
      expect(expected.length > 0).toBe(true)
      expect(compareTranscripts(expected, seen)).toBe(null)
    })
  return raw
}

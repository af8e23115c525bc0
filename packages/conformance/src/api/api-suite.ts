import { API_CASES } from './api-cases.ts'
import { play } from './play.ts'
import type { ApiRunner } from './runner.ts'
import type { Session, Target } from './target.ts'

/**
 * The suite every implementation of the API passes. One session serves all cases, one after the other; each
 * begins by emptying its merchants.
 *
 * @param runner a test runner, e.g. vitest's `{ test, expect, describe, afterAll }`
 * @param target the implementation, how to reach it, and what it can do besides
 */
export function apiSuite(runner: ApiRunner, target: Target): void {
  const { describe, test, expect, afterAll } = runner
  let opened: Promise<Session> | undefined
  const open = (): Promise<Session> => {
    opened ??= target.openSession()
    return opened
  }
  afterAll?.(async () => {
    await (await opened)?.close()
  })
  describe(`the API of ${target.name}, ${target.driver ?? 'raw'}`, () => {
    for (const { name, cases: all } of API_CASES) {
      const cases = all.filter(({ needs }) => needs === null || Boolean(target.supports?.[needs]))
      // Runners take a subject without a case for a mistake.
      if (cases.length === 0) continue
      describe(name, () => {
        for (const one of cases) {
          test(one.name, async () => {
            const transcript = await play(one, { target, session: await open(), expect })
            target.onTranscript?.({ ...transcript, name: `${name}: ${one.name}` })
          })
        }
      })
    }
  })
}

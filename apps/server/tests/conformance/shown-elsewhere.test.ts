import { readFileSync } from 'node:fs'
import { coverageOf, SHOWN_ELSEWHERE } from '@upi-autopay/conformance'
import { describe, expect, test } from 'vitest'

describe.each(SHOWN_ELSEWHERE.map((one) => [one.what.join(', '), one] as const))(
  '%s',
  (_, { why, what, by }) => {
    test('has a reason, and is shown by the test that is named', () => {
      expect(why).toMatch(/\.$/)
      const text = readFileSync(new URL(`../../../../${by.file}`, import.meta.url), 'utf8')
      expect(by.test.length).toBeGreaterThan(10)
      expect(text).toContain(by.test)
      for (const one of what)
        expect([one, tracesOf(one).some((trace) => text.includes(trace))]).toEqual([one, true])
    })
  },
)

test('nothing is listed twice, and nothing that is not of the contract or the rail', () => {
  const all = SHOWN_ELSEWHERE.flatMap(({ what }) => what)
  expect(new Set(all).size).toBe(all.length)
  expect(coverageOf([], new Set()).outdated).toEqual([])
})

/** What a test that shows this must at least mention: the code, the event, or the status that it leads to. */
function tracesOf(what: string): readonly string[] {
  const [, to, event] = /→ (\w+) by (\S+)$/.exec(what) ?? []
  if (to !== undefined && event !== undefined) return [event, `'${to}'`]
  return [what.split(' ').at(-1) ?? what]
}

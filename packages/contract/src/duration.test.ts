import { expect, test } from 'vitest'
import { durationMs } from './duration.ts'

test.each([
  ['PT10S', 10_000],
  ['PT1M', 60_000],
  ['PT1H30M', 5_400_000],
  ['P1D', 86_400_000],
  ['P1W', 604_800_000],
  ['P1DT2H', 93_600_000],
])('%s is %i milliseconds', (text, ms) => {
  expect(durationMs(text)).toBe(ms)
})

test('a month has no fixed length', () => {
  expect(() => durationMs('P1M')).toThrow('not a duration')
})

import { createMemoryStore } from '@upi-autopay/engine'
import { describe, expect, test } from 'vitest'
import { reportSeed } from './report-seed.ts'
import { shrink } from './shrink.ts'
import { stepsOf } from './step.ts'

const SEEDS = 500
const STEPS = 200
/** Failures name their hundred: one test of five hundred seeds would say little. */
const GROUP = 50

describe('whatever merchants, payers, banks and clocks do, the invariants hold', () => {
  test.each(Array.from({ length: SEEDS / GROUP }, (_, index) => index * GROUP + 1))(
    `for ${GROUP} seeds of ${STEPS} steps from seed %i`,
    async (first) => {
      for (let seed = first; seed < first + GROUP; seed++)
        expect(await reportSeed({ seed, steps: STEPS, open: createMemoryStore })).toBeNull()
    },
    120_000,
  )
})

test('the same seed gives the same steps, and a longer sequence begins with the shorter', () => {
  expect(stepsOf(7, 300).slice(0, 100)).toEqual(stepsOf(7, 100))
  expect(stepsOf(8, 100)).not.toEqual(stepsOf(7, 100))
})

test('a failing sequence is cut down to the steps that make it fail', async () => {
  const numbers = Array.from({ length: 100 }, (_, index) => index)
  const fails = async (part: readonly number[]): Promise<boolean> =>
    part.includes(13) && part.includes(77)
  expect(await shrink(numbers, fails, 1_000)).toEqual([13, 77])
})

import { expect, test } from 'vitest'
import { takeFaults } from './take-faults.ts'

test('a fault meets as many answers of its kind as it says, the oldest first', () => {
  const faults = [
    { on: 'presentation', fault: 'delay', times: 1 },
    { on: 'presentation', fault: 'duplicate', times: 2 },
    { on: 'notification', fault: 'delay', times: 1 },
  ] as const
  const { taken, left } = takeFaults(faults, ['presentation', 'registration', 'presentation'])
  expect(taken).toEqual(['delay', null, 'duplicate'])
  expect(left).toEqual([
    { on: 'presentation', fault: 'duplicate', times: 1 },
    { on: 'notification', fault: 'delay', times: 1 },
  ])
})

test('nothing goes wrong where nothing was asked for', () => {
  expect(takeFaults([], ['presentation'])).toEqual({ taken: [null], left: [] })
})

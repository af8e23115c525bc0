import type { LaterOutcome, Outcome, SpoiltAnswer } from '@upi-autopay/engine'
import type { Fault, FaultTarget } from '@upi-autopay/rail'
import { describe, expect, test } from 'vitest'
import { collected, refused } from './answers.ts'
import { spoil } from './faults.ts'

const YES: LaterOutcome = { after_ms: 10_000, outcome: collected('prs1a1') }
const NO: LaterOutcome = { after_ms: 10_000, outcome: refused('Z9') }

function spoilt(
  fault: Fault,
  answer: LaterOutcome,
  { on = 'presentation', followed = false }: { on?: FaultTarget; followed?: boolean } = {},
): [number, string][] {
  const about: SpoiltAnswer['about'] = {
    on,
    resource_id: 'prs_1',
    provider_reference: 'prs1a1',
    payer_vpa: 'asha@ybl',
    followed,
  }
  return spoil({ fault, answer, about }).map(({ after_ms, outcome }) => [
    after_ms / 1000,
    wordFor(outcome),
  ])
}

function wordFor(outcome: Outcome): string {
  if (outcome.result === 'declined') return String(outcome.npci_code)
  if (outcome.result === 'unknown')
    return `unknown${outcome.truth === undefined ? '' : `, in truth ${wordFor(outcome.truth)}`}`
  return outcome.result === 'accepted' ? outcome.state : outcome.result
}

test('a delayed answer takes ten minutes', () => {
  expect(spoilt('delay', YES)).toEqual([[600, 'done']])
})

test('a duplicated answer comes twice', () => {
  expect(spoilt('duplicate', NO)).toEqual([
    [10, 'Z9'],
    [20, 'Z9'],
  ])
})

describe('a reordered answer', () => {
  test('comes behind that to the next question', () => {
    expect(spoilt('reorder', YES, { followed: true })).toEqual([[20, 'done']])
  })

  test('comes behind the inquiry where no other question follows', () => {
    expect(spoilt('reorder', YES)).toEqual([
      [10, 'unknown, in truth done'],
      [130, 'done'],
    ])
  })

  test('is late only where nobody inquires', () => {
    expect(spoilt('reorder', YES, { on: 'notification' })).toEqual([[20, 'done']])
  })
})

describe('a provider that times out although the bank has decided', () => {
  test('leaves it to the inquiry', () => {
    expect(spoilt('timeout_after_success', YES)).toEqual([[10, 'unknown, in truth done']])
  })

  test('tells by itself where nobody inquires', () => {
    expect(spoilt('timeout_after_success', YES, { on: 'registration' })).toEqual([
      [10, 'unknown, in truth done'],
      [130, 'done'],
    ])
  })
})

describe('a bank that contradicts itself', () => {
  test('says no before yes, a no after which the debit may be tried again', () => {
    expect(spoilt('contradict', YES)).toEqual([
      [10, 'U30'],
      [5410, 'done'],
    ])
  })

  test.each(['registration', 'notification', 'presentation', 'payment', 'refund'] as const)(
    'says yes before no to a %s',
    (on) => {
      expect(spoilt('contradict', NO, { on })).toEqual([
        [10, 'done'],
        [5410, 'Z9'],
      ])
    },
  )

  test('cannot contradict what it has not decided', () => {
    const open: LaterOutcome = { after_ms: 10_000, outcome: { result: 'unknown' } }
    expect(spoilt('contradict', open)).toEqual([[10, 'unknown']])
  })
})

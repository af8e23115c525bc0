import { describe, expect, test } from 'vitest'
import { DONE, declined, present, type Stream } from '../decider-specification.ts'
import { active, debitOf, processing, scheduled, tell } from './debits-specification.ts'
import {
  type Attempt,
  amountCollected,
  amountReversible,
  isHeld,
  isOpenAttempt,
  type Presentation,
  presentationActions,
} from './presentation.ts'

/** A debit of ₹100 by its first attempt. */
const paid = (terms: Partial<Presentation> = {}): Presentation => ({
  ...debitOf(processing().given(tell(DONE))),
  ...terms,
})

/** Attempts declined one after the other, each as soon as it may be made. */
function declinedTimes(times: number, stream = processing({ retry: 'auto' })): Stream {
  for (let attempt = 1; attempt <= times; attempt++) {
    if (attempt > 1) stream.fire('present:prs_1')
    stream.given(tell(declined('Z9'), attempt))
  }
  return stream
}

describe('the cycle of a debit that failed', () => {
  test('takes no more when its fourth attempt was declined', () => {
    const stream = declinedTimes(4)
    expect(debitOf(stream)).toMatchObject({ status: 'failed', attempts_left: 0 })
    expect(stream.state().mandate.spent_until).toBe('2030-01-08')
  })

  test('may be debited again while attempts are left', () => {
    const stream = processing().given(tell(declined('YE')))
    expect(debitOf(stream)).toMatchObject({ status: 'failed', attempts_left: 3 })
    expect(stream.state().mandate.spent_until).toBeNull()
  })

  test('may be debited on a notice after its instant debit, which has one attempt of its own', () => {
    const stream = active().given(present({ source: { instant_amount: 100_00 } }))
    stream.fire('present:prs_1')
    stream.given(tell(declined('Z9')))
    expect(debitOf(stream)).toMatchObject({ status: 'failed', attempts_left: 0 })
    expect(stream.state().mandate.spent_until).toBeNull()
  })

  test('is no matter of a debit that the merchant gave up at its last attempt but one', () => {
    const stream = declinedTimes(3).given({
      type: 'CancelPresentation',
      presentation_id: 'prs_1',
    })
    expect(debitOf(stream)).toMatchObject({ status: 'cancelled', attempts_left: 1 })
    expect(stream.state().mandate.spent_until).toBeNull()
  })
})

describe('what holds a debit back', () => {
  test.each([
    ['mandate_paused', true],
    ['debits_stopped', true],
    ['peak_hours', false],
    ['requested_time', false],
    [null, false],
  ] as const)('names no end where it is %s: %s', (deferred_because, held) => {
    expect(isHeld({ ...debitOf(scheduled()), deferred_because })).toBe(held)
  })
})

test.each([
  ['processing', true],
  ['awaiting_payer', true],
  ['unknown', true],
  ['succeeded', false],
  ['declined', false],
] as const)('of an attempt that is %s the bank has yet to speak: %s', (status, open) => {
  expect(isOpenAttempt({ ...(paid().attempts[0] as Attempt), status })).toBe(open)
})

describe('what may be asked of a debit', () => {
  const status = (one: Presentation['status']) => ({ ...debitOf(scheduled()), status: one })

  test.each([
    ['scheduled', ['cancel']],
    ['processing', []],
    ['awaiting_payer', ['cancel']],
    ['retry_scheduled', ['cancel']],
    ['declined', ['retry', 'cancel']],
    ['failed', []],
    ['cancelled', []],
  ] as const)('that is %s is %j', (one, actions) => {
    expect(presentationActions(status(one))).toEqual(actions)
  })

  test.each([
    ['nothing has gone back', {}, ['refund']],
    ['a paisa is left', { amount_refunded: 99_99 }, ['refund']],
    ['all has gone back', { amount_refunded: 100_00 }, []],
    ['all is about to go back', { amount_refund_pending: 100_00 }, []],
    ['all is disputed', { amount_disputed: 100_00 }, []],
    ['the bank took it back', { status: 'reversed', amount_reversed: 100_00 }, []],
  ] as const)('that is collected, where %s, is %j', (_what, gone, actions) => {
    expect(presentationActions(paid(gone))).toEqual(actions)
  })

  test('whose outcome nobody knows is a word on it', () => {
    const unknown = debitOf(processing().given(tell({ result: 'unknown' })))
    expect(presentationActions(unknown)).toEqual(['resolve'])
  })
})

test('every success of a debit is collected, and no attempt that was declined', () => {
  const attempts = (['declined', 'succeeded', 'succeeded'] as const).map(
    (status, index): Attempt => ({ ...(paid().attempts[0] as Attempt), number: index + 1, status }),
  )
  expect(amountCollected(paid({ attempts }))).toBe(200_00)
  expect(amountCollected(debitOf(scheduled()))).toBe(0)
})

test('the bank takes back what has neither gone back nor is spoken for', () => {
  const gone = { amount_refunded: 10_00, amount_refund_pending: 20_00 }
  expect(amountReversible(paid({ ...gone, amount_disputed: 5_00 }))).toBe(65_00)
  expect(amountReversible(paid({ ...gone, amount_reversed: 70_00 }))).toBe(0)
})

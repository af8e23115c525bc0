import { describe, expect, test } from 'vitest'
import { DAY, DONE, declined, HOUR, MINUTE, SECOND } from '../mandate/decider-specification.ts'
import type { Outcome } from '../ports/outcome.ts'
import {
  ask,
  createPaymentStream,
  giveBack,
  object,
  type PaymentStream,
  told,
  typesOf,
} from './payment-specification.ts'

const UNKNOWN: Outcome = { result: 'unknown' }
const REFUND = { kind: 'refund', id: 'rfd_1' } as const

function asked(): PaymentStream {
  return createPaymentStream().given(ask())
}

function paid(): PaymentStream {
  return asked().given(told(DONE))
}

function unknown(): PaymentStream {
  return asked().given(told(UNKNOWN))
}

describe('a payment that is asked for', () => {
  test('expires after half an hour where nothing else is said', () => {
    const stream = asked()
    const start = stream.at
    expect(typesOf(stream.fire('payment_expiry:pay_1'))).toEqual(['payment.expired'])
    expect(stream.at).toBe(start + 30 * MINUTE)
  })

  test('is asked about once it has expired, for the word of a provider may be lost', () => {
    const stream = asked()
    stream.fire('payment_expiry:pay_1')
    expect([...stream.effects.keys()]).toEqual(['inquire:pay_1:0'])
    expect(typesOf(stream.when(told(UNKNOWN)))).toEqual([])
    expect(typesOf(stream.when(told(DONE)))).toEqual(['payment.corrected'])
  })

  test('is sent as a request only where it is collected', () => {
    expect([...asked().effects.keys()]).toEqual([])
    const stream = createPaymentStream().given(ask({ flow: 'collect', mcc: '6211' }))
    expect([...stream.effects.keys()]).toEqual(['collect:pay_1'])
    expect([
      ...stream.given({ type: 'CancelPayment', payment_id: 'pay_1' }).effects.keys(),
    ]).toEqual([])
  })

  test('does not expire once the payer has answered', () => {
    const stream = asked().given({
      type: 'ActOnPayment',
      payment_id: 'pay_1',
      vpa: 'ravi@ybl',
      answers: [{ after_ms: 10 * SECOND, outcome: DONE }],
    })
    expect(stream.timers.get('payment_expiry:pay_1')).toBeNull()
    expect(typesOf(stream.fire('bank_answer:pay_1'))).toEqual(['payment.succeeded'])
    expect(stream.movements).toMatchObject([
      { id: 'pay_1:collected', kind: 'collected', amount: 300_00, speed: 't1' },
    ])
  })

  test('fails at a clear no, and its outcome is unknown at a code that says so', () => {
    expect(typesOf(asked().when(told(declined('Z9'))))).toEqual(['payment.failed'])
    expect(typesOf(asked().when(told(declined('RB'))))).toEqual(['payment.outcome_unknown'])
  })

  test.each(['payment.failed', 'payment.expired', 'payment.cancelled'])(
    'counts a yes that is told after %s',
    (end) => {
      const stream = asked()
      if (end === 'payment.failed') stream.given(told(declined('Z9')))
      else if (end === 'payment.expired') stream.fire('payment_expiry:pay_1')
      else stream.given({ type: 'CancelPayment', payment_id: 'pay_1' })
      expect(typesOf(stream.when(told(DONE)))).toEqual(['payment.corrected'])
      expect(stream.state().payment).toMatchObject({
        status: 'succeeded',
        amount_collected: 300_00,
        failure: null,
      })
      expect(stream.movements).toHaveLength(1)
    },
  )

  test('hears the same yes once, and no no after it', () => {
    const stream = paid()
    for (const outcome of [DONE, declined('Z9'), UNKNOWN])
      expect(typesOf(stream.when(told(outcome)))).toEqual([])
    expect(stream.movements).toHaveLength(1)
  })

  test('is not sent once it is over', () => {
    const stream = createPaymentStream().given(ask({ flow: 'collect', mcc: '6211' }))
    const effect = stream.effects.get('collect:pay_1')
    if (effect === undefined) throw new Error('nothing is asked of the bank')
    expect(typesOf(stream.when({ type: 'ConfirmSending', effect }))).toEqual([])
    stream.given({ type: 'CancelPayment', payment_id: 'pay_1' })
    expect(typesOf(stream.when({ type: 'ConfirmSending', effect }))).toEqual(['state_conflict'])
  })
})

describe('a payment whose outcome is unknown', () => {
  test('is inquired about after 90 seconds, a quarter of an hour and two hours, then unresolved', () => {
    const stream = unknown()
    const start = stream.at
    for (const after of [90 * SECOND, 15 * MINUTE, 2 * HOUR]) {
      expect(typesOf(stream.fire('inquire:pay_1'))).toEqual(['payment.inquired'])
      expect(stream.at - start).toBe(after)
      const last = after === 2 * HOUR
      expect(typesOf(stream.when(told(UNKNOWN)))).toEqual(last ? ['payment.unresolved'] : [])
    }
    expect(stream.state().payment).toMatchObject({ status: 'pending', outcome: 'unresolved' })
    expect(stream.effects.size).toBe(3)
  })

  test('carries to the question what the simulated bank did', () => {
    const stream = asked().given(told({ result: 'unknown', truth: DONE }))
    stream.fire('inquire:pay_1')
    expect(stream.effects.get('inquire:pay_1:1')?.request.truth).toEqual(DONE)
  })

  test('neither expires nor is cancelled', () => {
    const stream = unknown()
    expect(stream.timers.get('payment_expiry:pay_1')).toBeNull()
    expect(typesOf(stream.when({ type: 'CancelPayment', payment_id: 'pay_1' }))).toEqual([
      'state_conflict',
    ])
  })

  test('is settled by the bank, and asked about no more', () => {
    const stream = unknown()
    expect(typesOf(stream.when(told(DONE)))).toEqual(['payment.succeeded'])
    expect(stream.timers.get('inquire:pay_1')).toBeNull()
  })

  test('is settled by an operator, and the bank may still say otherwise', () => {
    const stream = unknown()
    const word = { outcome: 'failed', rrn: null, note: 'Not on the statement' } as const
    const resolve = { type: 'ResolvePayment', payment_id: 'pay_1', ...word } as const
    expect(typesOf(stream.when(resolve))).toEqual(['payment.resolved', 'payment.failed'])
    expect(typesOf(stream.when(resolve))).toEqual(['state_conflict'])
    expect(typesOf(stream.when(told(DONE)))).toEqual(['payment.corrected'])
  })
})

describe('a refund', () => {
  test('that the provider takes without a word of its end is asked about, as often as the rail allows', () => {
    const taken: Outcome = { result: 'accepted', state: 'acknowledged' }
    const stream = paid().given(giveBack())
    expect(typesOf(stream.when(told(taken, REFUND)))).toEqual(['refund.acknowledged'])
    const start = stream.at
    for (const after of [90 * SECOND, 15 * MINUTE, 2 * HOUR]) {
      expect(typesOf(stream.fire('inquire:rfd_1'))).toEqual(['refund.inquired'])
      expect(stream.at - start).toBe(after)
      expect(typesOf(stream.when(told(taken, REFUND)))).toEqual([])
    }
    expect(stream.state().refunds.rfd_1).toMatchObject({ status: 'pending', outcome: null })
    expect(typesOf(stream.when(told(DONE, REFUND)))).toEqual(['refund.succeeded'])
  })

  test('that was taken without a word may turn out unknown, and the questions go on counting', () => {
    const stream = paid()
      .given(giveBack())
      .given(told({ result: 'accepted', state: 'acknowledged' }, REFUND))
    const start = stream.at
    stream.fire('inquire:rfd_1')
    expect(typesOf(stream.when(told(UNKNOWN, REFUND)))).toEqual(['refund.outcome_unknown'])
    stream.fire('inquire:rfd_1')
    expect(stream.at - start).toBe(15 * MINUTE)
    stream.fire('inquire:rfd_1')
    expect(typesOf(stream.when(told(UNKNOWN, REFUND)))).toEqual(['refund.unresolved'])
  })

  test('reserves its amount until the bank has answered, and then has gone back', () => {
    const stream = paid().given(giveBack())
    expect(stream.state().payment).toMatchObject({ amount_refund_pending: 100_00 })
    expect(typesOf(stream.when(giveBack('rfd_2', 200_01)))).toEqual(['refund_exceeds_collected'])
    expect(typesOf(stream.when(told(DONE, REFUND)))).toEqual(['refund.succeeded'])
    expect(stream.state().payment).toMatchObject({
      amount_refunded: 100_00,
      amount_refund_pending: 0,
    })
    expect(stream.movements.at(-1)).toMatchObject({ id: 'rfd_1:refunded', kind: 'refunded' })
  })

  test('of an unknown outcome stays reserved, is inquired about and never sent again', () => {
    const stream = paid().given(giveBack()).given(told(UNKNOWN, REFUND))
    for (let question = 1; question <= 3; question++) {
      expect(typesOf(stream.fire('inquire:rfd_1'))).toEqual(['refund.inquired'])
      const answer: Outcome = { result: 'not_sent', detail: 'no record' }
      expect(typesOf(stream.when(told(question === 1 ? answer : UNKNOWN, REFUND)))).toEqual(
        question === 3 ? ['refund.unresolved'] : [],
      )
    }
    expect(stream.state().payment.amount_refund_pending).toBe(100_00)
    expect([...stream.effects.keys()].filter((id) => id.startsWith('refund:'))).toHaveLength(1)
    expect(typesOf(stream.when(told(DONE, REFUND)))).toEqual(['refund.succeeded'])
  })

  test('that fails frees its amount; told otherwise later, the money has gone', () => {
    const stream = paid()
      .given(giveBack())
      .given(told(declined('U30'), REFUND))
    expect(stream.state().payment.amount_refund_pending).toBe(0)
    expect(typesOf(stream.when(told(DONE, REFUND)))).toEqual(['refund.corrected'])
    expect(stream.state().payment.amount_refunded).toBe(100_00)
    expect(typesOf(stream.when(told(DONE, REFUND)))).toEqual([])
    expect(stream.movements.filter(({ kind }) => kind === 'refunded')).toHaveLength(1)
  })

  test('is taken for thirty days', () => {
    const stream = paid().wait(31 * DAY)
    expect(typesOf(stream.when(giveBack()))).toEqual(['refund_window_closed'])
  })

  test('gives back nothing of a payment that was not collected', () => {
    expect(typesOf(asked().when(giveBack()))).toEqual(['state_conflict'])
  })
})

describe('a dispute', () => {
  test('takes its money at once and brings it back when won', () => {
    const stream = paid().given(object('dsp_1', 250_00))
    expect(typesOf(stream.when(giveBack('rfd_1', 50_01)))).toEqual(['refund_exceeds_collected'])
    stream.given({ type: 'DecideDispute', dispute_id: 'dsp_1', outcome: 'won' })
    expect(stream.state().payment.amount_disputed).toBe(0)
    expect(stream.movements.map(({ id }) => id)).toEqual([
      'pay_1:collected',
      'dsp_1:disputed',
      'dsp_1:dispute_won',
    ])
  })

  test('that nobody answers is lost at the end of its last day', () => {
    const stream = paid().given(object())
    expect(typesOf(stream.fire('dispute_deadline:dsp_1'))).toEqual(['dispute.lost'])
    expect(stream.state().disputes.dsp_1).toMatchObject({ closed_by: 'clock' })
    expect(stream.state().payment.amount_disputed).toBe(300_00)
  })

  test('that is contested waits for the bank', () => {
    const stream = paid().given(object())
    const contest = {
      type: 'ContestDispute',
      dispute_id: 'dsp_1',
      evidence: { note: 'Signed receipt', urls: [] },
    } as const
    expect(typesOf(stream.when(contest))).toEqual(['dispute.contested'])
    expect(stream.timers.get('dispute_deadline:dsp_1')).toBeNull()
    expect(typesOf(stream.when(contest))).toEqual(['state_conflict'])
  })

  test('is for no more than is left', () => {
    const stream = paid().given(giveBack())
    expect(typesOf(stream.when(object('dsp_1', 200_01)))).toEqual(['dispute_exceeds_collected'])
    expect(typesOf(stream.when(object('dsp_1')))).toEqual(['dispute.opened'])
    expect(stream.state().disputes.dsp_1?.amount).toBe(200_00)
  })
})

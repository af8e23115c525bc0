import { describe, expect, test } from 'vitest'
import {
  DAY,
  DONE,
  declined,
  HOUR,
  MINUTE,
  MONDAY_8,
  SECOND,
} from '../mandate/decider-specification.ts'
import type { Outcome } from '../ports/outcome.ts'
import type { Effect } from '../ports/work-store.ts'
import { paymentAggregate } from './aggregate.ts'
import { paymentEvent } from './events.ts'
import {
  act,
  ask,
  CANCEL,
  createPaymentStream,
  giveBack,
  object,
  type PaymentStream,
  planned,
  told,
  typesOf,
} from './payment-specification.ts'

const COLLECT = { flow: 'collect', mcc: '6211' } as const

function asked(): PaymentStream {
  return createPaymentStream().given(ask())
}

function collected(): PaymentStream {
  return createPaymentStream().given(ask(COLLECT))
}

function sent(stream: PaymentStream, id: string): Effect {
  const effect = stream.effects.get(id)
  if (effect === undefined) throw new Error(`nothing is asked by ${id}`)
  return effect
}

describe('money that is collected', () => {
  test.each([
    ['at ten on the next bank business day', 't1', MONDAY_8 + DAY + 2 * HOUR],
    [
      'by the next run, of which there is one each quarter of an hour',
      't0',
      MONDAY_8 + 15 * MINUTE,
    ],
  ] as const)('is booked once, to be settled %s', (_, settlement, settle_at) => {
    const stream = createPaymentStream().given(ask({ settlement })).wait(SECOND).given(told(DONE))
    expect(stream.movements).toEqual([
      {
        id: 'pay_1:collected',
        kind: 'collected',
        resource_kind: 'payment',
        resource_id: 'pay_1',
        amount: 300_00,
        fee: 0,
        at: MONDAY_8 + SECOND,
        speed: settlement,
        rrn: null,
        settle_at,
      },
    ])
  })

  test('ends every plan: the time to pay, the answer on its way and the questions', () => {
    const stream = asked().given(act(null, { after_ms: HOUR, outcome: DONE }))
    stream.wait(SECOND).given(told(DONE))
    expect(planned(stream)).toEqual({
      'payment_expiry:pay_1': null,
      'bank_answer:pay_1': null,
      'bank_answer:pay_1:1': null,
      'inquire:pay_1': null,
    })
  })

  test('without a word on its way ends the time to pay', () => {
    expect(planned(asked().given(told(DONE)))).toMatchObject({ 'payment_expiry:pay_1': null })
  })
})

describe('a clear no', () => {
  test('ends the time to pay', () => {
    expect(planned(asked().given(told(declined('Z9'))))).toMatchObject({
      'payment_expiry:pay_1': null,
    })
  })
})

describe('a collect request', () => {
  test.each([
    ['paid', told(DONE)],
    ['refused', told(declined('Z9'))],
    ['cancelled', CANCEL],
    ['answered by the payer', act(null, { after_ms: 10 * SECOND, outcome: DONE })],
  ])('that is %s before it went out is withdrawn', (_, command) => {
    const stream = collected()
    expect(sent(stream, 'collect:pay_1')).toMatchObject({ kind: 'collect' })
    stream.given(command)
    expect([...stream.effects.keys()]).toEqual([])
  })

  test('that is over is not sent, and says so', () => {
    const stream = collected()
    const effect = sent(stream, 'collect:pay_1')
    stream.fire('payment_expiry:pay_1')
    expect(stream.when({ type: 'ConfirmSending', effect })).toEqual({
      ok: false,
      rejection: {
        code: 'state_conflict',
        detail: 'Payment pay_1 is expired: the payer is no longer asked.',
        allowed_actions: [],
      },
    })
  })

  test.each<[string, Outcome]>([
    ['a silent provider', { result: 'unknown' }],
    ['a bank that took the money and did not tell', { result: 'unknown', truth: DONE }],
    ['a code that says so', declined('RB')],
  ])('left unknown by %s is never sent again, whatever a question finds', (_, outcome) => {
    const stream = collected()
    const effect = sent(stream, 'collect:pay_1')
    stream.given(told(outcome)).given(told({ result: 'not_sent', detail: 'no record' }))
    expect(stream.when({ type: 'ConfirmSending', effect })).toEqual({
      ok: false,
      rejection: {
        code: 'state_conflict',
        detail: 'Payment pay_1 is pending: the payer is no longer asked.',
        allowed_actions: ['resolve'],
      },
    })
  })

  test('that has expired is asked about, although it is over', () => {
    const stream = collected()
    const { payment } = stream.state()
    stream.fire('payment_expiry:pay_1')
    const at = payment.expires_at
    expect(stream.state().payment).toEqual({
      ...payment,
      revision: 2,
      status: 'expired',
      ended_at: at,
      updated_at: at,
    })
    expect(planned(stream)).toEqual({ 'payment_expiry:pay_1': null })
    const effect = sent(stream, 'inquire:pay_1:0')
    expect(stream.when({ type: 'ConfirmSending', effect })).toEqual({ ok: true, events: [] })
  })
})

describe('what the sandbox and the bank say of money on its way back', () => {
  test('the sandbox answers a refund at once', () => {
    const stream = asked().given(told(DONE)).given(giveBack())
    const answer = { type: 'AnswerRefund', refund_id: 'rfd_1', outcome: DONE } as const
    expect(typesOf(stream.when(answer))).toEqual(['refund.succeeded'])
    expect(typesOf(stream.when(answer))).toEqual(['state_conflict'])
    expect(stream.movements.map(({ id }) => id)).toEqual(['pay_1:collected', 'rfd_1:refunded'])
  })

  test('a dispute that the merchant accepts is lost', () => {
    const stream = asked().given(told(DONE)).given(object())
    const accept = { type: 'AcceptDispute', dispute_id: 'dsp_1' } as const
    expect(typesOf(stream.when(accept))).toEqual(['dispute.lost'])
    expect(stream.state().disputes.dsp_1).toMatchObject({ closed_by: 'merchant' })
  })

  test('a refund names the payment that it comes from', () => {
    const stream = asked().given(told(DONE)).given(giveBack())
    expect(stream.state().refunds.rfd_1).toMatchObject({ payment_id: 'pay_1' })
    expect(sent(stream, 'refund:rfd_1').request).toMatchObject({
      refund_of: { provider_reference: 'pay1', rrn: '000000000001' },
    })
  })
})

describe('a bug', () => {
  test('is an answer about something that no payment holds', () => {
    const stray = { resource_kind: 'mandate', resource_id: 'mdt_1', attempt: null } as const
    const command = { type: 'RecordOutcome', ...stray, outcome: DONE } as const
    expect(() => asked().when(command)).toThrow('no mandate lives in the stream of a payment')
  })

  test('is a stream that does not begin with its payment', () => {
    const { evolve } = paymentAggregate
    const event = paymentEvent('payment.cancelled', 'pay_1', {})
    expect(() => evolve(null, event, MONDAY_8)).toThrow('does not begin with its creation')
  })
})

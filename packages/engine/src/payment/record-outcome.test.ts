import { describe, expect, test } from 'vitest'
import { DONE, declined, HOUR, MINUTE, MONDAY_8, SECOND } from '../mandate/decider-specification.ts'
import { NO_PAYER } from '../mandate/mandate.ts'
import type { Outcome } from '../ports/outcome.ts'
import {
  act,
  ask,
  CANCEL,
  createPaymentStream,
  type PaymentStream,
  planned,
  told,
  typesOf,
} from './payment-specification.ts'

const TAKEN: Outcome = { result: 'accepted', state: 'acknowledged' }
const UNKNOWN: Outcome = { result: 'unknown' }
const NOT_SENT: Outcome = { result: 'not_sent', detail: 'no connection' }
const PAYER = { ...NO_PAYER, name: 'Asha', vpa: 'asha@ybl' }
const OVER = [10 * SECOND, MONDAY_8 + 10 * SECOND] as const

function asked(): PaymentStream {
  return createPaymentStream().given(ask({ payer: PAYER }))
}

/** The provider has said yes, under that payer's address. */
function yesOf(payer_vpa: string): Outcome {
  return { result: 'accepted', state: 'done', references: { rrn: '000000000002', payer_vpa } }
}

describe('a yes', () => {
  test('collects the whole amount at that moment, with the references of the rail', () => {
    const stream = asked()
    const { payment } = stream.state()
    const [after, at] = OVER
    stream.wait(after).given(told(DONE))
    expect(stream.state().payment).toEqual({
      ...payment,
      revision: 2,
      status: 'succeeded',
      rrn: '000000000001',
      npci_txn_id: 'N1',
      amount_collected: 300_00,
      succeeded_at: at,
      ended_at: at,
      updated_at: at,
    })
    expect(stream.beside()).toEqual({ payer: PAYER })
  })

  test.each<[string, Outcome, { rrn: string | null; npci_txn_id: string | null }]>([
    ['without references', { result: 'accepted', state: 'done' }, { rrn: null, npci_txn_id: null }],
    ['with an RRN alone', yesOf('asha@ybl'), { rrn: '000000000002', npci_txn_id: null }],
    [
      'with a transaction id alone',
      { result: 'accepted', state: 'done', references: { npci_txn_id: 'N2' } },
      { rrn: null, npci_txn_id: 'N2' },
    ],
  ])('%s collects as well', (_, outcome, receipt) => {
    expect(asked().when(told(outcome))).toMatchObject({
      events: [{ type: 'payment.succeeded', data: receipt }],
    })
  })

  test('that names the payer is remembered beside the log and not in it', () => {
    const stream = asked().given(told(yesOf('ravi@ybl')))
    expect(stream.beside()).toEqual({ payer: { ...PAYER, vpa: 'ravi@ybl' } })
    expect(JSON.stringify(stream.logged())).not.toContain('ravi')
  })

  test('leaves the payer of old untouched where it names none', () => {
    expect(asked().when(told(DONE))).not.toHaveProperty('private')
  })
})

describe('a yes that is still on its way', () => {
  test('is awaited in place of the end of the time to pay', () => {
    const stream = asked().given(told({ ...TAKEN, later: [{ after_ms: HOUR, outcome: DONE }] }))
    expect(planned(stream)).toEqual({
      'payment_expiry:pay_1': null,
      'bank_answer:pay_1:1': null,
      'bank_answer:pay_1': MONDAY_8 + HOUR,
    })
  })

  test('leaves the time to pay running where nobody knows when it comes', () => {
    const stream = asked()
    expect(typesOf(stream.when(told(TAKEN)))).toEqual([])
    expect(planned(stream)).toEqual({ 'payment_expiry:pay_1': MONDAY_8 + 30 * MINUTE })
    expect(stream.beside()).toEqual({ payer: PAYER })
  })

  test('changes nothing of a payment that is over', () => {
    const stream = asked().given(CANCEL)
    const later = [{ after_ms: HOUR, outcome: DONE }]
    expect(stream.when(told({ ...TAKEN, later }))).toEqual({ ok: true, events: [] })
  })

  test('is awaited answer by answer; the payer in it is told to no log', () => {
    const stream = asked()
    const no = { after_ms: 10 * SECOND, outcome: declined('Z9') }
    const bare = { after_ms: 20 * SECOND, outcome: { result: 'accepted', state: 'done' } } as const
    const yes = { after_ms: 30 * SECOND, outcome: yesOf('ravi@ybl') }
    const decision = stream.when(act(null, no, bare, yes))
    if (!decision.ok) throw new Error('the payer may act')
    expect(decision.events.map(({ data }) => data)).toEqual([
      { at: MONDAY_8 + 10 * SECOND, outcome: declined('Z9'), attempt: null, order: 0 },
      { at: MONDAY_8 + 20 * SECOND, outcome: bare.outcome, attempt: null, order: 1 },
      {
        at: MONDAY_8 + 30 * SECOND,
        outcome: { result: 'accepted', state: 'done', references: { rrn: '000000000002' } },
        attempt: null,
        order: 2,
      },
    ])
    expect(decision.private).toEqual({ payer: { ...PAYER, vpa: 'ravi@ybl' } })
    expect(planned(stream)).toEqual({
      'payment_expiry:pay_1': null,
      'bank_answer:pay_1': MONDAY_8 + 10 * SECOND,
      'bank_answer:pay_1:1': MONDAY_8 + 20 * SECOND,
      'bank_answer:pay_1:2': MONDAY_8 + 30 * SECOND,
    })
  })
})

describe('a no', () => {
  test('ends the payment with the reason, and asks the bank nothing more', () => {
    const stream = asked().given(act(null, { after_ms: HOUR, outcome: DONE }))
    const { payment } = stream.state()
    const [after, at] = OVER
    stream.wait(after).given(told(declined('Z9')))
    expect(stream.state().payment).toEqual({
      ...payment,
      revision: 2,
      status: 'failed',
      failure: {
        reason: 'insufficient_funds',
        provider_code: 'Z9',
        npci_code: 'Z9',
        advice: 'retry_later',
      },
      ended_at: at,
      updated_at: at,
    })
    expect(planned(stream)).toEqual({
      'payment_expiry:pay_1': null,
      'bank_answer:pay_1:1': null,
      'bank_answer:pay_1': null,
      'inquire:pay_1': null,
    })
    expect(stream.movements).toEqual([])
  })

  test('to a payment that is over changes nothing', () => {
    expect(
      asked()
        .given(CANCEL)
        .when(told(declined('Z9'))),
    ).toEqual({ ok: true, events: [] })
  })
})

describe('what nobody can say', () => {
  test.each<[string, Outcome, Outcome | null]>([
    ['a silent provider', UNKNOWN, null],
    ['a code that says so', declined('RB'), null],
    ['a bank that took the money and did not tell', { ...UNKNOWN, truth: DONE }, DONE],
  ])(
    'by %s leaves the payment pending, to be inquired about in 90 seconds',
    (_, outcome, truth) => {
      const stream = asked()
      const { payment } = stream.state()
      const [after, at] = OVER
      stream.wait(after).given(told(outcome))
      expect(stream.state().payment).toEqual({
        ...payment,
        revision: 2,
        outcome: 'unknown',
        unknown_since: at,
        truth,
        updated_at: at,
      })
      expect(planned(stream)).toEqual({
        'payment_expiry:pay_1': null,
        'inquire:pay_1': at + 90 * SECOND,
      })
    },
  )

  test('is said to be unresolved once, however often the provider repeats it', () => {
    const stream = asked().given(told(UNKNOWN))
    for (const _ of [1, 2, 3]) stream.fire('inquire:pay_1')
    const { payment } = stream.state()
    expect(typesOf(stream.when(told(UNKNOWN)))).toEqual(['payment.unresolved'])
    expect(stream.state().payment).toEqual({
      ...payment,
      revision: payment.revision + 1,
      outcome: 'unresolved',
      updated_at: MONDAY_8 + 2 * HOUR,
    })
    for (const outcome of [UNKNOWN, declined('96'), NOT_SENT])
      expect(typesOf(stream.when(told(outcome)))).toEqual([])
  })

  test('is settled by a no as well, which ends the questions', () => {
    const stream = asked()
      .given(told(UNKNOWN))
      .given(told(declined('Z9')))
    expect(stream.state().payment).toMatchObject({ status: 'failed', outcome: null })
    expect(planned(stream)).toMatchObject({ 'inquire:pay_1': null })
  })
})

describe('a request that was not sent', () => {
  test('leaves the payment as it is: it goes out again', () => {
    expect(asked().when(told(NOT_SENT))).toEqual({ ok: true, events: [] })
  })

  test('is no proof that an unknown payment took nothing, and goes on counting as unknown', () => {
    const stream = asked().given(told(UNKNOWN))
    expect(stream.when(told(NOT_SENT))).toEqual({ ok: true, events: [] })
    for (const _ of [1, 2, 3]) stream.fire('inquire:pay_1')
    expect(typesOf(stream.when(told(NOT_SENT)))).toEqual(['payment.unresolved'])
  })
})

describe('a status inquiry', () => {
  test('is counted without moving what is shown, and plans the next one', () => {
    const stream = asked().given(told(UNKNOWN))
    const { payment } = stream.state()
    expect(stream.fire('inquire:pay_1')).toMatchObject({
      events: [{ type: 'payment.inquired', data: { number: 1, next_at: MONDAY_8 + 15 * MINUTE } }],
    })
    expect(stream.state().payment).toEqual({ ...payment, inquiries: 1 })
  })

  test('carries the reference of what was sent', () => {
    const stream = asked().given(told(UNKNOWN))
    stream.fire('inquire:pay_1')
    expect([...stream.effects.values()]).toMatchObject([
      {
        id: 'inquire:pay_1:1',
        kind: 'inquire',
        resource_kind: 'payment',
        resource_id: 'pay_1',
        provider_reference: 'pay1',
        request: { amount: 300_00, flow: 'intent', authentication: 'pin', attempts_before: 0 },
      },
    ])
    expect(stream.effects.get('inquire:pay_1:1')?.request).not.toHaveProperty('truth')
  })

  test('is the last one two hours on: no further one is planned', () => {
    const stream = asked().given(told(UNKNOWN))
    for (const _ of [1, 2, 3]) stream.fire('inquire:pay_1')
    expect([...stream.timers]).toEqual([
      ['payment_expiry:pay_1', null],
      ['inquire:pay_1', null],
    ])
    expect(stream.at).toBe(MONDAY_8 + 2 * HOUR)
  })

  test('asks nothing where the outcome has become known meanwhile', () => {
    const stream = asked().given(told(UNKNOWN))
    const timer = stream.timers.get('inquire:pay_1')
    if (timer === undefined || timer === null) throw new Error('nothing is asked')
    stream.given(told(DONE))
    expect(typesOf(stream.when({ type: 'FireTimer', timer }))).toEqual([])
  })
})

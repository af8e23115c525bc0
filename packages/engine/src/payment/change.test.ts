import { describe, expect, test } from 'vitest'
import { DONE, declined, MINUTE, MONDAY_8, SECOND } from '../mandate/decider-specification.ts'
import { NO_PAYER } from '../mandate/mandate.ts'
import type { LaterOutcome } from '../ports/outcome.ts'
import type { PaymentCommand } from './commands.ts'
import {
  act,
  ask,
  CANCEL,
  createPaymentStream,
  giveBack,
  type PaymentStream,
  planned,
  resolve,
  told,
  typesOf,
} from './payment-specification.ts'

const YES: LaterOutcome = { after_ms: 10 * SECOND, outcome: DONE }
const COLLECT = { flow: 'collect', mcc: '6211' } as const
const REFUND = { kind: 'refund', id: 'rfd_1' } as const

function pending(): PaymentStream {
  return createPaymentStream().given(ask())
}

function unknown(): PaymentStream {
  return pending().given(told({ result: 'unknown' }))
}

function paid(): PaymentStream {
  return pending().given(told(DONE))
}

function cancelled(): PaymentStream {
  return pending().given(CANCEL)
}

function givenBack(amount: number): PaymentStream {
  return paid().given(giveBack('rfd_1', amount)).given(told(DONE, REFUND))
}

/** A payment in each of the states in which something is refused. */
const IN_STATE = {
  pending,
  unknown,
  paid,
  'paid and given back': () => givenBack(300_00),
  'paid and given back but for a paisa': () => givenBack(299_99),
  failed: () => pending().given(told(declined('Z9'))),
  cancelled,
}

describe('what a payment refuses in its state', () => {
  test.each<[keyof typeof IN_STATE, string, PaymentCommand, string, string[]]>([
    [
      'unknown',
      'cancelling',
      CANCEL,
      'its outcome is unknown, the money may have moved',
      ['resolve'],
    ],
    ['paid', 'cancelling', CANCEL, 'it is over', ['refund']],
    ['paid and given back', 'cancelling', CANCEL, 'it is over', []],
    ['paid and given back but for a paisa', 'cancelling', CANCEL, 'it is over', ['refund']],
    ['failed', 'cancelling', CANCEL, 'it is over', []],
    ['unknown', 'paying', act(null, YES), 'nothing is asked of the payer', ['resolve']],
    ['cancelled', 'paying', act(null, YES), 'nothing is asked of the payer', []],
    [
      'pending',
      'resolving',
      resolve('failed', null),
      'only an unknown outcome is resolved',
      ['cancel'],
    ],
    [
      'paid',
      'resolving',
      resolve('failed', null),
      'only an unknown outcome is resolved',
      ['refund'],
    ],
  ])('%s: %s', (state, _, command, why, allowed_actions) => {
    const stream = IN_STATE[state]()
    const { status } = stream.state().payment
    const before = stream.logged().length
    expect(stream.when(command)).toEqual({
      ok: false,
      rejection: {
        code: 'state_conflict',
        detail: `Payment pay_1 is ${status}: ${why}.`,
        allowed_actions,
      },
    })
    expect(stream.logged()).toHaveLength(before)
  })

  test('a collect request is paid by the payer that it was asked of alone, in whatever case', () => {
    const stream = createPaymentStream().given(ask(COLLECT))
    expect(stream.when(act('ravi@ybl', YES))).toEqual({
      ok: false,
      rejection: {
        code: 'state_conflict',
        detail: 'Payment pay_1 is pending: only the payer that it was asked of can pay it.',
        allowed_actions: ['cancel'],
      },
    })
    expect(typesOf(stream.when(act('Asha@YBL', YES)))).toEqual(['payment.answer_expected'])
  })

  test('nothing can be asked of a payment that was never made', () => {
    expect(typesOf(createPaymentStream().when(CANCEL))).toEqual(['not_found'])
  })
})

describe('a cancelled payment', () => {
  test('is over at that moment and collects nothing', () => {
    const stream = pending()
    const { payment } = stream.state()
    stream.wait(MINUTE).given(CANCEL)
    const at = MONDAY_8 + MINUTE
    expect(stream.state().payment).toEqual({
      ...payment,
      revision: 2,
      status: 'cancelled',
      ended_at: at,
      updated_at: at,
    })
    expect(planned(stream)).toEqual({ 'payment_expiry:pay_1': null })
    expect([...stream.effects]).toEqual([])
  })

  test('still hears the bank where the payer has paid before', () => {
    const stream = pending().given(act(null, YES)).given(CANCEL)
    expect(planned(stream)).toEqual({
      'payment_expiry:pay_1': null,
      'bank_answer:pay_1:1': null,
      'bank_answer:pay_1': MONDAY_8 + 10 * SECOND,
    })
    expect(typesOf(stream.fire('bank_answer:pay_1'))).toEqual(['payment.corrected'])
  })
})

describe('the payer', () => {
  const payer = { ...NO_PAYER, name: 'Asha', vpa: 'asha@ybl', email: 'asha@example.com' }

  test.each([
    ['under another address is remembered by it', 'ravi@ybl', 'ravi@ybl'],
    ['who names none stays the one that was given', null, 'asha@ybl'],
  ])('who acts %s', (_, given, vpa) => {
    const stream = createPaymentStream().given(ask({ payer })).given(act(given, YES))
    expect(stream.beside()).toEqual({ payer: { ...payer, vpa } })
  })

  test('changes nothing of the payment until the bank has answered', () => {
    const stream = pending()
    const { payment } = stream.state()
    expect(stream.when(act(null, YES))).toMatchObject({
      events: [
        {
          type: 'payment.answer_expected',
          data: { at: MONDAY_8 + 10 * SECOND, outcome: DONE, attempt: null, order: 0 },
        },
      ],
    })
    expect(stream.state().payment).toEqual(payment)
  })

  test('who acts again before the bank has answered takes the first action back', () => {
    const no = { after_ms: 10 * SECOND, outcome: declined('Z9') }
    const stream = pending().given(act(null, YES, { ...YES, after_ms: 20 * SECOND }))
    const at = (after: number) => MONDAY_8 + after * SECOND
    expect(planned(stream)).toEqual({
      'payment_expiry:pay_1': null,
      'bank_answer:pay_1': at(10),
      'bank_answer:pay_1:1': at(20),
    })
    stream.wait(5 * SECOND).given(act(null, no))
    expect(planned(stream)).toEqual({
      'payment_expiry:pay_1': null,
      'bank_answer:pay_1': at(15),
      'bank_answer:pay_1:1': null,
    })
    expect(typesOf(stream.fire('bank_answer:pay_1'))).toEqual(['payment.failed'])
    expect(stream.movements).toEqual([])
  })
})

describe('an operator', () => {
  test('who finds the money resolves the payment with its RRN, and it is collected once', () => {
    const stream = unknown()
    const { payment } = stream.state()
    stream.wait(MINUTE).given(resolve('succeeded', '000000000009'))
    const at = MONDAY_8 + MINUTE
    expect(stream.state().payment).toEqual({
      ...payment,
      revision: payment.revision + 2,
      status: 'succeeded',
      outcome: null,
      resolution: { outcome: 'succeeded', note: 'Bank statement', at },
      rrn: '000000000009',
      npci_txn_id: null,
      amount_collected: 300_00,
      succeeded_at: at,
      ended_at: at,
      updated_at: at,
    })
    expect(stream.movements.map(({ id }) => id)).toEqual(['pay_1:collected'])
  })

  test('who finds none resolves it as failed, without a decline, and nothing is collected', () => {
    const stream = unknown()
    const { payment } = stream.state()
    stream.wait(MINUTE)
    expect(stream.when(resolve('failed', null))).toEqual({
      ok: true,
      events: [
        {
          type: 'payment.resolved',
          resource_kind: 'payment',
          resource_id: 'pay_1',
          data: { outcome: 'failed', note: 'Bank statement' },
        },
        {
          type: 'payment.failed',
          resource_kind: 'payment',
          resource_id: 'pay_1',
          data: { decline: null },
        },
      ],
    })
    const at = MONDAY_8 + MINUTE
    expect(stream.state().payment).toEqual({
      ...payment,
      revision: payment.revision + 2,
      status: 'failed',
      outcome: null,
      resolution: { outcome: 'failed', note: 'Bank statement', at },
      ended_at: at,
      updated_at: at,
    })
    expect(planned(stream)).toMatchObject({ 'inquire:pay_1': null })
    expect(stream.movements).toEqual([])
  })
})

describe('the time to pay', () => {
  test.each([
    ['paid', paid],
    ['cancelled', cancelled],
    ['of an unknown outcome', unknown],
  ] as const)('does nothing to a payment that is %s when it ends', (_, reached) => {
    const timer = pending().timers.get('payment_expiry:pay_1')
    if (timer === undefined || timer === null) throw new Error('nothing ends')
    expect(typesOf(reached().when({ type: 'FireTimer', timer }))).toEqual([])
  })
})

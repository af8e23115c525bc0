import { describe, expect, test } from 'vitest'
import { DONE, declined, MONDAY_8, SECOND } from '../mandate/decider-specification.ts'
import { refundEvent } from '../refund/events.ts'
import { paymentAggregate } from './aggregate.ts'
import {
  ask,
  createPaymentStream,
  giveBack,
  object,
  type PaymentStream,
  told,
  typesOf,
} from './payment-specification.ts'

const REFUND = { kind: 'refund', id: 'rfd_1' } as const
const WON = { type: 'DecideDispute', dispute_id: 'dsp_1', outcome: 'won' } as const

function asked(): PaymentStream {
  return createPaymentStream().given(ask())
}

function paid(): PaymentStream {
  return asked().wait(SECOND).given(told(DONE))
}

describe('the row of a payment', () => {
  test('names no rail id while nothing is collected', () => {
    const stream = asked()
    expect(stream.rows()).toEqual([
      {
        kind: 'payment',
        id: 'pay_1',
        stream: 'pay_1',
        revision: 1,
        status: 'pending',
        reference_id: 'fee-june',
        mandate_id: null,
        notification_id: null,
        created_at: MONDAY_8,
        updated_at: MONDAY_8,
        links: [],
        data: stream.state().payment,
      },
    ])
  })

  test('is found by the rail ids once it is collected', () => {
    expect(paid().rows()).toMatchObject([
      {
        revision: 2,
        status: 'succeeded',
        updated_at: MONDAY_8 + SECOND,
        links: ['000000000001', 'N1'],
      },
    ])
  })

  test('stands beside those of its refunds and disputes, and shows what is left of it', () => {
    const stream = paid().given(giveBack()).given(object('dsp_1', 50_00))
    expect(stream.rows()).toMatchObject([
      {
        kind: 'payment',
        id: 'pay_1',
        revision: 4,
        data: { amount_refund_pending: 100_00, amount_disputed: 50_00 },
      },
      { kind: 'refund', id: 'rfd_1', stream: 'pay_1', status: 'pending', links: ['pay_1'] },
      { kind: 'dispute', id: 'dsp_1', stream: 'pay_1', status: 'open', links: ['pay_1'] },
    ])
  })

  test('is not moved by what leaves its money where it is', () => {
    const stream = paid()
      .given(giveBack())
      .given(told({ result: 'unknown' }, REFUND))
    const { payment } = stream.state()
    stream.fire('inquire:rfd_1')
    expect(stream.state().payment).toEqual(payment)
    stream.given(told(DONE, REFUND))
    expect(stream.state().payment).toEqual({
      ...payment,
      revision: payment.revision + 1,
      amount_refund_pending: 0,
      amount_refunded: 100_00,
      updated_at: stream.at,
    })
  })
})

describe('a payment that is stored', () => {
  test('keeps the refunds and disputes that are open, and no others', () => {
    const stream = paid()
      .given(giveBack('rfd_1', 10_00))
      .given(giveBack('rfd_2', 20_00))
      .given(object('dsp_1', 30_00))
      .given(object('dsp_2', 40_00))
      .given(told(declined('U30'), REFUND))
      .given(WON)
    const { payment, refunds, disputes } = stream.state()
    expect(stream.reload().state()).toEqual({
      payment,
      refunds: { rfd_2: refunds.rfd_2 },
      disputes: { dsp_2: disputes.dsp_2 },
    })
  })

  test('gets back a closed refund or dispute that is spoken of, from its row', () => {
    const stream = paid()
      .given(giveBack('rfd_1', 10_00))
      .given(giveBack('rfd_2', 20_00))
      .given(object('dsp_1', 30_00))
      .given(object('dsp_2', 40_00))
      .given(told(declined('U30'), REFUND))
      .given(WON)
    const whole = stream.state()
    expect(stream.reload(...stream.rows()).state()).toEqual(whole)
    expect(typesOf(stream.when(told(DONE, REFUND)))).toEqual(['refund.corrected'])
    expect(typesOf(stream.when(WON))).toEqual(['state_conflict'])
  })

  test('is itself what counts where a row says otherwise', () => {
    const stream = paid().given(giveBack()).given(object('dsp_1', 50_00))
    const state = stream.state()
    const older = stream.rows().map((row) => ({ ...row, data: { id: row.id, status: 'pending' } }))
    expect(stream.reload(...older).state()).toEqual(state)
  })
})

describe('what a payment no longer holds', () => {
  test('is not found', () => {
    const stream = paid().given(giveBack()).given(object('dsp_1', 50_00))
    const { effects, timers } = stream
    const effect = effects.get('refund:rfd_1')
    const timer = timers.get('dispute_deadline:dsp_1')
    if (effect === undefined || timer === undefined || timer === null)
      throw new Error('nothing is planned')
    stream.given(told(DONE, REFUND)).given(WON).reload()
    for (const command of [
      told(DONE, REFUND),
      { type: 'ConfirmSending', effect } as const,
      { type: 'AnswerRefund', refund_id: 'rfd_1', outcome: DONE } as const,
    ]) {
      expect(stream.when(command)).toEqual({
        ok: false,
        rejection: { code: 'not_found', detail: 'There is no refund rfd_1.' },
      })
    }
    expect(stream.when(WON)).toEqual({
      ok: false,
      rejection: { code: 'not_found', detail: 'There is no dispute dsp_1.' },
    })
    expect(stream.when({ type: 'FireTimer', timer })).toEqual({ ok: true, events: [] })
  })

  test('has no record before its payment has one', () => {
    const inquired = refundEvent('refund.inquired', 'rfd_1', { number: 1, next_at: null })
    expect(paymentAggregate.record(null, inquired)).toBeUndefined()
  })
})

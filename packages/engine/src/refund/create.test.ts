import { describe, expect, test } from 'vitest'
import { DEBIT, said } from '../collected/collected-specification.ts'
import { DAY, MONDAY_8 } from '../mandate/decider-specification.ts'
import {
  ASKED,
  createRefundStream,
  giveBack,
  refundOf,
  rowOf,
  SENT,
} from './refund-specification.ts'

describe('a refund that is asked for', () => {
  test('reserves its amount and is sent with what the provider knows the payment by', () => {
    const stream = createRefundStream()
    expect(said(stream.when(giveBack()))).toEqual([['refund.created', { refund: ASKED }]])
    expect(stream.state().source).toMatchObject({
      amount_refunded: 0,
      amount_refund_pending: 100_00,
    })
    expect([...stream.effects.values()]).toEqual([
      {
        ...SENT,
        tenant: { merchant_id: 'mer_1', mode: 'test' },
        stream: 'pay_1',
        stream_kind: 'payment',
      },
    ])
    expect(stream.timers.size).toBe(0)
    expect(stream.movements).toEqual([])
  })

  test('of a payment is found by its reference and by the payment', () => {
    expect(rowOf(createRefundStream().given(giveBack()))).toEqual({
      kind: 'refund',
      id: 'rfd_1',
      stream: 'pay_1',
      revision: 1,
      status: 'pending',
      reference_id: 'refund-001',
      mandate_id: null,
      notification_id: null,
      created_at: MONDAY_8,
      updated_at: MONDAY_8,
      links: ['pay_1'],
      data: ASKED,
    })
  })

  test('of a debit is found by the debit, listed under its mandate and names the attempt that was paid', () => {
    const stream = createRefundStream(DEBIT).given(giveBack())
    const refund = { ...ASKED, mandate_id: 'mdt_1', presentation_id: 'prs_1', payment_id: null }
    expect(rowOf(stream)).toMatchObject({ mandate_id: 'mdt_1', data: refund })
    expect(rowOf(stream).links).toEqual(['prs_1'])
    expect(stream.effects.get('refund:rfd_1')?.request.refund_of).toEqual({
      provider_reference: 'prs1a2',
      rrn: '000000000002',
    })
  })
})

describe('what can be given back', () => {
  test.each([
    ['nothing of what was never collected', { status: 'failed', collected_at: null }],
    ['nothing of what the bank has taken back whole', { status: 'reversed' }],
  ])('%s', (_, source) => {
    const stream = createRefundStream({ ...source, amount_collected: 0 })
    for (const amount of [1, null])
      expect(said(stream.when(giveBack({ amount })))).toEqual({
        code: 'state_conflict',
        detail: expect.stringContaining(source.status),
        allowed_actions: ['refund'],
      })
    expect(stream.effects.size).toBe(0)
  })

  test('the collection that is left where the bank took back another one', () => {
    const stream = createRefundStream({ status: 'reversed', amount_collected: 1 })
    expect(refundOf(stream.given(giveBack({ amount: null }))).amount).toBe(1)
  })

  test.each([
    ['all of it', 300_00, {}],
    [
      'what other refunds have left',
      200_00,
      { amount_refunded: 60_00, amount_refund_pending: 40_00 },
    ],
    ['what a dispute has left', 50_00, { amount_disputed: 250_00 }],
  ])('%s, and not a paisa more', (_, left, source) => {
    expect(said(createRefundStream(source).when(giveBack({ amount: left + 1 })))).toMatchObject({
      code: 'refund_exceeds_collected',
      violations: [{ rule: 'refund.ceiling', limit: { maximum_paise: left } }],
    })
    for (const amount of [left, null])
      expect(refundOf(createRefundStream(source).given(giveBack({ amount }))).amount).toBe(left)
  })

  test('nothing of a payment that has gone back whole', () => {
    const stream = createRefundStream({ amount_refunded: 300_00 })
    expect(said(stream.when(giveBack({ amount: null })))).toMatchObject({
      code: 'refund_exceeds_collected',
      violations: [{ limit: { maximum_paise: 0 } }],
    })
  })

  test('for as many days as the provider allows, and every broken rule is named', () => {
    const lastDay = createRefundStream().wait(30 * DAY)
    expect(said(lastDay.when(giveBack()))).toMatchObject([['refund.created', {}]])
    const stream = createRefundStream().wait(31 * DAY)
    expect(said(stream.when(giveBack({ amount: 300_01 })))).toMatchObject({
      code: 'refund_window_closed',
      violations: [{ rule: 'refund.window' }, { rule: 'refund.ceiling' }],
    })
  })
})

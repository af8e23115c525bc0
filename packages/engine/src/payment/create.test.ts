import type { PaymentLinkTerms } from '@upi-autopay/rail'
import { describe, expect, test } from 'vitest'
import { HOUR, MINUTE, MONDAY_8 } from '../mandate/decider-specification.ts'
import { NO_PAYER } from '../mandate/mandate.ts'
import { ask, createPaymentStream } from './payment-specification.ts'

describe('a payment that is asked for', () => {
  test('is pending until half an hour from now, on the terms of the account', () => {
    const stream = createPaymentStream().given(ask({ metadata: { class: '4b' } }))
    expect(stream.state()).toEqual({
      refunds: {},
      disputes: {},
      payment: {
        id: 'pay_1',
        revision: 1,
        status: 'pending',
        reference_id: 'fee-june',
        flow: 'intent',
        amount: 300_00,
        purpose: 'School fee, June',
        mcc: '5968',
        settlement: 't1',
        redirect_url: null,
        metadata: { class: '4b' },
        upi_link: 'upi://pay?pa=society@sim',
        expires_at: MONDAY_8 + 30 * MINUTE,
        outcome: null,
        unknown_since: null,
        inquiries: 0,
        truth: null,
        resolution: null,
        rrn: null,
        npci_txn_id: null,
        succeeded_at: null,
        ended_at: null,
        failure: null,
        amount_collected: 0,
        amount_refunded: 0,
        amount_refund_pending: 0,
        amount_disputed: 0,
        created_at: MONDAY_8,
        updated_at: MONDAY_8,
      },
    })
  })

  test('keeps what the merchant says in place of it', () => {
    const redirect_url = 'https://school.example.com/paid'
    const terms = { mcc: '6211', settlement: 't0', expires_in_ms: 2 * HOUR, redirect_url } as const
    const { payment } = createPaymentStream().given(ask(terms)).state()
    expect(payment).toMatchObject({
      mcc: '6211',
      settlement: 't0',
      expires_at: MONDAY_8 + 2 * HOUR,
      redirect_url,
    })
  })

  test('keeps the payer beside the log and not in it', () => {
    const payer = { ...NO_PAYER, name: 'Asha', vpa: 'asha@ybl', phone: '+919800000001' }
    const stream = createPaymentStream().given(ask({ payer }))
    expect(stream.beside()).toEqual({ payer })
    expect(JSON.stringify(stream.logged())).not.toMatch(/asha|9800000001/i)
  })

  test.each([
    ['a category that the account is not approved for', { mcc: '7995' }, ['mcc_not_approved']],
    [
      'less than a rupee by collect from a category that may not',
      { flow: 'collect', amount: 99 },
      ['collect_not_allowed', 'amount_below_minimum'],
    ],
    ['less time than a minute', { expires_in_ms: MINUTE - 1 }, ['payment_expiry_invalid']],
  ] as const)('is refused for %s', (_, terms, codes) => {
    const decision = createPaymentStream().when(ask(terms))
    if (decision.ok) throw new Error('it was not refused')
    expect(decision.rejection.violations?.map(({ code }) => code)).toEqual(codes)
  })
})

describe('the link of a payment', () => {
  test('names payee, category, amount and purpose', () => {
    const asked: PaymentLinkTerms[] = []
    createPaymentStream((terms) => {
      asked.push(terms)
      return 'upi://pay'
    }).given(ask({ mcc: '6211', flow: 'qr' }))
    expect(asked).toEqual([
      {
        payment_id: 'pay_1',
        reference_id: 'fee-june',
        payee_vpa: 'society@sim',
        payee_name: 'Society',
        mcc: '6211',
        purpose: 'School fee, June',
        amount: 300_00,
        flow: 'qr',
      },
    ])
  })

  test('is asked of a provider that makes none by itself', () => {
    const stream = createPaymentStream(null).given(ask())
    expect(stream.state().payment.upi_link).toBeNull()
    expect([...stream.effects.values()]).toEqual([
      {
        tenant: { merchant_id: 'mer_1', mode: 'test' },
        id: 'collect:pay_1',
        stream: 'pay_1',
        stream_kind: 'payment',
        kind: 'collect',
        resource_kind: 'payment',
        resource_id: 'pay_1',
        attempt: null,
        provider_reference: 'pay1',
        request: { amount: 300_00, flow: 'intent', authentication: 'pin', attempts_before: 0 },
      },
    ])
  })
})

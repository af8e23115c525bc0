import { describe, expect, test } from 'vitest'
import type { RetryAdvice } from '../vocabulary.ts'
import { declineOf } from './decline-of.ts'
import type { DeclineReason } from './decline-reasons.ts'
import { type AnsweredBy, RESPONSE_CODES, responseCode } from './response-codes.ts'

/** The groups in which the sources put the codes, with what each code is taken to mean. */
const GROUPS: readonly (readonly [string, RetryAdvice, DeclineReason, string])[] = [
  ['the payer said no', 'after_payer_action', 'payer_declined', 'ZA'],
  ['the payer did not answer', 'retry_later', 'payer_did_not_authorise', 'U69'],
  ['funds', 'retry_later', 'insufficient_funds', 'Z9'],
  ['funds', 'retry_later', 'funds_blocked', 'IE'],
  ['PIN', 'after_payer_action', 'wrong_pin', 'ZM'],
  ['PIN', 'after_payer_action', 'pin_tries_exceeded', 'Z6'],
  ['PIN', 'after_payer_action', 'pin_not_set', 'AM'],
  ['PIN', 'after_payer_action', 'pin_missing', 'V3 V4'],
  ['PIN', 'after_payer_action', 'otp_failed', 'ZR ZS'],
  ['limits of one transaction', 'after_payer_action', 'transaction_limit_exceeded', 'Z8'],
  ['limits of a while', 'retry_later', 'usage_limit_exceeded', 'Z7 FL'],
  ['limits of a bank', 'retry_later', 'bank_limit_exceeded', 'ZU U03'],
  ['limits of an app', 'never', 'app_limit_exceeded', 'QL'],
  ['limits of mandates', 'after_payer_action', 'mandate_limit_exceeded', 'VK QK'],
  ['account', 'never', 'account_frozen', 'YE'],
  ['account', 'after_payer_action', 'account_dormant', 'ZX'],
  ['account', 'never', 'account_not_found', 'XH'],
  ['account', 'after_payer_action', 'mobile_number_changed', 'B1'],
  ['account', 'never', 'debit_not_permitted', 'B3 VM XP'],
  ['account', 'never', 'account_changed', 'VJ QU MR'],
  ['account', 'never', 'stopped_by_law', 'VO VQ VR VZ'],
  ['account', 'never', 'account_holder_deceased', 'VP'],
  ['account', 'never', 'bank_declined', 'YC'],
  ['mandate dead', 'never', 'mandate_revoked', 'VA QC IB'],
  ['mandate dead', 'never', 'mandate_expired', 'VU QD'],
  ['mandate dead', 'never', 'already_debited', 'VE QB'],
  ['mandate dead', 'never', 'mandate_not_found', 'VF QW'],
  ['mandate paused', 'after_payer_action', 'mandate_paused', 'VT QA'],
  ['mandate data', 'never', 'mandate_mismatch', 'VB VC VD VI V1 V2 V5 V6 Q1 Q2 Q3 Q4 QR QH IC ID'],
  ['mandate data', 'after_inquiry', 'duplicate_request', 'VS QN IA U01'],
  ['mandate data', 'never', 'registration_not_allowed', 'VL VV QQ QV VX'],
  ['mandate data', 'never', 'modification_not_allowed', 'QO QP QY'],
  ['mandate data', 'never', 'payer_vpa_invalid', 'QM QX VG QS'],
  ['mandate data', 'never', 'payee_vpa_invalid', 'QI VY'],
  ['modification declined', 'after_payer_action', 'modification_declined', 'VW QT QZ'],
  ['merchant declined', 'never', 'merchant_declined', 'MM'],
  ['notification', 'retry_later', 'notification_failed', 'NU'],
  ['technical', 'retry_later', 'technical_failure', 'U30 U47 IR'],
  ['technical', 'retry_later', 'bank_offline', 'XY Y1 HS U28 U86 U90 U91'],
  ['technical', 'after_inquiry', 'timed_out', 'U67 UP U09 U53 U85 U88'],
  ['technical', 'never', 'bank_not_on_upi', '15'],
  ['technical', 'never', 'request_invalid', 'B6 U14 U54 VH'],
  ['risk', 'never', 'suspected_fraud', '59'],
  ['risk', 'never', 'risk_declined', 'U16'],
  ['risk', 'after_payer_action', 'device_mismatch', 'U66'],
]

describe('each group of declines has its advice', () => {
  test.each(GROUPS)('%s: %s', (_, advice, reason, codes) => {
    for (const code of codes.split(' '))
      expect([code, responseCode(code)?.outcome, declineOf(code)]).toEqual([
        code,
        'declined',
        { reason, advice },
      ])
  })

  test('no code stands outside the groups, success and the unknown apart', () => {
    const grouped = GROUPS.flatMap(([, , , codes]) => codes.split(' '))
    const listed = RESPONSE_CODES.map(({ code }) => code)
    expect([...grouped, '00', '01', 'RB', '96'].sort()).toEqual([...listed].sort())
  })

  test('U30 has no cause by itself: it says that the debit failed, not why', () => {
    expect(responseCode('U30')).toMatchObject({
      title: 'Debit failed, cause not given',
      reason: 'technical_failure',
    })
  })

  test('fraud, dead mandates and closed accounts are never retried', () => {
    const dead = ['59', 'U16', 'VA', 'QC', 'VU', 'QD', 'XH', 'YE', 'VP']
    for (const code of dead) expect(declineOf(code).advice).toBe('never')
  })
})

describe('who answers', () => {
  const PSP =
    'MM NU Q1 Q2 Q3 Q4 QA QB QC QD QH QI QK QL QM QN QO QP QQ QR QS QT QV QW QX QY QZ U01 U09 U14 U16 U47 U53 U54 U66 UP VH VV VW VX'
  const ANSWERS: Readonly<Record<Exclude<AnsweredBy, 'destination_bank'>, string>> = {
    npci: '00 01 B6 U69 VB VC VD VI VS',
    app: 'ZA',
    psp: PSP,
  }

  test('the rail, a provider, the app, and the bank for all else', () => {
    for (const { code, answered_by } of RESPONSE_CODES) {
      const who = Object.entries(ANSWERS).find(([, codes]) => codes.split(' ').includes(code))
      expect([code, answered_by]).toEqual([code, who?.[0] ?? 'destination_bank'])
    }
  })
})

import type { RetryAdvice } from '../vocabulary.ts'
import { DECLINE_REASONS, type DeclineReason } from './decline-reasons.ts'

/** Who gives a code: the rail itself, a payment service provider, a bank, or the payer's app. */
export type AnsweredBy = 'npci' | 'psp' | 'destination_bank' | 'app'

/**
 * A response code of UPI. The outcome says how to read it: only `declined` is a no. `unknown` means that money may
 * have moved: ask for the status, repeat nothing.
 */
export type ResponseCode = {
  readonly code: string
  readonly title: string
  readonly answered_by: AnsweredBy
} & (
  | { readonly outcome: 'success' | 'unknown'; readonly reason: null; readonly advice: null }
  | { readonly outcome: 'declined'; readonly reason: DeclineReason; readonly advice: RetryAdvice }
)

/**
 * The codes that mandates and their debits meet, from NPCI's list of error and response codes and the providers'
 * pages. The same matter often has two codes: V for the bank's answer, Q for that of a payment service provider.
 */
export const RESPONSE_CODES: readonly ResponseCode[] = [
  {
    code: '00',
    title: 'Accepted and done',
    answered_by: 'npci',
    outcome: 'success',
    reason: null,
    advice: null,
  },
  {
    code: '01',
    title: 'Still pending',
    answered_by: 'npci',
    outcome: 'unknown',
    reason: null,
    advice: null,
  },
  {
    code: '96',
    title: 'System fault, the debit may have happened',
    answered_by: 'destination_bank',
    outcome: 'unknown',
    reason: null,
    advice: null,
  },
  {
    code: 'RB',
    title: 'Deemed done, the credit is unsure',
    answered_by: 'destination_bank',
    outcome: 'unknown',
    reason: null,
    advice: null,
  },
  decline('15', 'destination_bank', 'bank_not_on_upi', 'Bank not live on UPI'),
  decline('59', 'destination_bank', 'suspected_fraud', 'Refused by the bank on suspicion of fraud'),
  decline('AM', 'destination_bank', 'pin_not_set', 'No UPI PIN set'),
  decline(
    'B1',
    'destination_bank',
    'mobile_number_changed',
    'Mobile number of the account changed or removed',
  ),
  decline('B3', 'destination_bank', 'debit_not_permitted', 'Account may not make this transaction'),
  decline('B6', 'npci', 'request_invalid', 'Payment details do not match'),
  decline(
    'FL',
    'destination_bank',
    'usage_limit_exceeded',
    'Above the limit for a first transaction',
  ),
  decline('HS', 'destination_bank', 'bank_offline', "Security module of the payer's bank is down"),
  decline('IA', 'destination_bank', 'duplicate_request', 'Second request to block the same funds'),
  decline(
    'IB',
    'destination_bank',
    'mandate_revoked',
    'Mandate ended after the funds were released',
  ),
  decline('IC', 'destination_bank', 'mandate_mismatch', 'Funds of this debit were never blocked'),
  decline('ID', 'destination_bank', 'mandate_mismatch', 'Debit above the blocked funds'),
  decline('IE', 'destination_bank', 'funds_blocked', 'Funds tied up by a mandate'),
  decline('IR', 'destination_bank', 'technical_failure', "Fault inside the payer's bank"),
  decline('MM', 'psp', 'merchant_declined', 'Mandate refused by the merchant'),
  decline('MR', 'destination_bank', 'account_changed', 'Account moved in a bank merger'),
  decline('NU', 'psp', 'notification_failed', 'Customer could not be notified'),
  decline('Q1', 'psp', 'mandate_mismatch', 'Sequence number not the expected one (PSP)'),
  decline('Q2', 'psp', 'mandate_mismatch', 'Recurrence pattern and value disagree (PSP)'),
  decline('Q3', 'psp', 'mandate_mismatch', 'Recurring mandate asks to block funds (PSP)'),
  decline('Q4', 'psp', 'mandate_mismatch', 'Recurring mandate marked as not revocable (PSP)'),
  decline('QA', 'psp', 'mandate_paused', 'Mandate paused by the payer (PSP)'),
  decline('QB', 'psp', 'already_debited', 'Cycle already paid (PSP)'),
  decline('QC', 'psp', 'mandate_revoked', 'Mandate revoked (PSP)'),
  decline('QD', 'psp', 'mandate_expired', 'Mandate past its end (PSP)'),
  decline('QH', 'psp', 'mandate_mismatch', 'Amount is not that of the mandate'),
  decline('QI', 'psp', 'payee_vpa_invalid', 'Merchant VPA wrong (PSP)'),
  decline('QK', 'psp', 'mandate_limit_exceeded', 'Too many mandate requests'),
  decline('QL', 'psp', 'app_limit_exceeded', "Above the payer app's cap for mandate debits"),
  decline('QM', 'psp', 'payer_vpa_invalid', "Payer VPA wrong (payer's PSP)"),
  decline('QN', 'psp', 'duplicate_request', 'Mandate requested twice (PSP)'),
  decline('QO', 'psp', 'modification_not_allowed', 'Mandate cannot be revoked'),
  decline(
    'QP',
    'psp',
    'modification_not_allowed',
    'Merchant may not change a mandate made by the payer',
  ),
  decline('QQ', 'psp', 'registration_not_allowed', "No mandates on this VPA (payer's PSP)"),
  decline('QR', 'psp', 'mandate_mismatch', 'Debit day breaks the debit rule (PSP)'),
  decline('QS', 'psp', 'payer_vpa_invalid', 'Payer has left the app or changed the VPA'),
  decline('QT', 'psp', 'modification_declined', "Change of the mandate refused (payer's side)"),
  decline('QU', 'destination_bank', 'account_changed', "Payer has switched accounts (payer's PSP)"),
  decline('QV', 'psp', 'registration_not_allowed', "Payee is no merchant (payer's PSP)"),
  decline('QW', 'psp', 'mandate_not_found', "Mandate number unknown (payee's PSP)"),
  decline('QX', 'psp', 'payer_vpa_invalid', "Payer VPA wrong (payee's PSP)"),
  decline(
    'QY',
    'psp',
    'modification_not_allowed',
    'Payer may not change a mandate made by the merchant',
  ),
  decline('QZ', 'psp', 'modification_declined', 'Change of the mandate refused by the merchant'),
  decline('U01', 'psp', 'duplicate_request', 'Request sent twice'),
  decline('U03', 'destination_bank', 'bank_limit_exceeded', 'Net debit cap of the bank reached'),
  decline('U09', 'psp', 'timed_out', 'Authorisation not answered in time'),
  decline('U14', 'psp', 'request_invalid', 'Encrypted part unreadable'),
  decline('U16', 'psp', 'risk_declined', 'Above the risk threshold'),
  decline('U28', 'destination_bank', 'bank_offline', "Payer's bank unreachable"),
  decline('U30', 'destination_bank', 'technical_failure', 'Debit failed, cause not given'),
  decline('U47', 'psp', 'technical_failure', 'Debit request not found'),
  decline('U53', 'psp', 'timed_out', 'Debit request not acknowledged by the PSP'),
  decline('U54', 'psp', 'request_invalid', 'Credentials belong to another transaction or amount'),
  decline('U66', 'psp', 'device_mismatch', 'Device fingerprint differs'),
  decline('U67', 'destination_bank', 'timed_out', 'Debit timed out'),
  decline('U69', 'npci', 'payer_did_not_authorise', 'Request to the payer ran out'),
  decline('U85', 'destination_bank', 'timed_out', 'Connection lost during the debit'),
  decline('U86', 'destination_bank', 'bank_offline', "Payer's bank is throttled"),
  decline('U88', 'destination_bank', 'timed_out', 'Connection lost during the credit'),
  decline('U90', 'destination_bank', 'bank_offline', "Payer's bank answers too slowly"),
  decline('U91', 'destination_bank', 'bank_offline', "Payee's bank answers too slowly"),
  decline('UP', 'psp', 'timed_out', 'PSP did not answer in time'),
  decline(
    'V1',
    'destination_bank',
    'mandate_mismatch',
    'Sequence number not the expected one (bank)',
  ),
  decline(
    'V2',
    'destination_bank',
    'mandate_mismatch',
    'Recurrence pattern and value disagree (bank)',
  ),
  decline('V3', 'destination_bank', 'pin_missing', 'PIN missing above the limit without PIN'),
  decline('V4', 'destination_bank', 'pin_missing', 'PIN missing in a first debit'),
  decline(
    'V5',
    'destination_bank',
    'mandate_mismatch',
    'Recurring mandate asks to block funds (bank)',
  ),
  decline(
    'V6',
    'destination_bank',
    'mandate_mismatch',
    'Recurring mandate marked as not revocable (bank)',
  ),
  decline('VA', 'destination_bank', 'mandate_revoked', 'Mandate revoked (bank)'),
  decline('VB', 'npci', 'mandate_mismatch', 'Recurrence pattern wrong'),
  decline('VC', 'npci', 'mandate_mismatch', 'Debit rule wrong'),
  decline('VD', 'npci', 'mandate_mismatch', 'Amount rule wrong'),
  decline('VE', 'destination_bank', 'already_debited', 'Cycle already paid (bank)'),
  decline('VF', 'destination_bank', 'mandate_not_found', 'Mandate number unknown (bank)'),
  decline('VG', 'destination_bank', 'payer_vpa_invalid', 'Payer VPA wrong (bank)'),
  decline('VH', 'psp', 'request_invalid', 'Mandate signature damaged'),
  decline('VI', 'npci', 'mandate_mismatch', 'Debit day breaks the debit rule (bank)'),
  decline('VJ', 'destination_bank', 'account_changed', 'Payer has switched accounts (bank)'),
  decline(
    'VK',
    'destination_bank',
    'mandate_limit_exceeded',
    'Account has as many mandates as its bank allows',
  ),
  decline(
    'VL',
    'destination_bank',
    'registration_not_allowed',
    'Bank allows no mandates on this kind of account',
  ),
  decline(
    'VM',
    'destination_bank',
    'debit_not_permitted',
    'Kind of account does not allow this debit',
  ),
  decline('VO', 'destination_bank', 'stopped_by_law', 'Stopped by a court'),
  decline('VP', 'destination_bank', 'account_holder_deceased', "Stopped after the holder's death"),
  decline('VQ', 'destination_bank', 'stopped_by_law', 'Stopped by insolvency'),
  decline('VR', 'destination_bank', 'stopped_by_law', 'Stopped for legal incapacity of the holder'),
  decline('VS', 'npci', 'duplicate_request', 'Mandate requested twice (rail)'),
  decline('VT', 'destination_bank', 'mandate_paused', 'Mandate paused (bank)'),
  decline('VU', 'destination_bank', 'mandate_expired', 'Mandate past its end (bank)'),
  decline('VV', 'psp', 'registration_not_allowed', "No mandates on this VPA (payee's PSP)"),
  decline('VW', 'psp', 'modification_declined', "Change of the mandate refused (payee's side)"),
  decline('VX', 'psp', 'registration_not_allowed', "Payee is no merchant (payee's PSP)"),
  decline('VY', 'destination_bank', 'payee_vpa_invalid', 'Merchant VPA wrong (bank)'),
  decline('VZ', 'destination_bank', 'stopped_by_law', 'Stopped by an attachment'),
  decline('XH', 'destination_bank', 'account_not_found', 'Account does not exist'),
  decline('XP', 'destination_bank', 'debit_not_permitted', 'Holder may not make this transaction'),
  decline('XY', 'destination_bank', 'bank_offline', "Core system of the payer's bank is offline"),
  decline('Y1', 'destination_bank', 'bank_offline', "Core system of the payee's bank is offline"),
  decline('YC', 'destination_bank', 'bank_declined', 'Refused by the bank without a cause'),
  decline('YE', 'destination_bank', 'account_frozen', 'Account blocked or frozen'),
  decline('Z6', 'destination_bank', 'pin_tries_exceeded', 'Wrong PIN too often'),
  decline('Z7', 'destination_bank', 'usage_limit_exceeded', 'Too many transactions for now'),
  decline(
    'Z8',
    'destination_bank',
    'transaction_limit_exceeded',
    'Above the limit for one transaction',
  ),
  decline('Z9', 'destination_bank', 'insufficient_funds', 'Not enough funds'),
  decline('ZA', 'app', 'payer_declined', 'Declined by the customer'),
  decline('ZM', 'destination_bank', 'wrong_pin', 'Wrong PIN'),
  decline('ZR', 'destination_bank', 'otp_failed', 'Wrong one-time password'),
  decline('ZS', 'destination_bank', 'otp_failed', 'One-time password came too late'),
  decline('ZU', 'destination_bank', 'bank_limit_exceeded', "Limit of the payer's bank reached"),
  decline('ZX', 'destination_bank', 'account_dormant', 'Dormant account'),
]

/** The row of a code; null if the code is not known. */
export function responseCode(code: string): ResponseCode | null {
  return BY_CODE.get(code) ?? null
}

const BY_CODE: ReadonlyMap<string, ResponseCode> = new Map(
  RESPONSE_CODES.map((row) => [row.code, row]),
)

function decline(
  code: string,
  answeredBy: AnsweredBy,
  reason: DeclineReason,
  title: string,
): ResponseCode {
  return {
    code,
    title,
    answered_by: answeredBy,
    outcome: 'declined',
    reason,
    advice: adviceOf(reason),
  }
}

function adviceOf(reason: DeclineReason): RetryAdvice {
  return DECLINE_REASONS.find((row) => row.reason === reason)?.advice ?? 'never'
}

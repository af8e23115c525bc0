import type { RetryAdvice } from '../vocabulary.ts'

/** Why a bank, an app or the rail said no, in our words, and what to do about it. */
export interface DeclineReasonRow {
  readonly reason: string
  readonly title: string
  readonly advice: RetryAdvice
}

/** The canonical reasons. Many response codes share one; each has one advice. */
export const DECLINE_REASONS = [
  { reason: 'insufficient_funds', title: 'Not enough money in the account', advice: 'retry_later' },
  {
    reason: 'funds_blocked',
    title: 'The money in the account is blocked for another mandate',
    advice: 'retry_later',
  },
  { reason: 'wrong_pin', title: 'The payer entered a wrong PIN', advice: 'after_payer_action' },
  {
    reason: 'pin_tries_exceeded',
    title: 'The payer entered a wrong PIN too often',
    advice: 'after_payer_action',
  },
  { reason: 'pin_not_set', title: 'The payer has no UPI PIN yet', advice: 'after_payer_action' },
  {
    reason: 'pin_missing',
    title: 'The bank wants the PIN for this debit',
    advice: 'after_payer_action',
  },
  {
    reason: 'otp_failed',
    title: 'The one-time password was wrong or late',
    advice: 'after_payer_action',
  },
  { reason: 'payer_declined', title: 'The payer said no', advice: 'after_payer_action' },
  {
    reason: 'payer_did_not_authorise',
    title: 'The payer did not answer in time',
    advice: 'retry_later',
  },
  {
    reason: 'transaction_limit_exceeded',
    title: 'Above what the account may pay at once',
    advice: 'after_payer_action',
  },
  {
    reason: 'usage_limit_exceeded',
    title: 'The account has reached its limit for now',
    advice: 'retry_later',
  },
  {
    reason: 'bank_limit_exceeded',
    title: "The payer's bank has reached its own limit for now",
    advice: 'retry_later',
  },
  {
    reason: 'app_limit_exceeded',
    title: "Above the payer app's limit for mandate debits",
    advice: 'never',
  },
  {
    reason: 'mandate_limit_exceeded',
    title: 'The account has as many mandates or mandate requests as it may',
    advice: 'after_payer_action',
  },
  { reason: 'account_frozen', title: 'The account is blocked or frozen', advice: 'never' },
  { reason: 'account_dormant', title: 'The account is dormant', advice: 'after_payer_action' },
  {
    reason: 'account_not_found',
    title: 'The account does not exist or was closed',
    advice: 'never',
  },
  {
    reason: 'account_changed',
    title: 'The payer account behind the mandate has changed',
    advice: 'never',
  },
  {
    reason: 'mobile_number_changed',
    title: "The account's mobile number has changed",
    advice: 'after_payer_action',
  },
  {
    reason: 'debit_not_permitted',
    title: 'The account may not be debited like this',
    advice: 'never',
  },
  {
    reason: 'stopped_by_law',
    title: 'A court, an attachment or the law stops payments',
    advice: 'never',
  },
  { reason: 'account_holder_deceased', title: 'The account holder has died', advice: 'never' },
  { reason: 'bank_declined', title: 'The bank refused without saying why', advice: 'never' },
  { reason: 'mandate_revoked', title: 'The mandate has been revoked', advice: 'never' },
  { reason: 'mandate_expired', title: 'The mandate has expired', advice: 'never' },
  {
    reason: 'mandate_paused',
    title: 'The payer has paused the mandate',
    advice: 'after_payer_action',
  },
  { reason: 'already_debited', title: 'The cycle has been debited already', advice: 'never' },
  { reason: 'mandate_not_found', title: 'The rail knows no such mandate', advice: 'never' },
  { reason: 'mandate_mismatch', title: 'The debit does not fit the mandate', advice: 'never' },
  {
    reason: 'duplicate_request',
    title: 'The rail has seen this request before',
    advice: 'after_inquiry',
  },
  {
    reason: 'registration_not_allowed',
    title: 'No mandate can be registered here',
    advice: 'never',
  },
  { reason: 'merchant_declined', title: 'The merchant said no', advice: 'never' },
  {
    reason: 'modification_declined',
    title: 'The change of the mandate was refused',
    advice: 'after_payer_action',
  },
  {
    reason: 'modification_not_allowed',
    title: 'The mandate may not be changed or revoked from this side',
    advice: 'never',
  },
  { reason: 'payer_vpa_invalid', title: "The payer's VPA is wrong or gone", advice: 'never' },
  { reason: 'payee_vpa_invalid', title: "The merchant's VPA is wrong", advice: 'never' },
  {
    reason: 'request_invalid',
    title: 'The rail could not accept the request as sent',
    advice: 'never',
  },
  {
    reason: 'notification_failed',
    title: 'The payer could not be notified',
    advice: 'retry_later',
  },
  { reason: 'bank_offline', title: 'A bank is offline or too slow for now', advice: 'retry_later' },
  { reason: 'timed_out', title: 'A participant did not answer in time', advice: 'after_inquiry' },
  { reason: 'technical_failure', title: 'Something failed on the way', advice: 'retry_later' },
  { reason: 'bank_not_on_upi', title: 'The bank does not take part in UPI', advice: 'never' },
  { reason: 'suspected_fraud', title: 'The bank suspects fraud', advice: 'never' },
  { reason: 'risk_declined', title: 'The risk check said no', advice: 'never' },
  {
    reason: 'device_mismatch',
    title: 'The device is not the one registered',
    advice: 'after_payer_action',
  },
  { reason: 'unmapped', title: 'A code without a known meaning', advice: 'never' },
] as const satisfies readonly DeclineReasonRow[]

/** A canonical reason's name. */
export type DeclineReason = (typeof DECLINE_REASONS)[number]['reason']

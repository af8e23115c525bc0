/** What repeating a refused request does: never helps, only after it was fixed, with the same key, or after asking. */
export type Retry = 'never' | 'after_fix' | 'same_key' | 'after_inquiry'

/** Why the domain refuses a command. The status is the HTTP stage: 404 resource, 412 If-Match, 409 state or duplicate, 422 rule. */
export interface RejectionRow {
  readonly code: string
  readonly title: string
  readonly status: 404 | 409 | 412 | 422
  readonly remedy: string
  readonly retry: Retry
}

/** Every refusal of the domain in order of precedence: the first failing row is what the caller gets. */
export const REJECTIONS = [
  {
    code: 'not_found',
    title: 'No such resource',
    status: 404,
    remedy: 'Check the id, and that the key belongs to the merchant and mode that created it.',
    retry: 'never',
  },
  {
    code: 'precondition_failed',
    title: 'The resource is not as you last read it',
    status: 412,
    remedy: 'Read the resource, decide again, and send the ETag of that answer in If-Match.',
    retry: 'after_inquiry',
  },
  {
    code: 'reference_id_taken',
    title: 'reference_id is already used',
    status: 409,
    remedy: 'Use the existing resource named in the answer, or send a new reference_id.',
    retry: 'after_fix',
  },
  {
    code: 'state_conflict',
    title: 'Not possible in this state',
    status: 409,
    remedy: 'Read the resource; allowed_actions lists what it accepts now.',
    retry: 'after_inquiry',
  },
  {
    code: 'notification_open',
    title: 'The cycle already has an open notification',
    status: 409,
    remedy: 'Present against the open notification, or wait until it is used or lapses.',
    retry: 'after_inquiry',
  },
  {
    code: 'presentation_open',
    title: 'The cycle already has an open presentation',
    status: 409,
    remedy: 'Wait for its final state, retry it or cancel it.',
    retry: 'after_inquiry',
  },
  {
    code: 'schedule_open',
    title: 'The mandate already has an open schedule',
    status: 409,
    remedy: 'Cancel the open schedule first, or wait until it is completed.',
    retry: 'after_inquiry',
  },
  {
    code: 'modification_open',
    title: 'The mandate already has an open modification',
    status: 409,
    remedy: 'Wait until the payer has answered it, or until it expires.',
    retry: 'after_inquiry',
  },
  {
    code: 'clock_busy',
    title: 'The clock is being moved',
    status: 409,
    remedy: 'Wait for the other call to answer.',
    retry: 'same_key',
  },
  {
    code: 'revocation_not_allowed',
    title: 'The mandate cannot be revoked from this side now',
    status: 422,
    remedy: 'Category 7322: let the merchant revoke it. A paused mandate: resume it first.',
    retry: 'never',
  },
  {
    code: 'pause_not_allowed',
    title: 'The payer cannot pause this mandate',
    status: 422,
    remedy: 'Ask the merchant to leave out debits.',
    retry: 'never',
  },
  {
    code: 'modification_empty',
    title: 'The modification changes nothing',
    status: 422,
    remedy: 'Send an amount or an end_date that differs from the mandate.',
    retry: 'after_fix',
  },
  {
    code: 'mcc_not_approved',
    title: 'The account is not approved for this merchant category',
    status: 422,
    remedy: 'Use one of the approved categories of GET /v1/account.',
    retry: 'after_fix',
  },
  {
    code: 'collect_not_allowed',
    title: 'Collect is closed for this merchant category',
    status: 422,
    remedy: 'Use intent or QR.',
    retry: 'after_fix',
  },
  {
    code: 'notice_exemption_not_allowed',
    title: 'The mandate cannot be exempt from the notice',
    status: 422,
    remedy:
      'Leave notice_exemption out, or use it with as_presented and an account approved for it.',
    retry: 'after_fix',
  },
  {
    code: 'notice_required',
    title: 'The debit needs a notice',
    status: 422,
    remedy: 'Notify the payer and present with the notification.',
    retry: 'after_fix',
  },
  {
    code: 'amount_below_minimum',
    title: 'The amount is below the minimum',
    status: 422,
    remedy: 'Raise the amount to the minimum or above.',
    retry: 'after_fix',
  },
  {
    code: 'amount_above_maximum',
    title: 'The amount is above what the provider takes',
    status: 422,
    remedy: 'Lower the amount to the maximum or below.',
    retry: 'after_fix',
  },
  {
    code: 'min_amount_invalid',
    title: 'min_amount does not fit the amount rule',
    status: 422,
    remedy: 'Send min_amount only with amount_rule max, and not above amount.',
    retry: 'after_fix',
  },
  {
    code: 'debit_rule_invalid',
    title: 'debit_rule does not fit the frequency',
    status: 422,
    remedy:
      'Leave it out for one_time, daily and as_presented; otherwise keep the day within the range of the frequency.',
    retry: 'after_fix',
  },
  {
    code: 'start_date_in_past',
    title: 'start_date lies in the past',
    status: 422,
    remedy: 'Use today (Indian time) or a later date.',
    retry: 'after_fix',
  },
  {
    code: 'end_date_in_past',
    title: 'end_date lies in the past',
    status: 422,
    remedy: 'Use today (Indian time) or a later date, or revoke the mandate.',
    retry: 'after_fix',
  },
  {
    code: 'validity_invalid',
    title: 'The validity period is not possible',
    status: 422,
    remedy: 'Let end_date be on or after start_date and within the longest validity.',
    retry: 'after_fix',
  },
  {
    code: 'first_debit_invalid',
    title: 'first_debit does not fit the mandate',
    status: 422,
    remedy: 'Use it only with amount_rule max and an amount below that of the mandate.',
    retry: 'after_fix',
  },
  {
    code: 'registration_expiry_invalid',
    title: 'registration_expires_in is out of range',
    status: 422,
    remedy: 'Choose a duration within the limits.',
    retry: 'after_fix',
  },
  {
    code: 'modification_expiry_invalid',
    title: 'expires_in is out of range',
    status: 422,
    remedy: 'Choose a duration within the limits.',
    retry: 'after_fix',
  },
  {
    code: 'payment_expiry_invalid',
    title: 'expires_in is out of range',
    status: 422,
    remedy: 'Choose a duration within the limits.',
    retry: 'after_fix',
  },
  {
    code: 'amount_outside_mandate',
    title: 'The amount breaks the amount rule of the mandate',
    status: 422,
    remedy:
      'exact: send the amount of the mandate; max: at most its amount, at least its min_amount.',
    retry: 'after_fix',
  },
  {
    code: 'schedule_without_cycles',
    title: 'A mandate without cycles cannot be scheduled',
    status: 422,
    remedy: 'Notify and present each debit by itself.',
    retry: 'never',
  },
  {
    code: 'schedule_dates_invalid',
    title: 'The days of the schedule are not possible',
    status: 422,
    remedy: 'Let starts_on be today or later, until not before it, and neither after the mandate.',
    retry: 'after_fix',
  },
  {
    code: 'schedule_too_long',
    title: 'The schedule does not fit into its time',
    status: 422,
    remedy: 'Ask for fewer cycles, or move starts_on or until.',
    retry: 'after_fix',
  },
  {
    code: 'debit_outside_validity',
    title: 'The debit would fall outside the validity of the mandate',
    status: 422,
    remedy: 'Choose a date from start_date to end_date.',
    retry: 'after_fix',
  },
  {
    code: 'debit_day_not_allowed',
    title: 'The debit rule of the mandate does not allow this day',
    status: 422,
    remedy: 'Choose a day that the debit rule allows in this cycle.',
    retry: 'after_fix',
  },
  {
    code: 'notice_outside_lead_window',
    title: 'The notice is too late or too early for this debit',
    status: 422,
    remedy: 'Choose a debit date whose window lies inside the lead window.',
    retry: 'after_fix',
  },
  {
    code: 'notice_after_cut_off',
    title: 'Notices for tomorrow are closed for today',
    status: 422,
    remedy: 'Notify before the cut-off, or for a later day.',
    retry: 'after_fix',
  },
  {
    code: 'cycle_already_debited',
    title: 'This cycle already has its successful debit',
    status: 422,
    remedy: 'Debit in the next cycle.',
    retry: 'never',
  },
  {
    code: 'attempts_exhausted',
    title: 'No attempts are left in this cycle',
    status: 422,
    remedy: 'Notify and debit the next cycle.',
    retry: 'never',
  },
  {
    code: 'debit_window_closed',
    title: 'No moment is left at which this debit may be made',
    status: 422,
    remedy: 'Notify a later date.',
    retry: 'never',
  },
  {
    code: 'instant_window_closed',
    title: 'The instant debit is no longer possible',
    status: 422,
    remedy: 'Notify the payer and present with the notification.',
    retry: 'never',
  },
  {
    code: 'refund_window_closed',
    title: 'The time for refunds has passed',
    status: 422,
    remedy: 'Give the money back outside the rail.',
    retry: 'never',
  },
  {
    code: 'refund_exceeds_collected',
    title: 'The refund is above what is left to give back',
    status: 422,
    remedy: 'Ask for at most what was collected less refunds, pending ones included.',
    retry: 'after_fix',
  },
  {
    code: 'dispute_exceeds_collected',
    title: 'The dispute is above what is left of the money',
    status: 422,
    remedy:
      'Dispute at most what was collected less refunds, pending ones included, and other disputes.',
    retry: 'after_fix',
  },
  {
    code: 'clock_backwards',
    title: 'The clock only moves forward',
    status: 422,
    remedy: 'Name a later instant, or reset the sandbox.',
    retry: 'after_fix',
  },
  {
    code: 'clock_out_of_range',
    title: 'The clock does not go that far',
    status: 422,
    remedy: 'Name an instant within the range.',
    retry: 'after_fix',
  },
] as const satisfies readonly RejectionRow[]

/** The name of a refusal. */
export type RejectionCode = (typeof REJECTIONS)[number]['code']

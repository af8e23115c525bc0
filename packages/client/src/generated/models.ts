// Generated from specs/generated/openapi-3.0.json by openapi-generator. Edit the contract instead.

/** The merchant whose key is used. */
export interface Account {
  id: string
  /** False for what was made with a test key. */
  livemode: boolean
  created_at: string
  updated_at: string
  /** Up to 50 keys of up to 40 characters, with text of up to 500. */
  metadata: { [key: string]: string; }
  object: 'account'
  status: AccountStatus
  /** What may be asked of the resource in its present state. */
  allowed_actions: Array<string>
  name: string
  payee_vpa: string
  bank_account: SettlementAccount | null
  mcc: string
  approved_mccs: Array<string>
  /** Exemptions from the notice that its mandates may claim. */
  approved_exemptions: Array<NoticeExemption>
  settlement: SettlementSpeed
  /** While true nothing is presented: a debit that comes due waits. */
  debits_stopped: boolean
}

export type AccountStatus =
  | 'active'
  | (string & {})

export interface AccountUpdate {
  name?: string | undefined
  payee_vpa?: string | undefined
  bank_account?: SettlementAccountInput | null | undefined
  mcc?: string | undefined
  /** In test mode only: live categories are approved by the acquirer. */
  approved_mccs?: Array<string> | undefined
  settlement?: SettlementSpeed | undefined
  /** Up to 50 keys of up to 40 characters, with text of up to 500. */
  metadata?: { [key: string]: string; } | undefined
}

export type AmountRule =
  | 'max'
  | 'exact'

export type AnsweredBy =
  | 'npci'
  | 'psp'
  | 'destination_bank'
  | 'app'
  | (string & {})

export interface Attempt {
  number: number
  started_at: string
  ended_at: string | null
  authentication: AttemptAuthentication
  status: AttemptStatus
  rrn: string | null
  npci_txn_id: string | null
  decline: Decline | null
  /** Whether it collected what its cycle had paid already. */
  surplus: boolean
  /** How often the bank was asked what became of it. */
  inquiries: number
}

export type AttemptAuthentication =
  | 'pin'
  | 'none'
  | (string & {})

export type AttemptStatus =
  | 'processing'
  | 'awaiting_payer'
  | 'succeeded'
  | 'declined'
  | 'unknown'
  | (string & {})

export interface Authorization {
  /** upi://mandate?… for the payer’s app. */
  upi_link: string
  /** A page that shows the terms to the payer. */
  hosted_url: string
  expires_at: string
}

/** The books of a merchant at one moment, in paise. */
export interface Balance {
  object: 'balance'
  livemode: boolean
  as_of: string
  currency: 'INR'
  collected: number
  refunded: number
  reversed: number
  /** Taken by disputes, less what was won back. */
  disputed: number
  fees: number
  /** Paid to the bank account. */
  settled_net: number
  /** On its way or waiting for its run; below zero after refunds of settled money. Always collected − refunded − reversed − disputed − fees − settled_net. */
  unsettled: number
}

/** An account at an Indian bank. */
export interface BankAccount {
  number: string
  ifsc: string
}

/** normal: what nothing else decides succeeds. slow: every answer takes ten minutes. bad_day: of a hundred debits about 20 lack funds, 10 meet a bank that is offline, 10 are unknown until asked, 5 are slow. */
export type BankPreset =
  | 'normal'
  | 'bad_day'
  | 'slow'

/** Many debits or notices handed in at once. */
export interface Batch {
  id: string
  /** False for what was made with a test key. */
  livemode: boolean
  created_at: string
  updated_at: string
  /** Up to 50 keys of up to 40 characters, with text of up to 500. */
  metadata: { [key: string]: string; }
  object: 'batch'
  status: BatchStatus
  /** What may be asked of the resource in its present state. */
  allowed_actions: Array<string>
  kind: BatchKind
  events: BatchEvents
  reference_id: string
  rows: BatchRowCounts
  /** Sum of the rows whose form was accepted, in paise. */
  amount: number
  currency: 'INR'
  /** What the batch made, by present status; of a completed batch as it stood when the last debit ended. Null in events before that. */
  results: Array<BatchResult> | null
  cancel_reason: BatchCancelReason | null
  /** When the upload was whole. */
  started_at: string | null
  /** When it was completed or cancelled. */
  ended_at: string | null
}

export type BatchCancelReason =
  | 'merchant'
  | 'upload_dropped'
  | 'upload_refused'
  | (string & {})

export interface BatchCreate {
  kind: BatchKind
  events?: BatchEvents | undefined
  reference_id: string
  rows: Array<BatchRowCreate>
  /** Up to 50 keys of up to 40 characters, with text of up to 500. */
  metadata?: { [key: string]: string; } | undefined
}

export interface BatchEvent {
  id: string
  object: 'event'
  type: BatchEventType
  created_at: string
  livemode: boolean
  /** Grows within one mandate or endpoint; not across them. */
  sequence: number
  data: BatchEventData
}

export interface BatchEventData {
  object: Batch
}

export type BatchEventType =
  | 'batch.created'
  | 'batch.started'
  | 'batch.cancelled'
  | 'batch.completed'

export type BatchEvents =
  | 'each'
  | 'summary'

export type BatchKind =
  | 'debits'
  | 'notifications'

export interface BatchList {
  object: 'list'
  data: Array<Batch>
  has_more: boolean
  next_cursor: string | null
}

export interface BatchResult {
  status: string
  count: number
  /** Their sum in paise. */
  amount: number
}

export interface BatchRow {
  object: 'batch_row'
  /** Where it stood: the line of the file, or the place in the list, from 1. */
  line: number
  status: BatchRowStatus
  reference_id: string | null
  mandate_id: string | null
  mandate_reference_id: string | null
  amount: number | null
  debit_date: string | null
  notification_id: string | null
  presentation_id: string | null
  /** Status of the debit that it made or found, or of the notice. */
  result: string | null
  errors: Array<BatchRowError>
}

/** Rows by what became of them; total is their sum. */
export interface BatchRowCounts {
  total: number
  /** Not handed over yet. */
  accepted: number
  /** Have their debit, or their notice. */
  planned: number
  /** Found the same debit there already. */
  unchanged: number
  /** Refused by form or by a rule. */
  refused: number
  /** Were not handed over before the batch was cancelled. */
  cancelled: number
}

/** One debit: its mandate by id or by reference, its day or moment, and the reference that notice and debit will have. Rows of notifications have neither description, when, present_at nor retry. */
export interface BatchRowCreate {
  mandate_id?: string | undefined
  mandate_reference_id?: string | undefined
  amount: number
  debit_date?: string | undefined
  debit_at?: string | undefined
  reference_id: string
  /** Up to 50 keys of up to 40 characters, with text of up to 500. */
  metadata?: { [key: string]: string; } | undefined
  description?: string | undefined
  when?: PresentWhen | undefined
  present_at?: string | undefined
  retry?: RetryMode | undefined
}

export interface BatchRowError {
  /** Of the catalogue of errors. */
  code: string
  /** Null where the line is at fault as a whole. */
  field: string | null
  message: string
}

export interface BatchRowList {
  object: 'list'
  data: Array<BatchRow>
  has_more: boolean
  next_cursor: string | null
}

export type BatchRowStatus =
  | 'accepted'
  | 'planned'
  | 'unchanged'
  | 'refused'
  | 'cancelled'
  | (string & {})

export type BatchStatus =
  | 'validating'
  | 'running'
  | 'completed'
  | 'cancelled'
  | (string & {})

export interface Blocker {
  object: BlockerObject
  id: string
  status: string
}

export type BlockerObject =
  | 'notification'
  | 'presentation'
  | (string & {})

export interface ChangeableTerms {
  amount: number
  end_date: string
}

export type ClockMode =
  | 'running'
  | 'frozen'

/** unknown: money may have moved. */
export type CodeOutcome =
  | 'success'
  | 'unknown'
  | 'declined'
  | (string & {})

export interface CycleSpan {
  from: string
  until: string
}

export interface DebitRule {
  type: DebitRuleType
  day: number
}

export type DebitRuleType =
  | 'on'
  | 'before'
  | 'after'

export interface DebitWindow {
  /** Known once the notice is delivered. */
  earliest: string | null
  latest: string
}

/** Why a bank refused, and whether asking again makes sense. */
export interface Decline {
  reason: DeclineReason
  title: string
  provider_code: string | null
  npci_code: string | null
  advice: RetryAdvice
}

/** A response code of UPI: whose it is and what to do. */
export interface DeclineCode {
  code: string
  object: 'decline_code'
  title: string
  answered_by: AnsweredBy
  outcome: CodeOutcome
  reason: DeclineReason | null
  advice: RetryAdvice | null
}

export interface DeclineCodeList {
  object: 'list'
  data: Array<DeclineCode>
  has_more: boolean
  next_cursor: string | null
}

export type DeclineReason =
  | 'insufficient_funds'
  | 'funds_blocked'
  | 'wrong_pin'
  | 'pin_tries_exceeded'
  | 'pin_not_set'
  | 'pin_missing'
  | 'otp_failed'
  | 'payer_declined'
  | 'payer_did_not_authorise'
  | 'transaction_limit_exceeded'
  | 'usage_limit_exceeded'
  | 'bank_limit_exceeded'
  | 'app_limit_exceeded'
  | 'mandate_limit_exceeded'
  | 'account_frozen'
  | 'account_dormant'
  | 'account_not_found'
  | 'account_changed'
  | 'mobile_number_changed'
  | 'debit_not_permitted'
  | 'stopped_by_law'
  | 'account_holder_deceased'
  | 'bank_declined'
  | 'mandate_revoked'
  | 'mandate_expired'
  | 'mandate_paused'
  | 'already_debited'
  | 'mandate_not_found'
  | 'mandate_mismatch'
  | 'duplicate_request'
  | 'registration_not_allowed'
  | 'merchant_declined'
  | 'modification_declined'
  | 'modification_not_allowed'
  | 'payer_vpa_invalid'
  | 'payee_vpa_invalid'
  | 'request_invalid'
  | 'notification_failed'
  | 'bank_offline'
  | 'timed_out'
  | 'technical_failure'
  | 'bank_not_on_upi'
  | 'suspected_fraud'
  | 'risk_declined'
  | 'device_mismatch'
  | 'unmapped'
  | (string & {})

export type DeferralReason =
  | 'notice_lead_time'
  | 'debit_date'
  | 'peak_hours'
  | 'attempt_spacing'
  | 'requested_time'
  | 'next_window'
  | 'mandate_paused'
  | 'debits_stopped'
  | (string & {})

/** One event on its way to one endpoint. */
export interface Delivery {
  id: string
  /** False for what was made with a test key. */
  livemode: boolean
  created_at: string
  updated_at: string
  /** Up to 50 keys of up to 40 characters, with text of up to 500. */
  metadata: { [key: string]: string; }
  object: 'delivery'
  status: DeliveryStatus
  /** What may be asked of the resource in its present state. */
  allowed_actions: Array<string>
  event_id: string
  event_type: EventType
  webhook_endpoint_id: string
  attempts: Array<DeliveryAttempt>
  next_attempt_at: string | null
}

export interface DeliveryAttempt {
  number: number
  at: string
  duration_ms: number
  request: DeliveryRequest
  response: DeliveryResponse | null
  error: string | null
}

export interface DeliveryList {
  object: 'list'
  data: Array<Delivery>
  has_more: boolean
  next_cursor: string | null
}

export interface DeliveryRequest {
  url: string
  headers: { [key: string]: string; }
  body: string
}

export interface DeliveryResponse {
  status: number
  headers: { [key: string]: string; }
  body: string
}

export type DeliveryStatus =
  | 'pending'
  | 'retrying'
  | 'succeeded'
  | 'given_up'
  | (string & {})

export type DisabledBecause =
  | 'merchant'
  | 'failing'
  | (string & {})

/** A payer’s objection to a debit or a payment: a chargeback. */
export interface Dispute {
  id: string
  /** False for what was made with a test key. */
  livemode: boolean
  created_at: string
  updated_at: string
  /** Up to 50 keys of up to 40 characters, with text of up to 500. */
  metadata: { [key: string]: string; }
  object: 'dispute'
  status: DisputeStatus
  /** What may be asked of the resource in its present state. */
  allowed_actions: Array<string>
  presentation_id: string | null
  payment_id: string | null
  mandate_id: string | null
  amount: number
  currency: 'INR'
  /** In the bank’s words. */
  reason: string
  /** Not contested by then, it is lost. */
  respond_by: string
  contested_at: string | null
  evidence: DisputeEvidenceGiven | null
  closed_at: string | null
  closed_by: DisputeClosedBy | null
}

export type DisputeClosedBy =
  | 'merchant'
  | 'bank'
  | 'clock'
  | (string & {})

export interface DisputeContest {
  evidence: DisputeEvidence
}

export interface DisputeEvent {
  id: string
  object: 'event'
  type: DisputeEventType
  created_at: string
  livemode: boolean
  /** Grows within one mandate or endpoint; not across them. */
  sequence: number
  data: DisputeEventData
}

export interface DisputeEventData {
  object: Dispute
}

export type DisputeEventType =
  | 'dispute.opened'
  | 'dispute.contested'
  | 'dispute.won'
  | 'dispute.lost'

export interface DisputeEvidence {
  /** Why the payer owes it. */
  note: string
  /** Where documents can be read. */
  urls?: Array<string> | undefined
}

export interface DisputeEvidenceGiven {
  note: string
  urls: Array<string>
}

export interface DisputeList {
  object: 'list'
  data: Array<Dispute>
  has_more: boolean
  next_cursor: string | null
}

export type DisputeStatus =
  | 'open'
  | 'won'
  | 'lost'
  | (string & {})

export type Ender =
  | 'merchant'
  | 'payer'
  | 'rail'
  | (string & {})

export type ErrorCode =
  | 'route_not_found'
  | 'unauthenticated'
  | 'scope_insufficient'
  | 'test_mode_only'
  | 'body_too_large'
  | 'unsupported_media_type'
  | 'malformed_json'
  | 'invalid_request'
  | 'idempotency_mismatch'
  | 'idempotency_in_flight'
  | 'not_found'
  | 'precondition_failed'
  | 'reference_id_taken'
  | 'state_conflict'
  | 'notification_open'
  | 'presentation_open'
  | 'schedule_open'
  | 'modification_open'
  | 'clock_busy'
  | 'revocation_not_allowed'
  | 'pause_not_allowed'
  | 'modification_empty'
  | 'mcc_not_approved'
  | 'collect_not_allowed'
  | 'notice_exemption_not_allowed'
  | 'notice_required'
  | 'amount_below_minimum'
  | 'amount_above_maximum'
  | 'min_amount_invalid'
  | 'debit_rule_invalid'
  | 'start_date_in_past'
  | 'end_date_in_past'
  | 'validity_invalid'
  | 'first_debit_invalid'
  | 'registration_expiry_invalid'
  | 'modification_expiry_invalid'
  | 'payment_expiry_invalid'
  | 'amount_outside_mandate'
  | 'schedule_without_cycles'
  | 'schedule_dates_invalid'
  | 'schedule_too_long'
  | 'debit_outside_validity'
  | 'debit_day_not_allowed'
  | 'notice_outside_lead_window'
  | 'notice_after_cut_off'
  | 'cycle_already_debited'
  | 'attempts_exhausted'
  | 'debit_window_closed'
  | 'instant_window_closed'
  | 'refund_window_closed'
  | 'refund_exceeds_collected'
  | 'dispute_exceeds_collected'
  | 'clock_backwards'
  | 'clock_out_of_range'
  | 'payer_timeout'
  | 'internal_error'
  | 'unavailable'
  | (string & {})

/** Something that happened, with the resource as it was after it. */
export type Event =
  | BatchEvent
  | DisputeEvent
  | MandateEvent
  | ModificationEvent
  | NotificationEvent
  | PaymentEvent
  | PresentationEvent
  | RefundEvent
  | ScheduleEvent
  | SettlementEvent
  | WebhookEndpointEvent

export interface EventList {
  object: 'list'
  data: Array<Event>
  has_more: boolean
  next_cursor: string | null
}

export type EventType =
  | 'mandate.created'
  | 'mandate.activated'
  | 'mandate.rejected'
  | 'mandate.expired'
  | 'mandate.revoked'
  | 'mandate.paused'
  | 'mandate.resumed'
  | 'mandate.modified'
  | 'mandate.completed'
  | 'modification.requested'
  | 'modification.applied'
  | 'modification.declined'
  | 'modification.expired'
  | 'modification.cancelled'
  | 'notification.created'
  | 'notification.delivered'
  | 'notification.failed'
  | 'notification.cancelled'
  | 'notification.lapsed'
  | 'notification.used'
  | 'presentation.created'
  | 'presentation.processing'
  | 'presentation.awaiting_payer'
  | 'presentation.succeeded'
  | 'presentation.declined'
  | 'presentation.retry_scheduled'
  | 'presentation.rescheduled'
  | 'presentation.outcome_unknown'
  | 'presentation.unresolved'
  | 'presentation.failed'
  | 'presentation.cancelled'
  | 'presentation.corrected'
  | 'presentation.surplus_collected'
  | 'presentation.reversed'
  | 'payment.created'
  | 'payment.outcome_unknown'
  | 'payment.unresolved'
  | 'payment.succeeded'
  | 'payment.failed'
  | 'payment.expired'
  | 'payment.cancelled'
  | 'payment.corrected'
  | 'refund.created'
  | 'refund.outcome_unknown'
  | 'refund.unresolved'
  | 'refund.succeeded'
  | 'refund.failed'
  | 'refund.corrected'
  | 'dispute.opened'
  | 'dispute.contested'
  | 'dispute.won'
  | 'dispute.lost'
  | 'settlement.created'
  | 'settlement.settled'
  | 'batch.created'
  | 'batch.started'
  | 'batch.cancelled'
  | 'batch.completed'
  | 'schedule.created'
  | 'schedule.cycle_skipped'
  | 'schedule.paused'
  | 'schedule.resumed'
  | 'schedule.completed'
  | 'schedule.cancelled'
  | 'webhook_endpoint.tested'
  | 'webhook_endpoint.disabled'
  | (string & {})

export interface ExplainedAttempt {
  number: number
  status: AttemptStatus
  ended_at: string | null
  decline: Decline | null
}

export interface ExplainedRule {
  id: string
  title: string
  holds: boolean
  message: string
  value: { [key: string]: unknown; }
  source: RuleSource
  assumption: boolean
}

/** Why a debit was not made, and when it can be. */
export interface Explanation {
  object: 'explanation'
  /** Null for a preview. */
  presentation_id: string | null
  status: PresentationStatus | null
  outcome: UnknownOutcome | null
  mandate_id: string
  mandate_status: MandateStatus
  as_of: string
  summary: string
  /** The next moment at which an attempt can be made; null when there is none. */
  earliest_at: string | null
  /** What makes it wait until then; null for nothing. */
  earliest_because: DeferralReason | null
  /** Whether the payer would enter the PIN then, or now where no moment is named. */
  requires_pin: boolean
  /** When the bank is next asked what became of an unknown outcome. */
  next_inquiry_at: string | null
  /** An open debit or notice of the cycle, or a notice that cannot be used. */
  blocked_by: Blocker | null
  attempts: Array<ExplainedAttempt>
  rules: Array<ExplainedRule>
}

/** delay: the answer takes ten minutes. duplicate: it comes twice. reorder: it comes behind the next one, or behind the status inquiry. timeout_after_success: the provider cannot say, though the bank has decided. contradict: the opposite is said first. */
export type Fault =
  | 'delay'
  | 'duplicate'
  | 'reorder'
  | 'timeout_after_success'
  | 'contradict'

export type FaultTarget =
  | 'registration'
  | 'notification'
  | 'presentation'
  | 'payment'
  | 'refund'

export interface FiredTimer {
  at: string
  kind: string
  resource_id: string
}

/** A debit presented by itself as soon as the payer has approved. */
export interface FirstDebit {
  amount: number
}

export type Flow =
  | 'intent'
  | 'qr'
  | 'collect'

export type Frequency =
  | 'one_time'
  | 'daily'
  | 'weekly'
  | 'fortnightly'
  | 'monthly'
  | 'bimonthly'
  | 'quarterly'
  | 'half_yearly'
  | 'yearly'
  | 'as_presented'

/** A payer’s standing permission to be debited. */
export interface Mandate {
  id: string
  /** False for what was made with a test key. */
  livemode: boolean
  created_at: string
  updated_at: string
  /** Up to 50 keys of up to 40 characters, with text of up to 500. */
  metadata: { [key: string]: string; }
  object: 'mandate'
  status: MandateStatus
  /** What may be asked of the resource in its present state. */
  allowed_actions: Array<string>
  reference_id: string
  flow: Flow
  payer: Payer
  /** The VPA that approved. */
  payer_vpa: string | null
  description: string
  currency: 'INR'
  amount: number
  amount_rule: AmountRule
  min_amount: number | null
  frequency: Frequency
  debit_rule: DebitRule | null
  start_date: string
  end_date: string
  mcc: string
  first_debit: FirstDebit | null
  authorization: Authorization | null
  redirect_url: string | null
  settlement: SettlementSpeed
  /** Why its debits need no notice; null where they do. */
  notice_exemption: NoticeExemption | null
  /** The rail’s number of the mandate. */
  umn: string | null
  activated_at: string | null
  ended_at: string | null
  status_reason: Decline | null
  /** Who revoked it; null while nobody has. */
  revoked_by: Ender | null
  /** The last change of its terms that was asked for, also after its end. */
  modification: Modification | null
  next_cycle: NextCycle | null
}

export interface MandateCreate {
  reference_id: string
  flow: Flow
  payer: PayerInput
  /** What the payer sees. */
  description: string
  amount_rule: AmountRule
  amount: number
  min_amount?: number | undefined
  frequency: Frequency
  debit_rule?: DebitRule | undefined
  start_date: string
  end_date: string
  /** One of the account’s approved categories; by default the account’s. */
  mcc?: string | undefined
  notice_exemption?: NoticeExemption | undefined
  /** How long the payer has to approve; a day by default, and never longer than the last day of the mandate. */
  registration_expires_in?: string | undefined
  first_debit?: FirstDebit | undefined
  /** Where the hosted page sends the payer; https, or http on this machine. */
  redirect_url?: string | undefined
  settlement?: SettlementSpeed | undefined
  /** Up to 50 keys of up to 40 characters, with text of up to 500. */
  metadata?: { [key: string]: string; } | undefined
}

export interface MandateEvent {
  id: string
  object: 'event'
  type: MandateEventType
  created_at: string
  livemode: boolean
  /** Grows within one mandate or endpoint; not across them. */
  sequence: number
  data: MandateEventData
}

export interface MandateEventData {
  object: Mandate
}

export type MandateEventType =
  | 'mandate.created'
  | 'mandate.activated'
  | 'mandate.rejected'
  | 'mandate.expired'
  | 'mandate.revoked'
  | 'mandate.paused'
  | 'mandate.resumed'
  | 'mandate.modified'
  | 'mandate.completed'

export interface MandateList {
  object: 'list'
  data: Array<Mandate>
  has_more: boolean
  next_cursor: string | null
}

export interface MandateModify {
  amount?: number | undefined
  end_date?: string | undefined
  /** How long the payer has to approve; a day by default, and never longer than the new last day. */
  expires_in?: string | undefined
  reference_id?: string | undefined
  /** Up to 50 keys of up to 40 characters, with text of up to 500. */
  metadata?: { [key: string]: string; } | undefined
}

export type MandateStatus =
  | 'pending'
  | 'active'
  | 'paused'
  | 'rejected'
  | 'expired'
  | 'revoked'
  | 'completed'
  | (string & {})

export interface MaskedAccount {
  /** All but the last four digits are hidden. */
  number: string
  ifsc: string
}

export type Mode =
  | 'test'
  | 'live'
  | (string & {})

/** A change of a mandate’s terms, which its payer is asked to approve. */
export interface Modification {
  id: string
  /** False for what was made with a test key. */
  livemode: boolean
  created_at: string
  updated_at: string
  /** Up to 50 keys of up to 40 characters, with text of up to 500. */
  metadata: { [key: string]: string; }
  object: 'modification'
  status: ModificationStatus
  /** What may be asked of the resource in its present state. */
  allowed_actions: Array<string>
  mandate_id: string
  reference_id: string | null
  /** The amount of the mandate once it is applied. */
  amount: number
  /** The last day of the mandate once it is applied. */
  end_date: string
  previous: ChangeableTerms
  authorization: Authorization | null
  expires_at: string
  decided_at: string | null
  status_reason: Decline | null
}

export interface ModificationEvent {
  id: string
  object: 'event'
  type: ModificationEventType
  created_at: string
  livemode: boolean
  /** Grows within one mandate or endpoint; not across them. */
  sequence: number
  data: ModificationEventData
}

export interface ModificationEventData {
  object: Modification
}

export type ModificationEventType =
  | 'modification.requested'
  | 'modification.applied'
  | 'modification.declined'
  | 'modification.expired'
  | 'modification.cancelled'

export type ModificationStatus =
  | 'pending'
  | 'applied'
  | 'declined'
  | 'expired'
  | 'cancelled'
  | (string & {})

export interface NextCycle {
  from: string
  until: string
  debit_from: string
  debit_until: string
  sequence_number: number
}

export type NoticeExemption =
  | 'fastag'
  | 'ncmc'

/** The notice that a payer gets before a debit. */
export interface Notification {
  id: string
  /** False for what was made with a test key. */
  livemode: boolean
  created_at: string
  updated_at: string
  /** Up to 50 keys of up to 40 characters, with text of up to 500. */
  metadata: { [key: string]: string; }
  object: 'notification'
  status: NotificationStatus
  /** What may be asked of the resource in its present state. */
  allowed_actions: Array<string>
  mandate_id: string
  reference_id: string | null
  /** The batch that made it, if one did. */
  batch_id: string | null
  /** The schedule that made it, if one did. */
  schedule_id: string | null
  amount: number
  currency: 'INR'
  debit_date: string
  debit_at: string | null
  /** Null for as_presented, which has no cycles. */
  cycle: CycleSpan | null
  sequence_number: number
  window: DebitWindow
  delivered_at: string | null
  failure: Decline | null
  /** Who called the debit off: the merchant, the payer, or rail for the end or the new terms of the mandate. */
  cancelled_by: Ender | null
}

export interface NotificationCreate {
  amount: number
  debit_at?: string | undefined
  debit_date?: string | undefined
  reference_id?: string | undefined
  /** Up to 50 keys of up to 40 characters, with text of up to 500. */
  metadata?: { [key: string]: string; } | undefined
}

export interface NotificationEvent {
  id: string
  object: 'event'
  type: NotificationEventType
  created_at: string
  livemode: boolean
  /** Grows within one mandate or endpoint; not across them. */
  sequence: number
  data: NotificationEventData
}

export interface NotificationEventData {
  object: Notification
}

export type NotificationEventType =
  | 'notification.created'
  | 'notification.delivered'
  | 'notification.failed'
  | 'notification.cancelled'
  | 'notification.lapsed'
  | 'notification.used'

export interface NotificationList {
  object: 'list'
  data: Array<Notification>
  has_more: boolean
  next_cursor: string | null
}

export type NotificationStatus =
  | 'pending'
  | 'delivered'
  | 'failed'
  | 'used'
  | 'cancelled'
  | 'lapsed'
  | (string & {})

export interface Payer {
  name: string | null
  vpa: string | null
  email: string | null
  phone: string | null
  account: MaskedAccount | null
  reference_id: string | null
}

export interface PayerInput {
  name?: string | undefined
  /** Required when flow is collect. */
  vpa?: string | undefined
  email?: string | undefined
  phone?: string | undefined
  account?: BankAccount | undefined
  /** Groups the mandates of one payer. */
  reference_id?: string | undefined
}

/** One payment, asked for once and never repeated by itself. */
export interface Payment {
  id: string
  /** False for what was made with a test key. */
  livemode: boolean
  created_at: string
  updated_at: string
  /** Up to 50 keys of up to 40 characters, with text of up to 500. */
  metadata: { [key: string]: string; }
  object: 'payment'
  status: PaymentStatus
  /** What may be asked of the resource in its present state. */
  allowed_actions: Array<string>
  reference_id: string
  flow: Flow
  payer: PaymentPayer
  /** The VPA that paid. */
  payer_vpa: string | null
  purpose: string
  amount: number
  currency: 'INR'
  mcc: string
  settlement: SettlementSpeed
  authorization: PaymentAuthorization | null
  redirect_url: string | null
  expires_at: string
  outcome: UnknownOutcome | null
  resolution: Resolution | null
  rrn: string | null
  npci_txn_id: string | null
  succeeded_at: string | null
  ended_at: string | null
  failure: Decline | null
  amount_collected: number
  amount_refunded: number
  /** Asked for by refunds that are pending. */
  amount_refund_pending: number
  /** In disputes that are open or lost. */
  amount_disputed: number
  /** What can still be refunded or disputed. */
  amount_refundable: number
}

export interface PaymentAuthorization {
  /** upi://pay?… for the payer’s app. */
  upi_link: string
  /** A page on which the payer sees what is asked. */
  hosted_url: string
  expires_at: string
}

export interface PaymentCreate {
  reference_id: string
  flow: Flow
  payer?: PaymentPayerInput | undefined
  /** What the payer sees. */
  purpose: string
  amount: number
  /** How long the payer has, PT1M to PT24H; PT30M by default. */
  expires_in?: string | undefined
  /** One of the account’s approved categories; by default the account’s. */
  mcc?: string | undefined
  settlement?: SettlementSpeed | undefined
  /** Where the hosted page sends the payer; https, or http on this machine. */
  redirect_url?: string | undefined
  /** Up to 50 keys of up to 40 characters, with text of up to 500. */
  metadata?: { [key: string]: string; } | undefined
}

export interface PaymentEvent {
  id: string
  object: 'event'
  type: PaymentEventType
  created_at: string
  livemode: boolean
  /** Grows within one mandate or endpoint; not across them. */
  sequence: number
  data: PaymentEventData
}

export interface PaymentEventData {
  object: Payment
}

export type PaymentEventType =
  | 'payment.created'
  | 'payment.outcome_unknown'
  | 'payment.unresolved'
  | 'payment.succeeded'
  | 'payment.failed'
  | 'payment.expired'
  | 'payment.cancelled'
  | 'payment.corrected'

export interface PaymentList {
  object: 'list'
  data: Array<Payment>
  has_more: boolean
  next_cursor: string | null
}

export interface PaymentPayer {
  name: string | null
  vpa: string | null
  email: string | null
  phone: string | null
  reference_id: string | null
}

export interface PaymentPayerInput {
  name?: string | undefined
  /** Required when flow is collect. */
  vpa?: string | undefined
  email?: string | undefined
  phone?: string | undefined
  /** Groups what one payer is asked for. */
  reference_id?: string | undefined
}

export type PaymentStatus =
  | 'pending'
  | 'succeeded'
  | 'failed'
  | 'expired'
  | 'cancelled'
  | (string & {})

export type PresentWhen =
  | 'asap'
  | 'next_window'
  | 'at'

/** A debit of a mandate, with all its attempts. */
export interface Presentation {
  id: string
  /** False for what was made with a test key. */
  livemode: boolean
  created_at: string
  updated_at: string
  /** Up to 50 keys of up to 40 characters, with text of up to 500. */
  metadata: { [key: string]: string; }
  object: 'presentation'
  status: PresentationStatus
  /** What may be asked of the resource in its present state. */
  allowed_actions: Array<string>
  mandate_id: string
  notification_id: string | null
  reference_id: string
  /** The batch that made it, if one did. */
  batch_id: string | null
  /** The schedule that made it, if one did. */
  schedule_id: string | null
  description: string | null
  amount: number
  currency: 'INR'
  instant: boolean
  sequence_number: number
  when: PresentWhen
  present_at: string | null
  retry: RetryMode
  deferred_until: string | null
  deferred_because: DeferralReason | null
  next_attempt_at: string | null
  /** Until when the payer may enter the PIN. */
  payer_expires_at: string | null
  outcome: UnknownOutcome | null
  attempts: Array<Attempt>
  attempts_left: number
  rrn: string | null
  npci_txn_id: string | null
  succeeded_at: string | null
  failure: Decline | null
  /** What an operator said of it, where the bank never did. */
  resolution: Resolution | null
  /** In paise: the amount once for each attempt that succeeded. */
  amount_collected: number
  amount_refunded: number
  /** Asked for by refunds that are pending. */
  amount_refund_pending: number
  /** In disputes that are open or lost. */
  amount_disputed: number
  /** What can still be refunded or disputed. */
  amount_refundable: number
  /** In paise: what the bank took back. */
  amount_reversed: number
  reversed_at: string | null
}

export interface PresentationCreate {
  notification_id?: string | undefined
  instant?: boolean | undefined
  amount?: number | undefined
  reference_id: string
  description?: string | undefined
  when?: PresentWhen | undefined
  present_at?: string | undefined
  retry?: RetryMode | undefined
  /** Up to 50 keys of up to 40 characters, with text of up to 500. */
  metadata?: { [key: string]: string; } | undefined
}

export interface PresentationEvent {
  id: string
  object: 'event'
  type: PresentationEventType
  created_at: string
  livemode: boolean
  /** Grows within one mandate or endpoint; not across them. */
  sequence: number
  data: PresentationEventData
}

export interface PresentationEventData {
  object: Presentation
}

export type PresentationEventType =
  | 'presentation.created'
  | 'presentation.processing'
  | 'presentation.awaiting_payer'
  | 'presentation.succeeded'
  | 'presentation.declined'
  | 'presentation.retry_scheduled'
  | 'presentation.rescheduled'
  | 'presentation.outcome_unknown'
  | 'presentation.unresolved'
  | 'presentation.failed'
  | 'presentation.cancelled'
  | 'presentation.corrected'
  | 'presentation.surplus_collected'
  | 'presentation.reversed'

export interface PresentationList {
  object: 'list'
  data: Array<Presentation>
  has_more: boolean
  next_cursor: string | null
}

export interface PresentationPreview {
  notification_id?: string | undefined
  instant?: boolean | undefined
  amount?: number | undefined
  debit_date?: string | undefined
  debit_at?: string | undefined
  description?: string | undefined
  when?: PresentWhen | undefined
  present_at?: string | undefined
  retry?: RetryMode | undefined
  /** Up to 50 keys of up to 40 characters, with text of up to 500. */
  metadata?: { [key: string]: string; } | undefined
}

export interface PresentationRetry {
  when?: PresentWhen | undefined
  present_at?: string | undefined
}

export type PresentationStatus =
  | 'scheduled'
  | 'processing'
  | 'awaiting_payer'
  | 'retry_scheduled'
  | 'declined'
  | 'succeeded'
  | 'failed'
  | 'cancelled'
  | 'reversed'
  | (string & {})

/** What went wrong, why, and what to do about it. */
export interface Problem {
  type: string
  title: string
  status: number
  code: ErrorCode
  detail: string
  retry: Retry
  remedy: string
  errors?: Array<ProblemError> | undefined
  limit?: { [key: string]: unknown; } | undefined
  rule?: ProblemRule | undefined
  allowed_actions?: Array<string> | undefined
  existing?: ProblemExisting | undefined
  doc: string
  request_id: string
}

export interface ProblemError {
  in: ProblemPlace
  /** JSON pointer (RFC 6901) into that place; empty for the whole. */
  pointer: string
  message: string
  code?: string | undefined
  rule?: string | undefined
}

export interface ProblemExisting {
  id: string
  object: string
}

export type ProblemPlace =
  | 'path'
  | 'query'
  | 'header'
  | 'body'
  | (string & {})

export interface ProblemRule {
  id: string
  title: string
  source: RuleSource
  /** True where no official source settles the matter. */
  assumption: boolean
}

/** A way to the rail. */
export interface Provider {
  object: 'provider'
  /** Its name, such as `simulator`. */
  id: string
  mode: Mode
  /** Whether it answers at present. */
  healthy: boolean
  supports: Array<ProviderCapability>
  /** The numbers by which it narrows the rules of the rail, with their units. */
  policy: { [key: string]: unknown; }
}

export type ProviderCapability =
  | 'mandate.intent'
  | 'mandate.qr'
  | 'mandate.collect'
  | 'mandate.modify'
  | 'mandate.revoke'
  | 'mandate.first_debit'
  | 'notification'
  | 'notification.exemption'
  | 'presentation'
  | 'presentation.instant'
  | 'presentation.inquiry'
  | 'payment.intent'
  | 'payment.qr'
  | 'payment.collect'
  | 'refund'
  | 'refund.partial'
  | 'dispute'
  | 'settlement.t0'
  | 'settlement.t1'
  | 'vpa.lookup'
  | (string & {})

export interface ProviderList {
  object: 'list'
  data: Array<Provider>
  has_more: boolean
  next_cursor: string | null
}

/** Money on its way back to a payer. */
export interface Refund {
  id: string
  /** False for what was made with a test key. */
  livemode: boolean
  created_at: string
  updated_at: string
  /** Up to 50 keys of up to 40 characters, with text of up to 500. */
  metadata: { [key: string]: string; }
  object: 'refund'
  status: RefundStatus
  /** What may be asked of the resource in its present state. */
  allowed_actions: Array<string>
  reference_id: string
  presentation_id: string | null
  payment_id: string | null
  mandate_id: string | null
  amount: number
  currency: 'INR'
  outcome: UnknownOutcome | null
  rrn: string | null
  npci_txn_id: string | null
  completed_at: string | null
  failure: Decline | null
}

export interface RefundCreate {
  presentation_id?: string | undefined
  payment_id?: string | undefined
  reference_id: string
  /** By default all that is left. */
  amount?: number | undefined
  /** Up to 50 keys of up to 40 characters, with text of up to 500. */
  metadata?: { [key: string]: string; } | undefined
}

export interface RefundEvent {
  id: string
  object: 'event'
  type: RefundEventType
  created_at: string
  livemode: boolean
  /** Grows within one mandate or endpoint; not across them. */
  sequence: number
  data: RefundEventData
}

export interface RefundEventData {
  object: Refund
}

export type RefundEventType =
  | 'refund.created'
  | 'refund.outcome_unknown'
  | 'refund.unresolved'
  | 'refund.succeeded'
  | 'refund.failed'
  | 'refund.corrected'

export interface RefundList {
  object: 'list'
  data: Array<Refund>
  has_more: boolean
  next_cursor: string | null
}

export type RefundStatus =
  | 'pending'
  | 'succeeded'
  | 'failed'
  | (string & {})

export interface Resolution {
  outcome: ResolutionOutcome
  note: string
  at: string
}

export type ResolutionOutcome =
  | 'succeeded'
  | 'failed'

export interface Resolve {
  outcome: ResolutionOutcome
  rrn?: string | undefined
  /** What was found out, and how: kept for audit. */
  note: string
}

export type Retry =
  | 'never'
  | 'after_fix'
  | 'same_key'
  | 'after_inquiry'
  | (string & {})

export type RetryAdvice =
  | 'retry_later'
  | 'after_payer_action'
  | 'after_inquiry'
  | 'never'
  | (string & {})

export type RetryMode =
  | 'none'
  | 'auto'

/** A rule of the rail, with its numbers and its source. */
export interface Rule {
  /** family.name; some have a row per tier. */
  id: string
  object: 'rule'
  title: string
  value: { [key: string]: unknown; }
  effective_from: string
  effective_until: string | null
  /** The error code of a refusal, or `defers`, `requires_pin`, or `sets` for a value that nothing can break. */
  consequence: string
  source: RuleSource
  /** True where no official source settles the matter. */
  assumption: boolean
}

export interface RuleList {
  object: 'list'
  data: Array<Rule>
  has_more: boolean
  next_cursor: string | null
}

export interface RuleSource {
  key: string
  title: string
  url: string | null
  date: string | null
}

export interface SandboxApproval {
  /** Who approves, for intent and QR. What becomes of this payer's debits and payments: insufficient_funds@sim declines every attempt for want of funds; insufficient_funds_once@sim declines the first attempt of each debit for want of funds; wrong_pin@sim declines every attempt because the payer enters a wrong PIN; pin_tries_exceeded@sim declines every attempt because the payer entered a wrong PIN too often; limit_exceeded@sim declines every attempt as above what the account may pay at once; account_frozen@sim fails every debit because the account is frozen; revoked_by_payer@sim fails the debit because the payer revoked the mandate, which ends with it; bank_offline@sim declines every attempt because the bank cannot be reached; unknown_then_success@sim leaves the outcome unknown, and tells the first inquiry that the money moved; unknown_then_failure@sim leaves the outcome unknown, and tells the first inquiry that the bank refused for good; unknown_forever@sim leaves the outcome unknown, also to every inquiry; risk_declined@sim fails every debit because the risk check says no; slow@sim succeeds, ten minutes later rather than ten seconds; any other address at sim succeeds. */
  vpa?: string | undefined
}

export interface SandboxClock {
  object: 'clock'
  now: string
  mode: ClockMode
  /** The first thousand. */
  fired: Array<FiredTimer>
  fired_count: number
}

export interface SandboxClockUpdate {
  advance_by?: string | undefined
  advance_to?: string | undefined
  mode?: ClockMode | undefined
}

export interface SandboxDispute {
  amount?: number | undefined
  reason?: string | undefined
}

export interface SandboxFault {
  on: FaultTarget
  fault: Fault
  /** How many answers it still meets. */
  times: number
}

export interface SandboxFaultCreate {
  on: FaultTarget
  fault: Fault
  times?: number | undefined
}

export interface SandboxFaults {
  object: 'sandbox_faults'
  faults: Array<SandboxFault>
}

export interface SandboxMandateCreate {
  reference_id: string
  flow: Flow
  payer: PayerInput
  /** What the payer sees. */
  description: string
  amount_rule: AmountRule
  amount: number
  min_amount?: number | undefined
  frequency: Frequency
  debit_rule?: DebitRule | undefined
  start_date: string
  end_date: string
  /** One of the account’s approved categories; by default the account’s. */
  mcc?: string | undefined
  notice_exemption?: NoticeExemption | undefined
  /** How long the payer has to approve; a day by default, and never longer than the last day of the mandate. */
  registration_expires_in?: string | undefined
  first_debit?: FirstDebit | undefined
  /** Where the hosted page sends the payer; https, or http on this machine. */
  redirect_url?: string | undefined
  settlement?: SettlementSpeed | undefined
  /** Up to 50 keys of up to 40 characters, with text of up to 500. */
  metadata?: { [key: string]: string; } | undefined
}

export interface SandboxReset {
  object: 'sandbox_reset'
  now: string
}

export interface SandboxSettings {
  object: 'sandbox_settings'
  /** Whether amounts steer the bank. */
  value_table: boolean
  bank_preset: BankPreset
}

export interface SandboxSettingsUpdate {
  value_table?: boolean | undefined
  bank_preset?: BankPreset | undefined
}

/** A series of debits, one in each cycle of the mandate, that the server announces and makes by itself. */
export interface Schedule {
  id: string
  /** False for what was made with a test key. */
  livemode: boolean
  created_at: string
  updated_at: string
  /** Up to 50 keys of up to 40 characters, with text of up to 500. */
  metadata: { [key: string]: string; }
  object: 'schedule'
  status: ScheduleStatus
  /** What may be asked of the resource in its present state. */
  allowed_actions: Array<string>
  mandate_id: string
  reference_id: string | null
  description: string | null
  currency: 'INR'
  /** Of every cycle; null where amounts are given. */
  amount: number | null
  /** Of each cycle in order; null where one amount is given. */
  amounts: Array<number> | null
  starts_on: string
  until: string | null
  /** How many cycles, those that are skipped included. */
  count: number | null
  retry: RetryMode
  when: ScheduleWhen
  /** Null while it is paused, and when no cycle is left. */
  next: ScheduleNext | null
  last: ScheduleLast | null
  /** The latest runs of skipped cycles, at most twelve, oldest first. */
  skips: Array<ScheduleSkip>
  done: ScheduleCounts
  ended_at: string | null
  /** Why it was cancelled: by the merchant, or with its mandate. */
  end_reason: ScheduleEndReason | null
}

/** A debit that is under way counts nowhere yet; what is corrected later moves. */
export interface ScheduleCounts {
  succeeded: number
  /** Failed, or reversed by the bank. */
  failed: number
  cancelled: number
  skipped: number
}

export interface ScheduleCreate {
  reference_id?: string | undefined
  description?: string | undefined
  /** The amount of every cycle. */
  amount?: number | undefined
  /** One amount for each cycle, in order; their number is the count. */
  amounts?: Array<number> | undefined
  /** The first day on which it may debit. Later cycles are debited on the same day of the cycle. */
  starts_on: string
  /** The last day on which it may debit. */
  until?: string | undefined
  /** How many cycles, those that are skipped included. */
  count?: number | undefined
  retry?: RetryMode | undefined
  when?: ScheduleWhen | undefined
  /** Up to 50 keys of up to 40 characters, with text of up to 500. */
  metadata?: { [key: string]: string; } | undefined
}

export type ScheduleEndReason =
  | 'merchant'
  | 'mandate_ended'
  | (string & {})

export interface ScheduleEvent {
  id: string
  object: 'event'
  type: ScheduleEventType
  created_at: string
  livemode: boolean
  /** Grows within one mandate or endpoint; not across them. */
  sequence: number
  data: ScheduleEventData
}

export interface ScheduleEventData {
  object: Schedule
}

export type ScheduleEventType =
  | 'schedule.created'
  | 'schedule.cycle_skipped'
  | 'schedule.paused'
  | 'schedule.resumed'
  | 'schedule.completed'
  | 'schedule.cancelled'

export interface ScheduleLast {
  number: number
  cycle: CycleSpan
  debit_date: string
  amount: number
  notification_id: string
  presentation_id: string
}

export interface ScheduleList {
  object: 'list'
  data: Array<Schedule>
  has_more: boolean
  next_cursor: string | null
}

export interface ScheduleNext {
  /** Of the cycle in the schedule, from 1. */
  number: number
  cycle: CycleSpan
  debit_date: string
  amount: number
  /** When its notice goes out. */
  notify_at: string
  /** What holds its notice up. notify_at is then the last moment at which it is tried. */
  waits_for: ScheduleWaitsFor | null
}

export interface ScheduleSkip {
  /** Of the first of them in the schedule. */
  number: number
  /** How many. */
  cycles: number
  from: string
  until: string
  reason: SkipReason
  message: string
  at: string
}

export type ScheduleStatus =
  | 'active'
  | 'paused'
  | 'completed'
  | 'cancelled'
  | (string & {})

/** The next cycles, at most twelve, and what will happen to each as things stand. */
export interface ScheduleUpcoming {
  object: 'schedule_upcoming'
  schedule_id: string
  as_of: string
  cycles: Array<UpcomingCycle>
}

export type ScheduleWaitsFor =
  | 'mandate_paused'
  | (string & {})

/** asap: as soon as notice and windows allow on the day of the debit; next_window: with the next off-peak window after that moment. */
export type ScheduleWhen =
  | 'asap'
  | 'next_window'

/** What one run pays to the merchant’s bank account. */
export interface Settlement {
  id: string
  /** False for what was made with a test key. */
  livemode: boolean
  created_at: string
  updated_at: string
  /** Up to 50 keys of up to 40 characters, with text of up to 500. */
  metadata: { [key: string]: string; }
  object: 'settlement'
  status: SettlementStatus
  speed: SettlementSpeed
  currency: 'INR'
  /** What was collected, in paise. */
  gross: number
  refunds: number
  reversals: number
  /** Taken by disputes that were opened. */
  disputes: number
  /** Given back by disputes that were won. */
  disputes_won: number
  fees: number
  /** gross − refunds − reversals − disputes + disputes_won − fees; what is paid out. */
  net: number
  /** How many items it holds. */
  count: number
  period: SettlementPeriod
  /** The Indian day of the run. */
  settle_date: string
  /** Null where the account named none when the settlement was formed. */
  bank_account: SettlementBankAccount | null
  /** The bank’s reference of the transfer. */
  utr: string | null
  settled_at: string | null
}

export interface SettlementAccount {
  /** All but the last four digits are hidden. */
  number: string
  ifsc: string
  name: string
}

export interface SettlementAccountInput {
  number: string
  ifsc: string
  /** Whom the bank knows as its holder. */
  name: string
}

export interface SettlementBankAccount {
  name: string
  number: string
  ifsc: string
}

export interface SettlementEvent {
  id: string
  object: 'event'
  type: SettlementEventType
  created_at: string
  livemode: boolean
  /** Grows within one mandate or endpoint; not across them. */
  sequence: number
  data: SettlementEventData
}

export interface SettlementEventData {
  object: Settlement
}

export type SettlementEventType =
  | 'settlement.created'
  | 'settlement.settled'

/** Money that moved and is in a settlement. */
export interface SettlementItem {
  id: string
  object: 'settlement_item'
  kind: SettlementItemKind
  settlement_id: string
  transaction_type: TransactionType
  transaction_id: string
  /** In paise, below zero for what was paid back. */
  amount: number
  fee: number
  currency: 'INR'
  reference_id: string | null
  rrn: string | null
  moved_at: string
}

export type SettlementItemKind =
  | 'collected'
  | 'refunded'
  | 'reversed'
  | 'disputed'
  | 'dispute_won'
  | (string & {})

export interface SettlementItemList {
  object: 'list'
  data: Array<SettlementItem>
  has_more: boolean
  next_cursor: string | null
}

export interface SettlementList {
  object: 'list'
  data: Array<Settlement>
  has_more: boolean
  next_cursor: string | null
}

/** When its oldest and its newest item moved. */
export interface SettlementPeriod {
  from: string
  until: string
}

export type SettlementSpeed =
  | 't0'
  | 't1'

export type SettlementStatus =
  | 'pending'
  | 'settled'
  | (string & {})

export type SkipReason =
  | 'notice_too_late'
  | 'mandate_paused'
  | 'schedule_paused'
  | 'already_announced'
  | 'already_debited'
  | 'rule_broken'
  | (string & {})

export type Subscription =
  | '*'
  | 'mandate.created'
  | 'mandate.activated'
  | 'mandate.rejected'
  | 'mandate.expired'
  | 'mandate.revoked'
  | 'mandate.paused'
  | 'mandate.resumed'
  | 'mandate.modified'
  | 'mandate.completed'
  | 'modification.requested'
  | 'modification.applied'
  | 'modification.declined'
  | 'modification.expired'
  | 'modification.cancelled'
  | 'notification.created'
  | 'notification.delivered'
  | 'notification.failed'
  | 'notification.cancelled'
  | 'notification.lapsed'
  | 'notification.used'
  | 'presentation.created'
  | 'presentation.processing'
  | 'presentation.awaiting_payer'
  | 'presentation.succeeded'
  | 'presentation.declined'
  | 'presentation.retry_scheduled'
  | 'presentation.rescheduled'
  | 'presentation.outcome_unknown'
  | 'presentation.unresolved'
  | 'presentation.failed'
  | 'presentation.cancelled'
  | 'presentation.corrected'
  | 'presentation.surplus_collected'
  | 'presentation.reversed'
  | 'payment.created'
  | 'payment.outcome_unknown'
  | 'payment.unresolved'
  | 'payment.succeeded'
  | 'payment.failed'
  | 'payment.expired'
  | 'payment.cancelled'
  | 'payment.corrected'
  | 'refund.created'
  | 'refund.outcome_unknown'
  | 'refund.unresolved'
  | 'refund.succeeded'
  | 'refund.failed'
  | 'refund.corrected'
  | 'dispute.opened'
  | 'dispute.contested'
  | 'dispute.won'
  | 'dispute.lost'
  | 'settlement.created'
  | 'settlement.settled'
  | 'batch.created'
  | 'batch.started'
  | 'batch.cancelled'
  | 'batch.completed'
  | 'schedule.created'
  | 'schedule.cycle_skipped'
  | 'schedule.paused'
  | 'schedule.resumed'
  | 'schedule.completed'
  | 'schedule.cancelled'
  | 'webhook_endpoint.tested'
  | 'webhook_endpoint.disabled'
  | (string & {})

/** A debit, payment, refund, reversal or dispute, in the form that all share. */
export interface Transaction {
  id: string
  /** False for what was made with a test key. */
  livemode: boolean
  created_at: string
  updated_at: string
  /** Up to 50 keys of up to 40 characters, with text of up to 500. */
  metadata: { [key: string]: string; }
  object: 'transaction'
  type: TransactionType
  status: TransactionStatus
  /** What was asked for, in paise, whichever way it goes. */
  amount: number
  /** What it moved so far, in paise, fees taken off: below zero for what was paid back. */
  net: number
  fees: number
  currency: 'INR'
  mandate_id: string | null
  presentation_id: string | null
  payment_id: string | null
  reference_id: string | null
  rrn: string | null
  npci_txn_id: string | null
  payer_vpa: string | null
  /** The settlements that hold what it moved, in the order in which it moved. */
  settlement_ids: Array<string>
}

export interface TransactionList {
  object: 'list'
  data: Array<Transaction>
  has_more: boolean
  next_cursor: string | null
}

export type TransactionStatus =
  | 'scheduled'
  | 'processing'
  | 'awaiting_payer'
  | 'retry_scheduled'
  | 'declined'
  | 'succeeded'
  | 'failed'
  | 'cancelled'
  | 'reversed'
  | 'pending'
  | 'expired'
  | 'open'
  | 'won'
  | 'lost'
  | (string & {})

export type TransactionType =
  | 'presentation'
  | 'payment'
  | 'refund'
  | 'reversal'
  | 'dispute'
  | (string & {})

export type UnknownOutcome =
  | 'unknown'
  | 'unresolved'
  | (string & {})

/** announced: notice and debit are made, the debit is to come; announce: both will be made; skip: the cycle will be left out, as things stand. */
export type UpcomingAction =
  | 'announced'
  | 'announce'
  | 'skip'
  | (string & {})

export interface UpcomingCycle {
  number: number
  cycle: CycleSpan
  debit_date: string
  amount: number
  action: UpcomingAction
  notify_at: string | null
  waits_for: ScheduleWaitsFor | null
  /** Why it will be skipped. */
  reason: SkipReason | null
  notification_id: string | null
  presentation_id: string | null
}

export type VpaExistence =
  | 'exists'
  | 'absent'
  | 'unchecked'
  | (string & {})

export interface VpaValidate {
  vpa: string
}

/** What is known of a UPI address. */
export interface VpaValidation {
  object: 'vpa_validation'
  vpa: string
  valid_form: boolean
  handle: string | null
  handle_known: boolean
  existence: VpaExistence
  /** The holder, as the bank has it. */
  name: string | null
  warnings: Array<VpaWarning>
}

export interface VpaWarning {
  code: VpaWarningCode
  message: string
}

export type VpaWarningCode =
  | 'malformed'
  | 'handle_unknown'
  | 'absent'
  | (string & {})

/** An address that events are posted to. */
export interface WebhookEndpoint {
  id: string
  /** False for what was made with a test key. */
  livemode: boolean
  created_at: string
  updated_at: string
  /** Up to 50 keys of up to 40 characters, with text of up to 500. */
  metadata: { [key: string]: string; }
  object: 'webhook_endpoint'
  status: WebhookEndpointStatus
  /** What may be asked of the resource in its present state. */
  allowed_actions: Array<string>
  url: string
  events: Array<Subscription>
  description: string | null
  disabled_because: DisabledBecause | null
}

export interface WebhookEndpointCreate {
  url: string
  events: Array<Subscription>
  description?: string | undefined
  /** Up to 50 keys of up to 40 characters, with text of up to 500. */
  metadata?: { [key: string]: string; } | undefined
}

export interface WebhookEndpointCreated {
  id: string
  /** False for what was made with a test key. */
  livemode: boolean
  created_at: string
  updated_at: string
  /** Up to 50 keys of up to 40 characters, with text of up to 500. */
  metadata: { [key: string]: string; }
  object: 'webhook_endpoint'
  status: WebhookEndpointStatus
  /** What may be asked of the resource in its present state. */
  allowed_actions: Array<string>
  url: string
  events: Array<Subscription>
  description: string | null
  disabled_because: DisabledBecause | null
  /** whsec_…, shown this once. */
  secret: string
}

export interface WebhookEndpointEvent {
  id: string
  object: 'event'
  type: WebhookEndpointEventType
  created_at: string
  livemode: boolean
  /** Grows within one mandate or endpoint; not across them. */
  sequence: number
  data: WebhookEndpointEventData
}

export interface WebhookEndpointEventData {
  object: WebhookEndpoint
}

export type WebhookEndpointEventType =
  | 'webhook_endpoint.tested'
  | 'webhook_endpoint.disabled'

export interface WebhookEndpointList {
  object: 'list'
  data: Array<WebhookEndpoint>
  has_more: boolean
  next_cursor: string | null
}

export type WebhookEndpointStatus =
  | 'enabled'
  | 'disabled'
  | 'deleted'
  | (string & {})

export interface WebhookEndpointUpdate {
  url?: string | undefined
  events?: Array<Subscription> | undefined
  description?: string | null | undefined
  /** Up to 50 keys of up to 40 characters, with text of up to 500. */
  metadata?: { [key: string]: string; } | undefined
}

export interface WebhookRedeliver {
  /** System time, included. */
  from: string
  /** System time, excluded; now unless said. */
  until?: string | undefined
  status?: DeliveryStatus | undefined
}

export interface WebhookRedelivery {
  object: 'redelivery'
  count: number
}

export interface WebhookSecretRotate {
  /** How long the secret before it signs too: a day unless said, a week at most. */
  overlap?: string | undefined
}

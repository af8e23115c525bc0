/**
 * The words of the rail, as const tuples: schemas, types, tables and documents are made from these.
 * Names are those of the canonical API.
 */

/** How the payer is asked to approve: a link, a picture of that link, or a request pushed to a VPA. */
export const FLOWS = ['intent', 'qr', 'collect'] as const
export type Flow = (typeof FLOWS)[number]

/** `max`: any amount up to the mandate's; `exact`: that amount only. */
export const AMOUNT_RULES = ['max', 'exact'] as const
export type AmountRule = (typeof AMOUNT_RULES)[number]

/** The ten recurrence patterns of the rail. */
export const FREQUENCIES = [
  'one_time',
  'daily',
  'weekly',
  'fortnightly',
  'monthly',
  'bimonthly',
  'quarterly',
  'half_yearly',
  'yearly',
  'as_presented',
] as const
export type Frequency = (typeof FREQUENCIES)[number]

/** Where in its cycle a debit may fall, relative to the rule's day. */
export const DEBIT_RULE_TYPES = ['on', 'before', 'after'] as const
export type DebitRuleType = (typeof DEBIT_RULE_TYPES)[number]

/** A debit rule: its type and the day it counts from (1-7, 1-16 or 1-31, as the frequency has it). */
export interface DebitRule {
  readonly type: DebitRuleType
  readonly day: number
}

/** Refills of balances whose debits need no notice, for accounts approved for them. */
export const NOTICE_EXEMPTIONS = ['fastag', 'ncmc'] as const
export type NoticeExemption = (typeof NOTICE_EXEMPTIONS)[number]

/** When collected money reaches the merchant: the same day, or the next business day of banks. */
export const SETTLEMENT_SPEEDS = ['t0', 't1'] as const
export type SettlementSpeed = (typeof SETTLEMENT_SPEEDS)[number]

/** Who makes a transition happen. `clock` is a timer, `rail` the network or a bank. */
export const ACTORS = ['merchant', 'payer', 'bank', 'rail', 'clock', 'operator'] as const
export type Actor = (typeof ACTORS)[number]

/** Where a mandate stands, from the request to its end. */
export const MANDATE_STATUSES = [
  'pending',
  'active',
  'paused',
  'rejected',
  'expired',
  'revoked',
  'completed',
] as const
export type MandateStatus = (typeof MANDATE_STATUSES)[number]

/** Where a change of a mandate's terms stands. */
export const MODIFICATION_STATUSES = [
  'pending',
  'applied',
  'declined',
  'expired',
  'cancelled',
] as const
export type ModificationStatus = (typeof MODIFICATION_STATUSES)[number]

/** Who ends a mandate, or calls a notice off. `rail`: the network, or an end that comes by itself. */
export const ENDERS = ['merchant', 'payer', 'rail'] as const
export type Ender = (typeof ENDERS)[number]

/** Where a pre-debit notification stands. */
export const NOTIFICATION_STATUSES = [
  'pending',
  'delivered',
  'failed',
  'used',
  'cancelled',
  'lapsed',
] as const
export type NotificationStatus = (typeof NOTIFICATION_STATUSES)[number]

/** Where a debit stands, from the request through its attempts to its end. */
export const PRESENTATION_STATUSES = [
  'scheduled',
  'processing',
  'awaiting_payer',
  'retry_scheduled',
  'declined',
  'succeeded',
  'failed',
  'cancelled',
  'reversed',
] as const
export type PresentationStatus = (typeof PRESENTATION_STATUSES)[number]

/** Where a one-time payment stands. */
export const PAYMENT_STATUSES = ['pending', 'succeeded', 'failed', 'expired', 'cancelled'] as const
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number]

/** Where money on its way back to a payer stands. */
export const REFUND_STATUSES = ['pending', 'succeeded', 'failed'] as const
export type RefundStatus = (typeof REFUND_STATUSES)[number]

/** Money that a bank took back has been taken: there is no way to it. */
export const REVERSAL_STATUSES = ['succeeded'] as const
export type ReversalStatus = (typeof REVERSAL_STATUSES)[number]

/** Where a payer's objection to a debit or a payment stands, from the merchant's side. */
export const DISPUTE_STATUSES = ['open', 'won', 'lost'] as const
export type DisputeStatus = (typeof DISPUTE_STATUSES)[number]

/** When a debit is to be attempted. */
export const PRESENT_WHEN = ['asap', 'next_window', 'at'] as const
export type PresentWhen = (typeof PRESENT_WHEN)[number]

/** Whether a declined attempt is repeated by the server or left to the caller. */
export const RETRY_MODES = ['none', 'auto'] as const
export type RetryMode = (typeof RETRY_MODES)[number]

/** What is known of a debit whose bank has not answered clearly. */
export const UNKNOWN_OUTCOMES = ['unknown', 'unresolved'] as const
export type UnknownOutcome = (typeof UNKNOWN_OUTCOMES)[number]

/** Why a debit waits. */
export const DEFERRAL_REASONS = [
  'notice_lead_time',
  'debit_date',
  'peak_hours',
  'attempt_spacing',
  'requested_time',
  'next_window',
  'mandate_paused',
  'debits_stopped',
] as const
export type DeferralReason = (typeof DEFERRAL_REASONS)[number]

/** What to do after a decline: the advice that goes with its reason. */
export const RETRY_ADVICE = ['retry_later', 'after_payer_action', 'after_inquiry', 'never'] as const
export type RetryAdvice = (typeof RETRY_ADVICE)[number]

/** Whether the money of a settlement has reached the merchant's bank account. */
export const SETTLEMENT_STATUSES = ['pending', 'settled'] as const
export type SettlementStatus = (typeof SETTLEMENT_STATUSES)[number]
/** Where a batch stands, from its upload to the end of its last debit. */
export const BATCH_STATUSES = ['validating', 'running', 'completed', 'cancelled'] as const
export type BatchStatus = (typeof BATCH_STATUSES)[number]

/** What each row of a batch asks for: a notification and its presentation, or the notification alone. */
export const BATCH_KINDS = ['debits', 'notifications'] as const
export type BatchKind = (typeof BATCH_KINDS)[number]

/** Whether merchants are told of each debit of a batch, or of the batch alone. */
export const BATCH_EVENTS = ['each', 'summary'] as const
export type BatchEvents = (typeof BATCH_EVENTS)[number]

/**
 * What became of a row: `accepted` waits to be handed over, `planned` has its debit, `unchanged` found one that was
 * there already, `refused` and `cancelled` have none.
 */
export const BATCH_ROW_STATUSES = [
  'accepted',
  'planned',
  'unchanged',
  'refused',
  'cancelled',
] as const
export type BatchRowStatus = (typeof BATCH_ROW_STATUSES)[number]

/** Why a batch was cancelled: by the merchant, or because its upload broke off or was refused on the way. */
export const BATCH_CANCEL_REASONS = ['merchant', 'upload_dropped', 'upload_refused'] as const
export type BatchCancelReason = (typeof BATCH_CANCEL_REASONS)[number]
/** Where a schedule of debits stands. */
export const SCHEDULE_STATUSES = ['active', 'paused', 'completed', 'cancelled'] as const
export type ScheduleStatus = (typeof SCHEDULE_STATUSES)[number]

/** When the debits of a schedule are attempted on their day. */
export const SCHEDULE_WHEN = ['asap', 'next_window'] as const
export type ScheduleWhen = (typeof SCHEDULE_WHEN)[number]

/** Why a schedule leaves a cycle out. */
export const SKIP_REASONS = [
  'notice_too_late',
  'mandate_paused',
  'schedule_paused',
  'already_announced',
  'already_debited',
  'rule_broken',
] as const
export type SkipReason = (typeof SKIP_REASONS)[number]

/** Why a schedule ended before its last cycle. */
export const SCHEDULE_END_REASONS = ['merchant', 'mandate_ended'] as const
export type ScheduleEndReason = (typeof SCHEDULE_END_REASONS)[number]

/** Whether a webhook endpoint is told of events. */
export const WEBHOOK_ENDPOINT_STATUSES = ['enabled', 'disabled', 'deleted'] as const
export type WebhookEndpointStatus = (typeof WEBHOOK_ENDPOINT_STATUSES)[number]

/** How far one event has come on its way to one endpoint. */
export const DELIVERY_STATUSES = ['pending', 'retrying', 'succeeded', 'given_up'] as const
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number]

/** Test reaches the simulator only, live real providers only. */
export const MODES = ['test', 'live'] as const
export type Mode = (typeof MODES)[number]

/** What an API key may do. */
export const SCOPES = ['read', 'write', 'admin'] as const
export type Scope = (typeof SCOPES)[number]

/** Whether the sandbox clock runs with the time of day or moves by call only. */
export const CLOCK_MODES = ['running', 'frozen'] as const
export type ClockMode = (typeof CLOCK_MODES)[number]

/** How the simulated bank behaves where neither a value nor a magic VPA nor the payer decides. */
export const BANK_PRESETS = ['normal', 'bad_day', 'slow'] as const
export type BankPreset = (typeof BANK_PRESETS)[number]

/** What the simulated bank can be made to get wrong. */
export const FAULT_TARGETS = [
  'registration',
  'notification',
  'presentation',
  'payment',
  'refund',
] as const
export type FaultTarget = (typeof FAULT_TARGETS)[number]

/** How the simulated bank's answers can go wrong on their way. */
export const FAULTS = [
  'delay',
  'duplicate',
  'reorder',
  'timeout_after_success',
  'contradict',
] as const
export type Fault = (typeof FAULTS)[number]

/** Handles named by providers' pages and by the rail's own announcements; one outside this list is a warning, never an error. */
export const KNOWN_HANDLES = [
  'ybl',
  'ibl',
  'axl',
  'okaxis',
  'okhdfcbank',
  'okicici',
  'oksbi',
  'paytm',
  'ptyes',
  'ptaxis',
  'pthdfc',
  'ptsbi',
  'apl',
  'yapl',
  'rapl',
  'sbi',
  'icici',
  'hdfcbank',
  'axisbank',
  'axis',
  'pnb',
  'upi',
  'sim',
] as const

/** Kinds of resource that have an id, a row and a revision of their own. */
export const RESOURCE_KINDS = [
  'mandate',
  'modification',
  'notification',
  'presentation',
  'payment',
  'refund',
  'reversal',
  'dispute',
  'settlement',
  'batch',
  'schedule',
  'webhook_endpoint',
] as const
export type ResourceKind = (typeof RESOURCE_KINDS)[number]

/** Kinds of resource that move money: one history, newest first. */
export const TRANSACTION_KINDS = [
  'presentation',
  'payment',
  'refund',
  'reversal',
  'dispute',
] as const satisfies readonly ResourceKind[]
export type TransactionKind = (typeof TRANSACTION_KINDS)[number]

/** Whether an address exists, as far as it is known. */
export const VPA_EXISTENCE = ['exists', 'absent', 'unchecked'] as const
export type VpaExistence = (typeof VPA_EXISTENCE)[number]

/** What gives pause about an address without being wrong. */
export const VPA_WARNINGS = ['malformed', 'handle_unknown', 'absent'] as const
export type VpaWarning = (typeof VPA_WARNINGS)[number]

/** What a provider can do; what it does not declare is refused before anything is sent. */
export const PROVIDER_CAPABILITIES = [
  'mandate.intent',
  'mandate.qr',
  'mandate.collect',
  'mandate.modify',
  'mandate.revoke',
  'mandate.first_debit',
  'notification',
  'notification.exemption',
  'presentation',
  'presentation.instant',
  'presentation.inquiry',
  'payment.intent',
  'payment.qr',
  'payment.collect',
  'refund',
  'refund.partial',
  'dispute',
  'settlement.t0',
  'settlement.t1',
  'vpa.lookup',
] as const
export type ProviderCapability = (typeof PROVIDER_CAPABILITIES)[number]

export { type HolidayTable, isBankBusinessDay, nextBankBusinessDay } from './business-days.ts'
export {
  addDays,
  addMonths,
  daysBetween,
  daysInMonth,
  endOfIstDay,
  formatIst,
  formatRfc3339,
  type Instant,
  type IsoDate,
  isoDate,
  istDate,
  minuteOfIstDay,
  parseIsoDate,
  startOfIstDay,
  toInstant,
  weekday,
} from './calendar.ts'
export { type DeclineMeaning, declineOf } from './codes/decline-of.ts'
export {
  DECLINE_REASONS,
  type DeclineReason,
  type DeclineReasonRow,
} from './codes/decline-reasons.ts'
export {
  type AnsweredBy,
  RESPONSE_CODES,
  type ResponseCode,
  responseCode,
} from './codes/response-codes.ts'
export {
  allowsDebitOn,
  type Cycle,
  cycleOf,
  type DayRange,
  debitDays,
  nextCycle,
} from './cycles.ts'
export {
  NPCI_TXN_ID_PATTERN,
  RRN_PATTERN,
  railReference,
  UMN_PATTERN,
} from './identifiers.ts'
export { formatId, ID_PREFIXES, type Id, type IdKind, idPattern } from './ids.ts'
export {
  allowedActions,
  canDo,
  isTerminal,
  type LifecycleKind,
} from './lifecycles/allowed-actions.ts'
export {
  EVENT_TYPES,
  type EventType,
  isPublicEventType,
  PUBLIC_EVENT_TYPES,
  type PublicEventType,
} from './lifecycles/event-types.ts'
export { findTransition } from './lifecycles/find-transition.ts'
export { LIFECYCLES } from './lifecycles/index-table.ts'
export type { Lifecycle, Transition } from './lifecycles/lifecycle.ts'
export { UNKNOWN_OUTCOME_ACTIONS } from './lifecycles/presentation.ts'
export {
  type BankVerdict,
  isNamedVpa,
  MAGIC_VPAS,
  type MagicVpa,
  magicVerdict,
} from './magic-vpas.ts'
export { type MandateLinkTerms, mandateLink } from './mandate-link.ts'
export type { MandateTerms, Recurrence } from './mandate-terms.ts'
export { formatDecimalRupees, formatRupees, type Paise, rupees, toPaise } from './money.ts'
export { type PaymentLinkTerms, paymentLink } from './payment-link.ts'
export type { ProviderPolicy } from './policy.ts'
export { REJECTIONS, type RejectionCode, type RejectionRow, type Retry } from './rejections.ts'
export { ACCOUNT_RULES } from './rules/account.ts'
export { AFA_RULES } from './rules/afa.ts'
export { checkRules } from './rules/check-rules.ts'
export { type DebitWindow, debitWindow } from './rules/debit-window.ts'
export { DISPUTE_RULES, type DisputeFacts, respondBy } from './rules/dispute.ts'
export {
  type EarliestAttempt,
  earliestAttempt,
  INSTANT_WINDOW_MINUTES,
  lastMoment,
} from './rules/earliest-attempt.ts'
export { explainRules, explainTable, type RuleExplanation } from './rules/explain-rules.ts'
export type {
  AttemptFacts,
  CycleFacts,
  DeliveredNotice,
  NoticeFacts,
  OpenFacts,
  RegistrationFacts,
} from './rules/facts.ts'
export { inquiryDelays } from './rules/inquiry.ts'
export { LAUNCH_DATE } from './rules/launch-date.ts'
export { purposeCode } from './rules/link.ts'
export {
  ANNOUNCED_DEBIT_RULES,
  MODIFICATION_RULES,
  type ModificationFacts,
  modifiedTerms,
  OPEN_MODIFICATION_RULES,
} from './rules/modification.ts'
export { type NoticeMoments, noticeMoments } from './rules/notice-moments.ts'
export {
  isPayerRevocable,
  PAUSE_RULES,
  type PauseFacts,
  REVOCATION_RULES,
  type RevocationFacts,
} from './rules/payer-action.ts'
export { PAYMENT_RULES, type PaymentFacts } from './rules/payment.ts'
export { pinRequired } from './rules/pin-required.ts'
export { attemptLimit } from './rules/presentation.ts'
export { REFUND_RULES, type RefundFacts, refundable } from './rules/refund.ts'
export {
  type Consequence,
  type Finding,
  isRefusal,
  type Rule,
  type RuleRow,
  type Violation,
} from './rules/rule.ts'
export { RULES, rulesAt } from './rules/rule-table.ts'
export { type Ruled, rulesDate } from './rules/rules-date.ts'
export {
  OPEN_SCHEDULE_RULES,
  SCHEDULE_AMOUNT_RULES,
  SCHEDULE_RULES,
  type ScheduleFacts,
} from './rules/schedule.ts'
export { SOURCES, type Source, type SourceKey } from './rules/sources.ts'
export {
  NOTICE_RULES,
  OPEN_DEBIT_RULES,
  OPEN_NOTICE_RULES,
  PRESENTATION_RULES,
  REGISTRATION_RULES,
} from './rules/tables.ts'
export type { TimingRule } from './rules/timing-rule.ts'
export { TIMING_RULES } from './rules/timing-rules.ts'
export { type ScheduleCycle, type ScheduleDays, scheduleCycles } from './schedule-cycles.ts'
export { type SettlementPolicy, settleAt } from './settle-at.ts'
export {
  ACTORS,
  type Actor,
  AMOUNT_RULES,
  type AmountRule,
  BANK_PRESETS,
  BATCH_CANCEL_REASONS,
  BATCH_EVENTS,
  BATCH_KINDS,
  BATCH_ROW_STATUSES,
  BATCH_STATUSES,
  type BankPreset,
  type BatchCancelReason,
  type BatchEvents,
  type BatchKind,
  type BatchRowStatus,
  type BatchStatus,
  CLOCK_MODES,
  type ClockMode,
  DEBIT_RULE_TYPES,
  DEFERRAL_REASONS,
  DELIVERY_STATUSES,
  type DebitRule,
  type DebitRuleType,
  type DeferralReason,
  type DeliveryStatus,
  DISPUTE_STATUSES,
  type DisputeStatus,
  ENDERS,
  type Ender,
  FAULT_TARGETS,
  FAULTS,
  type Fault,
  type FaultTarget,
  FLOWS,
  type Flow,
  FREQUENCIES,
  type Frequency,
  KNOWN_HANDLES,
  MANDATE_STATUSES,
  type MandateStatus,
  MODES,
  MODIFICATION_STATUSES,
  type Mode,
  type ModificationStatus,
  NOTICE_EXEMPTIONS,
  NOTIFICATION_STATUSES,
  type NoticeExemption,
  type NotificationStatus,
  PAYMENT_STATUSES,
  type PaymentStatus,
  PRESENT_WHEN,
  PRESENTATION_STATUSES,
  PROVIDER_CAPABILITIES,
  type PresentationStatus,
  type PresentWhen,
  type ProviderCapability,
  REFUND_STATUSES,
  RESOURCE_KINDS,
  RETRY_ADVICE,
  RETRY_MODES,
  REVERSAL_STATUSES,
  type RefundStatus,
  type ResourceKind,
  type RetryAdvice,
  type RetryMode,
  type ReversalStatus,
  SCHEDULE_END_REASONS,
  SCHEDULE_STATUSES,
  SCHEDULE_WHEN,
  SCOPES,
  type ScheduleEndReason,
  type ScheduleStatus,
  type ScheduleWhen,
  type Scope,
  SETTLEMENT_SPEEDS,
  SETTLEMENT_STATUSES,
  type SettlementSpeed,
  type SettlementStatus,
  SKIP_REASONS,
  type SkipReason,
  TRANSACTION_KINDS,
  type TransactionKind,
  UNKNOWN_OUTCOMES,
  type UnknownOutcome,
  VPA_EXISTENCE,
  VPA_WARNINGS,
  type VpaExistence,
  type VpaWarning,
  WEBHOOK_ENDPOINT_STATUSES,
  type WebhookEndpointStatus,
} from './vocabulary.ts'
export { isSameVpa, parseVpa, VPA_PATTERN, type Vpa } from './vpa.ts'
export { isOffPeak, nextOffPeak, nextWindowStart } from './windows.ts'

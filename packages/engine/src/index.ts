export {
  type Account,
  type AccountTerms,
  type BankAccount,
  type MerchantClock,
  merchantNow,
  type SandboxFault,
  type SandboxSettings,
  tenantOf,
} from './account/account.ts'
export type { AccountCommand } from './account/decide.ts'
export { takeFaults } from './account/take-faults.ts'
export type { Batch, BatchRowCounts } from './batch/batch.ts'
export type { BatchCommand } from './batch/commands.ts'
export { amountLeft, type Collected } from './collected/collected.ts'
export { disputeActions } from './dispute/change.ts'
export type { Dispute } from './dispute/dispute.ts'
export type { Clock } from './kernel/clock.ts'
export { type Decline, toDecline } from './kernel/decline.ts'
export { providerReference } from './kernel/effect-names.ts'
export type { DomainEvent, LoggedEvent, StreamKind, Tenant } from './kernel/envelope.ts'
export { createIds, createRandom, createSeededIds, type Ids } from './kernel/ids.ts'
export type { Rejection } from './kernel/result.ts'
export { isAskedOfAnother } from './mandate/asked-of-another.ts'
export type { MandateCommand } from './mandate/commands.ts'
export { type Mandate, NO_PAYER, payerOf } from './mandate/mandate.ts'
export type { ModifyMandate } from './mandate/modification/commands.ts'
export { type Modification, openModification } from './mandate/modification/modification.ts'
export type { Notification } from './mandate/notification/notification.ts'
export type { CreatePresentation } from './mandate/presentation/commands.ts'
export type { Blocker, Explanation } from './mandate/presentation/explain.ts'
export {
  type Attempt,
  amountCollected,
  attemptInDoubt,
  isHeld,
  lastAttempt,
  type Presentation,
  presentationActions,
} from './mandate/presentation/presentation.ts'
export type { ThoughtDebit } from './mandate/presentation/preview.ts'
export type { CreateMandate } from './mandate/registration/commands.ts'
export type { ChangeSchedule } from './mandate/schedule/commands.ts'
export type { Schedule } from './mandate/schedule/schedule.ts'
export type { UpcomingCycle } from './mandate/schedule/upcoming.ts'
export { collectedOf } from './mandate/taken-back.ts'
export { createMemoryStore } from './memory/memory-store.ts'
export type { CreatePayment, PaymentCommand } from './payment/commands.ts'
export { type Payment, paymentActions } from './payment/payment.ts'
export type { AccountStore, ApiKey } from './ports/account-store.ts'
export type {
  BatchMade,
  BatchOrder,
  BatchResult,
  BatchRow,
  BatchRowEnd,
  BatchRowError,
  BatchRowQuery,
  BatchStore,
  ReadBatchRow,
} from './ports/batch-store.ts'
export {
  type CommitAnswer,
  type DecisionStore,
  IN_FLIGHT,
  type Loaded,
  type ResourceRef,
  type ResourceRow,
  type StoredAnswer,
  type Unit,
} from './ports/decision-store.ts'
export type {
  ClaimedDelivery,
  Delivery,
  DeliveryAttempt,
  DeliveryQuery,
  DeliveryRecord,
  DeliveryStore,
  FailingEndpoint,
} from './ports/delivery-store.ts'
export {
  type BookedMovement,
  MOVEMENT_KINDS,
  MOVEMENT_SIGNS,
  type Movement,
  type MovementKind,
} from './ports/movement.ts'
export type { LaterOutcome, Outcome, OutcomeReferences } from './ports/outcome.ts'
export type { Payer, PrivateData } from './ports/private-data.ts'
export type { Provider, ProviderContext, VpaFound } from './ports/provider.ts'
export type {
  EventQuery,
  Page,
  PageQuery,
  ReadEvent,
  ReadRow,
  ResourceQuery,
  ResourceStore,
} from './ports/resource-store.ts'
export type { SandboxBank, SandboxQuestion, SpoiltAnswer } from './ports/sandbox-bank.ts'
export type { SettlementClaim } from './ports/settlement-claim.ts'
export {
  type Balance,
  type DueMovements,
  type MovementSums,
  netOf,
  type SettlementItem,
  type SettlementStore,
} from './ports/settlement-store.ts'
export type { Store } from './ports/store.ts'
export type { Transaction, TransactionQuery, TransactionStore } from './ports/transaction-store.ts'
export {
  type Effect,
  type EffectKind,
  type EffectRequest,
  HELD_AT,
  type LeasedEffect,
  type Timer,
  type WorkStore,
} from './ports/work-store.ts'
export type { Refund } from './refund/refund.ts'
export type { Command } from './runtime/aggregates.ts'
export { type DeliveryHost, PATIENCE_MS, RETRY_DELAYS_MS } from './runtime/deliver.ts'
export type { EngineDeps } from './runtime/deps.ts'
export { createEngine, type Engine } from './runtime/engine.ts'
export type { Accepted, Handled, Item } from './runtime/item.ts'
export type { ClockMove, ClockMoved } from './runtime/move-clock.ts'
export { policyOf, providerFacts } from './runtime/provider-facts.ts'
export { replayStream } from './runtime/replay-stream.ts'
export { speedLink } from './settlement/aggregate.ts'
export type { MaskedBankAccount, Settlement, SettlementCommand } from './settlement/settlement.ts'
export { isTold } from './webhook-endpoint/is-told.ts'
export { signingSecrets } from './webhook-endpoint/signing-secrets.ts'
export type {
  WebhookEndpoint,
  WebhookEndpointCommand,
  WebhookTerms,
} from './webhook-endpoint/webhook-endpoint.ts'

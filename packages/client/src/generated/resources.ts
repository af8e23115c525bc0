// Generated from specs/generated/openapi-3.0.json by openapi-generator. Edit the contract instead.
import type { CallOptions } from '../call-options.ts'
import type { PageCall } from '../list.ts'
import type { Upload } from '../upload.ts'
import type * as models from './models.ts'

export interface AccountResource {
  /** Read the account. The merchant whose key is used, with its approved categories. */
  get(options?: CallOptions): Promise<models.Account>

  /** Resume debits. What waited is presented where its day and its rules still allow it. */
  resumeDebits(options?: CallOptions): Promise<models.Account>

  /** Stop all debits. From the answer on nothing is presented: debits that come due wait. One that is at the bank already goes on. */
  stopDebits(options?: CallOptions): Promise<models.Account>

  /** Change the account. Name, payee VPA, bank account, categories and defaults; what is left out stays. What exists already keeps what it was made with. */
  update(body: models.AccountUpdate, options?: CallOptions): Promise<models.Account>
}

export interface BalanceResource {
  /** Read the books. What was ever collected and paid back, and what of it has reached the bank account. At every moment collected − refunded − reversed − disputed − fees = settled_net + unsettled. */
  get(options?: CallOptions): Promise<models.Balance>
}

export interface BatchesResource {
  /** Cancel a batch. Rows that were not handed over yet are cancelled. Debits that were planned stay: cancel them one by one. */
  cancel(id: string, options?: CallOptions): Promise<models.Batch>

  /** Hand in a batch. Debits or notices for many mandates: as JSON up to 1,000 rows, as NDJSON or CSV up to 100,000, with kind, events and reference_id in the query. Each row is judged for itself; the first line of a CSV names its columns. */
  create(body: models.BatchCreate, options?: CallOptions): Promise<models.Batch>

  /** Hand in a batch, as a file. Debits or notices for many mandates: as JSON up to 1,000 rows, as NDJSON or CSV up to 100,000, with kind, events and reference_id in the query. Each row is judged for itself; the first line of a CSV names its columns. */
  upload(file: Upload, query: BatchesCreateQuery, options?: CallOptions): Promise<models.Batch>

  /** Read a batch. How far it has come: rows by what became of them, debits by their status. */
  get(id: string, options?: CallOptions): Promise<models.Batch>

  /** List batches. Newest first, narrowed by the filters given. */
  list(query?: BatchesListQuery, options?: CallOptions): PageCall<models.BatchList>

  /** The results of a batch as CSV. A line per row, in the order of the upload, amounts in paise. */
  results(id: string, options?: CallOptions): Promise<string>

  /** List the rows of a batch. In the order of their lines, each with what became of it. */
  rows(id: string, query?: BatchesRowsQuery, options?: CallOptions): PageCall<models.BatchRowList>
}

export interface BatchesCreateQuery {
  kind?: models.BatchKind | undefined
  events?: models.BatchEvents | undefined
  reference_id?: string | undefined
}

export interface BatchesListQuery {
  /** Resources per page, 1 to 100. */
  limit?: number | undefined
  /** A cursor: the page that follows it. */
  after?: string | undefined
  /** A cursor: the page that precedes it. */
  before?: string | undefined
  created_from?: string | undefined
  created_until?: string | undefined
  status?: models.BatchStatus | undefined
  reference_id?: string | undefined
}

export interface BatchesRowsQuery {
  /** Resources per page, 1 to 100. */
  limit?: number | undefined
  /** A cursor, which is a line: the page that follows it. */
  after?: string | undefined
  status?: models.BatchRowStatus | undefined
}

export interface DeclineCodesResource {
  /** List the response codes. All codes of UPI known here, with canonical reason and retry advice. Others are never retried. */
  list(options?: CallOptions): Promise<models.DeclineCodeList>
}

export interface DeliveriesResource {
  /** Read a delivery. Every attempt with its request and response. */
  get(id: string, options?: CallOptions): Promise<models.Delivery>

  /** List deliveries. Newest first, narrowed by the filters given. */
  list(query?: DeliveriesListQuery, options?: CallOptions): PageCall<models.DeliveryList>

  /** Send a delivery again. Makes a new delivery of the same event to the same endpoint, with retries of its own. For one that succeeded or was given up. */
  redeliver(id: string, options?: CallOptions): Promise<models.Delivery>
}

export interface DeliveriesListQuery {
  /** Resources per page, 1 to 100. */
  limit?: number | undefined
  /** A cursor: the page that follows it. */
  after?: string | undefined
  /** A cursor: the page that precedes it. */
  before?: string | undefined
  created_from?: string | undefined
  created_until?: string | undefined
  event_id?: string | undefined
  webhook_endpoint_id?: string | undefined
  status?: models.DeliveryStatus | undefined
}

export interface DisputesResource {
  /** Accept a dispute. Gives in: the dispute is lost and the payer keeps the money. */
  accept(id: string, options?: CallOptions): Promise<models.Dispute>

  /** Contest a dispute. Sets evidence against it, once; the bank decides. */
  contest(id: string, body: models.DisputeContest, options?: CallOptions): Promise<models.Dispute>

  /** List disputes as CSV. All that the filters let through, newest first, amounts in paise. */
  csv(query?: DisputesCsvQuery, options?: CallOptions): Promise<string>

  /** Read a dispute. The dispute as it stands, with the day by which it must be contested. */
  get(id: string, options?: CallOptions): Promise<models.Dispute>

  /** List disputes. Newest first, narrowed by the filters given. */
  list(query?: DisputesListQuery, options?: CallOptions): PageCall<models.DisputeList>
}

export interface DisputesCsvQuery {
  created_from?: string | undefined
  created_until?: string | undefined
  mandate_id?: string | undefined
  presentation_id?: string | undefined
  payment_id?: string | undefined
  status?: models.DisputeStatus | undefined
  payer_vpa?: string | undefined
  payer_reference_id?: string | undefined
}

export interface DisputesListQuery {
  /** Resources per page, 1 to 100. */
  limit?: number | undefined
  /** A cursor: the page that follows it. */
  after?: string | undefined
  /** A cursor: the page that precedes it. */
  before?: string | undefined
  created_from?: string | undefined
  created_until?: string | undefined
  mandate_id?: string | undefined
  presentation_id?: string | undefined
  payment_id?: string | undefined
  status?: models.DisputeStatus | undefined
  payer_vpa?: string | undefined
  payer_reference_id?: string | undefined
}

export interface EventsResource {
  /** List events as CSV. All that the filters let through, newest first. */
  csv(query?: EventsCsvQuery, options?: CallOptions): Promise<string>

  /** Read an event. The event as it is posted to webhook endpoints. */
  get(id: string, options?: CallOptions): Promise<models.Event>

  /** List events. Newest first, narrowed by the filters given. */
  list(query?: EventsListQuery, options?: CallOptions): PageCall<models.EventList>
}

export interface EventsCsvQuery {
  created_from?: string | undefined
  created_until?: string | undefined
  type?: models.EventType | undefined
  resource_id?: string | undefined
  mandate_id?: string | undefined
}

export interface EventsListQuery {
  /** Resources per page, 1 to 100. */
  limit?: number | undefined
  /** A cursor: the page that follows it. */
  after?: string | undefined
  /** A cursor: the page that precedes it. */
  before?: string | undefined
  created_from?: string | undefined
  created_until?: string | undefined
  type?: models.EventType | undefined
  resource_id?: string | undefined
  mandate_id?: string | undefined
}

export interface MandatesResource {
  /** Register a mandate. Makes a pending mandate and the link, picture or request by which the payer approves it. */
  create(body: models.MandateCreate, options?: CallOptions): Promise<models.Mandate>

  /** List mandates as CSV. All that the filters let through, newest first, amounts in paise. */
  csv(query?: MandatesCsvQuery, options?: CallOptions): Promise<string>

  /** List the events of a mandate. What happened to the mandate, its notifications and its debits, newest first. */
  events(id: string, query?: MandatesEventsQuery, options?: CallOptions): PageCall<models.EventList>

  /** Read a mandate. The mandate as it stands, with what may be asked of it now. */
  get(id: string, options?: CallOptions): Promise<models.Mandate>

  /** List mandates. Newest first, narrowed by the filters given. */
  list(query?: MandatesListQuery, options?: CallOptions): PageCall<models.MandateList>

  /** Modify a mandate. Asks the payer for another amount or another last day. Until the payer approves, the old terms stand; then announced debits that the new terms no longer allow are cancelled. */
  modify(id: string, body: models.MandateModify, options?: CallOptions): Promise<models.Mandate>

  /** The QR of a mandate, as PNG. A picture of the authorization link, for the payer to scan. */
  qrPng(id: string, options?: CallOptions): Promise<Uint8Array>

  /** The QR of a mandate, as SVG. A picture of the authorization link, for the payer to scan. */
  qrSvg(id: string, options?: CallOptions): Promise<string>

  /** Revoke a mandate. Ends the mandate for good, also while it is pending or paused; what was scheduled is withdrawn. */
  revoke(id: string, options?: CallOptions): Promise<models.Mandate>
}

export interface MandatesCsvQuery {
  created_from?: string | undefined
  created_until?: string | undefined
  status?: models.MandateStatus | undefined
  reference_id?: string | undefined
  payer_vpa?: string | undefined
  payer_reference_id?: string | undefined
}

export interface MandatesEventsQuery {
  /** Resources per page, 1 to 100. */
  limit?: number | undefined
  /** A cursor: the page that follows it. */
  after?: string | undefined
  /** A cursor: the page that precedes it. */
  before?: string | undefined
}

export interface MandatesListQuery {
  /** Resources per page, 1 to 100. */
  limit?: number | undefined
  /** A cursor: the page that follows it. */
  after?: string | undefined
  /** A cursor: the page that precedes it. */
  before?: string | undefined
  created_from?: string | undefined
  created_until?: string | undefined
  status?: models.MandateStatus | undefined
  reference_id?: string | undefined
  payer_vpa?: string | undefined
  payer_reference_id?: string | undefined
}

export interface NotificationsResource {
  /** Cancel a notification. Calls the announced debit off before its first attempt; a debit that was planned on it is cancelled too. Its cycle may be notified again, under its number. */
  cancel(id: string, options?: CallOptions): Promise<models.Notification>

  /** Notify a debit. Tells the payer of a coming debit. Lead time, cut-off, cycle, amount and day are checked at once. */
  create(id: string, body: models.NotificationCreate, options?: CallOptions): Promise<models.Notification>

  /** List notifications as CSV. All that the filters let through, newest first, amounts in paise. */
  csv(query?: NotificationsCsvQuery, options?: CallOptions): Promise<string>

  /** Read a notification. The notification as it stands, with the window in which its debit may be made. */
  get(id: string, options?: CallOptions): Promise<models.Notification>

  /** List notifications. Newest first, narrowed by the filters given. */
  list(query?: NotificationsListQuery, options?: CallOptions): PageCall<models.NotificationList>
}

export interface NotificationsCsvQuery {
  created_from?: string | undefined
  created_until?: string | undefined
  mandate_id?: string | undefined
  status?: models.NotificationStatus | undefined
  reference_id?: string | undefined
  batch_id?: string | undefined
  schedule_id?: string | undefined
  payer_vpa?: string | undefined
  payer_reference_id?: string | undefined
}

export interface NotificationsListQuery {
  /** Resources per page, 1 to 100. */
  limit?: number | undefined
  /** A cursor: the page that follows it. */
  after?: string | undefined
  /** A cursor: the page that precedes it. */
  before?: string | undefined
  created_from?: string | undefined
  created_until?: string | undefined
  mandate_id?: string | undefined
  status?: models.NotificationStatus | undefined
  reference_id?: string | undefined
  batch_id?: string | undefined
  schedule_id?: string | undefined
  payer_vpa?: string | undefined
  payer_reference_id?: string | undefined
}

export interface PaymentsResource {
  /** Cancel a payment. Gives up a payment that is pending; not one whose outcome is unknown. */
  cancel(id: string, options?: CallOptions): Promise<models.Payment>

  /** Ask for a payment. Makes a pending payment and the link, picture or request by which the payer pays. `Prefer: wait` lets the answer wait for the payer. */
  create(body: models.PaymentCreate, options?: CallOptions): Promise<models.Payment>

  /** List payments as CSV. All that the filters let through, newest first, amounts in paise. */
  csv(query?: PaymentsCsvQuery, options?: CallOptions): Promise<string>

  /** Read a payment. The payment as it stands, with what has gone back of it. */
  get(id: string, options?: CallOptions): Promise<models.Payment>

  /** List payments. Newest first, narrowed by the filters given. */
  list(query?: PaymentsListQuery, options?: CallOptions): PageCall<models.PaymentList>

  /** The QR of a payment, as PNG. A picture of the payment link, for the payer to scan. */
  qrPng(id: string, options?: CallOptions): Promise<Uint8Array>

  /** The QR of a payment, as SVG. A picture of the payment link, for the payer to scan. */
  qrSvg(id: string, options?: CallOptions): Promise<string>

  /** Resolve an unknown outcome. What an operator found out of a payment whose outcome nobody could tell. */
  resolve(id: string, body: models.Resolve, options?: CallOptions): Promise<models.Payment>
}

export interface PaymentsCsvQuery {
  created_from?: string | undefined
  created_until?: string | undefined
  status?: models.PaymentStatus | undefined
  reference_id?: string | undefined
  payer_vpa?: string | undefined
  payer_reference_id?: string | undefined
}

export interface PaymentsListQuery {
  /** Resources per page, 1 to 100. */
  limit?: number | undefined
  /** A cursor: the page that follows it. */
  after?: string | undefined
  /** A cursor: the page that precedes it. */
  before?: string | undefined
  created_from?: string | undefined
  created_until?: string | undefined
  status?: models.PaymentStatus | undefined
  reference_id?: string | undefined
  payer_vpa?: string | undefined
  payer_reference_id?: string | undefined
}

export interface PresentationsResource {
  /** Cancel a debit. Withdraws a debit that is not at the bank. */
  cancel(id: string, options?: CallOptions): Promise<models.Presentation>

  /** Present a debit. Schedules a debit against a delivered notification, or at once within the instant window. Answers before the first attempt, unless `Prefer: wait` asks for more. */
  create(id: string, body: models.PresentationCreate, options?: CallOptions): Promise<models.Presentation>

  /** List presentations as CSV. All that the filters let through, newest first, amounts in paise. */
  csv(query?: PresentationsCsvQuery, options?: CallOptions): Promise<string>

  /** Explain a debit. Why it was not debited and when it can be: each rule that applies, with numbers and source. */
  explanation(id: string, options?: CallOptions): Promise<models.Explanation>

  /** Read a presentation. The debit as it stands, with every attempt and what comes next. */
  get(id: string, options?: CallOptions): Promise<models.Presentation>

  /** List presentations. Newest first, narrowed by the filters given. */
  list(query?: PresentationsListQuery, options?: CallOptions): PageCall<models.PresentationList>

  /** Ask about a debit before presenting it. What would become of a debit if it were presented now, or announced now for a day: each rule, pass or fail, and the earliest moment. Writes nothing. */
  preview(id: string, body: models.PresentationPreview, options?: CallOptions): Promise<models.Explanation>

  /** Settle an unknown outcome. An operator says what became of a debit whose outcome is unknown or unresolved, with the bank’s reference of a success. Kept in the log with its note; a success told later by the bank still counts. */
  resolve(id: string, body: models.Resolve, options?: CallOptions): Promise<models.Presentation>

  /** Retry a declined debit. Asks for another attempt while attempts and the window remain. */
  retry(id: string, body?: models.PresentationRetry, options?: CallOptions): Promise<models.Presentation>
}

export interface PresentationsCsvQuery {
  created_from?: string | undefined
  created_until?: string | undefined
  mandate_id?: string | undefined
  notification_id?: string | undefined
  status?: models.PresentationStatus | undefined
  reference_id?: string | undefined
  batch_id?: string | undefined
  schedule_id?: string | undefined
  payer_vpa?: string | undefined
  payer_reference_id?: string | undefined
}

export interface PresentationsListQuery {
  /** Resources per page, 1 to 100. */
  limit?: number | undefined
  /** A cursor: the page that follows it. */
  after?: string | undefined
  /** A cursor: the page that precedes it. */
  before?: string | undefined
  created_from?: string | undefined
  created_until?: string | undefined
  mandate_id?: string | undefined
  notification_id?: string | undefined
  status?: models.PresentationStatus | undefined
  reference_id?: string | undefined
  batch_id?: string | undefined
  schedule_id?: string | undefined
  payer_vpa?: string | undefined
  payer_reference_id?: string | undefined
}

export interface ProvidersResource {
  /** List the providers. Those that this key reaches: what each supports, how it narrows the rules, whether it answers. */
  list(options?: CallOptions): Promise<models.ProviderList>
}

export interface RefundsResource {
  /** Refund a debit or a payment. Gives back some or all of what was collected; a pending refund reserves its amount. */
  create(body: models.RefundCreate, options?: CallOptions): Promise<models.Refund>

  /** List refunds as CSV. All that the filters let through, newest first, amounts in paise. */
  csv(query?: RefundsCsvQuery, options?: CallOptions): Promise<string>

  /** Read a refund. The refund as it stands. */
  get(id: string, options?: CallOptions): Promise<models.Refund>

  /** List refunds. Newest first, narrowed by the filters given. */
  list(query?: RefundsListQuery, options?: CallOptions): PageCall<models.RefundList>
}

export interface RefundsCsvQuery {
  created_from?: string | undefined
  created_until?: string | undefined
  mandate_id?: string | undefined
  presentation_id?: string | undefined
  payment_id?: string | undefined
  status?: models.RefundStatus | undefined
  reference_id?: string | undefined
  payer_vpa?: string | undefined
  payer_reference_id?: string | undefined
}

export interface RefundsListQuery {
  /** Resources per page, 1 to 100. */
  limit?: number | undefined
  /** A cursor: the page that follows it. */
  after?: string | undefined
  /** A cursor: the page that precedes it. */
  before?: string | undefined
  created_from?: string | undefined
  created_until?: string | undefined
  mandate_id?: string | undefined
  presentation_id?: string | undefined
  payment_id?: string | undefined
  status?: models.RefundStatus | undefined
  reference_id?: string | undefined
  payer_vpa?: string | undefined
  payer_reference_id?: string | undefined
}

export interface RulesResource {
  /** List the rules in force. The rules of an Indian day, today by default, each with its numbers and source. */
  list(query?: RulesListQuery, options?: CallOptions): PageCall<models.RuleList>
}

export interface RulesListQuery {
  /** The Indian day; today by the merchant’s clock. */
  at?: string | undefined
}

export interface SandboxResource {
  /** Let something go wrong. The next answers of that kind go wrong, as many as times says, after the faults that wait already. Answers all that wait. */
  addFault(body: models.SandboxFaultCreate, options?: CallOptions): Promise<models.SandboxFaults>

  /** Approve a mandate. The payer approves the mandate, or the pending modification of an active one; for intent and QR, vpa names who. */
  approveMandate(id: string, body?: models.SandboxApproval, options?: CallOptions): Promise<models.Mandate>

  /** Pay. The payer pays; for intent and QR, vpa names who. */
  approvePayment(id: string, body?: models.SandboxApproval, options?: CallOptions): Promise<models.Payment>

  /** Enter the PIN. The payer enters the PIN for a debit that waits for it. */
  approvePresentation(id: string, options?: CallOptions): Promise<models.Presentation>

  /** Let nothing go wrong. Takes back the faults that have met no answer yet. */
  clearFaults(options?: CallOptions): Promise<models.SandboxFaults>

  /** Make an active mandate. Takes the body of a mandate and answers it active, for tests. */
  createMandate(body: models.SandboxMandateCreate, options?: CallOptions): Promise<models.Mandate>

  /** Decline a mandate. The payer refuses the registration, or the pending modification of an active mandate. */
  declineMandate(id: string, options?: CallOptions): Promise<models.Mandate>

  /** Refuse to pay. The payer declines the payment. */
  declinePayment(id: string, options?: CallOptions): Promise<models.Payment>

  /** Refuse the PIN. The payer refuses a debit that waits for the PIN. */
  declinePresentation(id: string, options?: CallOptions): Promise<models.Presentation>

  /** Dispute a payment. The bank tells that the payer objects to a payment; by default to all that is left of it. */
  disputePayment(id: string, body?: models.SandboxDispute, options?: CallOptions): Promise<models.Dispute>

  /** Dispute a debit. The bank tells that the payer objects to a debit; by default to all that is left of it. */
  disputePresentation(id: string, body?: models.SandboxDispute, options?: CallOptions): Promise<models.Dispute>

  /** Fail a refund. The bank refuses a pending refund now, whatever it was about to answer. */
  failRefund(id: string, options?: CallOptions): Promise<models.Refund>

  /** Read the test clock. The moment that test resources live in; fired is empty. */
  getClock(options?: CallOptions): Promise<models.SandboxClock>

  /** Read what is to go wrong. The faults that wait for the next answers of the simulated bank, oldest first. */
  getFaults(options?: CallOptions): Promise<models.SandboxFaults>

  /** Read the sandbox settings. How the simulated bank decides. */
  getSettings(options?: CallOptions): Promise<models.SandboxSettings>

  /** Let the merchant lose. The bank decides a dispute for the payer. */
  loseDispute(id: string, options?: CallOptions): Promise<models.Dispute>

  /** Open the link. The payer opens the link: the simulated bank starts its time. */
  openMandate(id: string, options?: CallOptions): Promise<models.Mandate>

  /** Opt out of a debit. The payer opts out of the one debit that a delivered notification announces. */
  optOutOfNotification(id: string, options?: CallOptions): Promise<models.Notification>

  /** Pause a mandate. The payer pauses an active mandate in the app. */
  pauseMandate(id: string, options?: CallOptions): Promise<models.Mandate>

  /** Reset the sandbox. Deletes all test resources, keeps account and keys, and returns the clock to its start. */
  reset(options?: CallOptions): Promise<models.SandboxReset>

  /** Resume a mandate. The payer resumes a paused mandate. */
  resumeMandate(id: string, options?: CallOptions): Promise<models.Mandate>

  /** Reverse a debit. The bank gives back what the debit collected, less what was refunded. The cycle stays spent. */
  reversePresentation(id: string, options?: CallOptions): Promise<models.Presentation>

  /** Revoke a mandate as the payer. The payer ends the mandate in the app. */
  revokeMandate(id: string, options?: CallOptions): Promise<models.Mandate>

  /** Revoke a mandate as the rail. The payer’s bank or the network ends the mandate. */
  revokeMandateByRail(id: string, options?: CallOptions): Promise<models.Mandate>

  /** Move the test clock. Forward only: everything that falls due on the way is done before the answer. */
  setClock(body: models.SandboxClockUpdate, options?: CallOptions): Promise<models.SandboxClock>

  /** Pay a refund. The bank pays a pending refund now, whatever it was about to answer. */
  succeedRefund(id: string, options?: CallOptions): Promise<models.Refund>

  /** Change the sandbox settings. What is left out stays as it is. */
  updateSettings(body: models.SandboxSettingsUpdate, options?: CallOptions): Promise<models.SandboxSettings>

  /** Let the merchant win. The bank decides a dispute for the merchant: the money comes back. */
  winDispute(id: string, options?: CallOptions): Promise<models.Dispute>
}

export interface SchedulesResource {
  /** Cancel a schedule. Ends it for good. Debits that are announced stay; each can be cancelled by itself. */
  cancel(id: string, options?: CallOptions): Promise<models.Schedule>

  /** Schedule the debits of a mandate. From starts_on on the server announces and makes one debit in each cycle, on the same day of the cycle. A cycle whose notice would be too late is skipped; a debit that fails does not stop the schedule. */
  create(id: string, body: models.ScheduleCreate, options?: CallOptions): Promise<models.Schedule>

  /** Read a schedule. The schedule as it stands: what comes next, what was last, what was skipped. */
  get(id: string, options?: CallOptions): Promise<models.Schedule>

  /** List schedules. Newest first, narrowed by the filters given. */
  list(query?: SchedulesListQuery, options?: CallOptions): PageCall<models.ScheduleList>

  /** Pause a schedule. Announces nothing until it is resumed. Debits that are announced stay. */
  pause(id: string, options?: CallOptions): Promise<models.Schedule>

  /** Resume a schedule. Goes on with the next cycle that can still be announced; those that passed meanwhile are skipped. */
  resume(id: string, options?: CallOptions): Promise<models.Schedule>

  /** What a schedule will do. The next cycles, at most twelve: when each is announced and debited, or why it will be skipped. Announced debits come first. */
  upcoming(id: string, options?: CallOptions): Promise<models.ScheduleUpcoming>
}

export interface SchedulesListQuery {
  /** Resources per page, 1 to 100. */
  limit?: number | undefined
  /** A cursor: the page that follows it. */
  after?: string | undefined
  /** A cursor: the page that precedes it. */
  before?: string | undefined
  created_from?: string | undefined
  created_until?: string | undefined
  mandate_id?: string | undefined
  status?: models.ScheduleStatus | undefined
  reference_id?: string | undefined
  payer_vpa?: string | undefined
  payer_reference_id?: string | undefined
}

export interface SettlementsResource {
  /** List settlements as CSV. All that the filters let through, newest first, amounts in paise and in rupees. */
  csv(query?: SettlementsCsvQuery, options?: CallOptions): Promise<string>

  /** Read a settlement. Its sums, and the bank’s reference once it is paid. */
  get(id: string, options?: CallOptions): Promise<models.Settlement>

  /** List what a settlement holds. Every movement of money in it, the newest first; together they come to its net. */
  items(id: string, query?: SettlementsItemsQuery, options?: CallOptions): PageCall<models.SettlementItemList>

  /** List what a settlement holds as CSV. Every movement of money in it, the newest first, amounts in paise and in rupees. */
  itemsCsv(id: string, options?: CallOptions): Promise<string>

  /** List settlements. Newest first, narrowed by the filters given. */
  list(query?: SettlementsListQuery, options?: CallOptions): PageCall<models.SettlementList>
}

export interface SettlementsCsvQuery {
  created_from?: string | undefined
  created_until?: string | undefined
  status?: models.SettlementStatus | undefined
  speed?: models.SettlementSpeed | undefined
}

export interface SettlementsItemsQuery {
  /** Resources per page, 1 to 100. */
  limit?: number | undefined
  /** A cursor: the page that follows it. */
  after?: string | undefined
  /** A cursor: the page that precedes it. */
  before?: string | undefined
}

export interface SettlementsListQuery {
  /** Resources per page, 1 to 100. */
  limit?: number | undefined
  /** A cursor: the page that follows it. */
  after?: string | undefined
  /** A cursor: the page that precedes it. */
  before?: string | undefined
  created_from?: string | undefined
  created_until?: string | undefined
  status?: models.SettlementStatus | undefined
  speed?: models.SettlementSpeed | undefined
}

export interface TransactionsResource {
  /** List transactions as CSV. All that the filters let through, newest first, amounts in paise and in rupees. */
  csv(query?: TransactionsCsvQuery, options?: CallOptions): Promise<string>

  /** Read a transaction. By the id of the debit, payment, refund, reversal or dispute itself. */
  get(id: string, options?: CallOptions): Promise<models.Transaction>

  /** List transactions. Debits, payments, refunds, reversals and disputes together, newest first, narrowed by the filters given. */
  list(query?: TransactionsListQuery, options?: CallOptions): PageCall<models.TransactionList>
}

export interface TransactionsCsvQuery {
  created_from?: string | undefined
  created_until?: string | undefined
  type?: models.TransactionType | undefined
  status?: models.TransactionStatus | undefined
  mandate_id?: string | undefined
  settlement_id?: string | undefined
  reference_id?: string | undefined
  payer_vpa?: string | undefined
  payer_reference_id?: string | undefined
  /** An id of the transaction, its mandate, notification or settlement, a reference of it or its mandate, or what rail and bank call it (RRN, transaction id, UMN, UTR): the whole of it. */
  search?: string | undefined
}

export interface TransactionsListQuery {
  /** Resources per page, 1 to 100. */
  limit?: number | undefined
  /** A cursor: the page that follows it. */
  after?: string | undefined
  /** A cursor: the page that precedes it. */
  before?: string | undefined
  created_from?: string | undefined
  created_until?: string | undefined
  type?: models.TransactionType | undefined
  status?: models.TransactionStatus | undefined
  mandate_id?: string | undefined
  settlement_id?: string | undefined
  reference_id?: string | undefined
  payer_vpa?: string | undefined
  payer_reference_id?: string | undefined
  /** An id of the transaction, its mandate, notification or settlement, a reference of it or its mandate, or what rail and bank call it (RRN, transaction id, UMN, UTR): the whole of it. */
  search?: string | undefined
}

export interface VpasResource {
  /** Look at a UPI address. Its form, its handle and, where the provider can tell, whether it exists and who holds it. Changes nothing. */
  validate(body: models.VpaValidate, options?: CallOptions): Promise<models.VpaValidation>
}

export interface WebhookEndpointsResource {
  /** Register a webhook endpoint. Its answer alone shows the signing secret. */
  create(body: models.WebhookEndpointCreate, options?: CallOptions): Promise<models.WebhookEndpointCreated>

  /** Delete a webhook endpoint. Nothing more is posted to it; answers the endpoint as it was left. */
  delete(id: string, options?: CallOptions): Promise<models.WebhookEndpoint>

  /** Disable a webhook endpoint. Nothing is posted to it until it is enabled again; what waits is given up. */
  disable(id: string, options?: CallOptions): Promise<models.WebhookEndpoint>

  /** Enable a webhook endpoint. It is told again, from now on; what it missed is sent by redelivery. */
  enable(id: string, options?: CallOptions): Promise<models.WebhookEndpoint>

  /** Read a webhook endpoint. The endpoint without its secret. */
  get(id: string, options?: CallOptions): Promise<models.WebhookEndpoint>

  /** List webhook endpoints. Newest first. */
  list(query?: WebhookEndpointsListQuery, options?: CallOptions): PageCall<models.WebhookEndpointList>

  /** Send a range again. Sends once more, each event once, what the endpoint was sent in a span of time. */
  redeliver(id: string, body: models.WebhookRedeliver, options?: CallOptions): Promise<models.WebhookRedelivery>

  /** Make a new signing secret. Its answer alone shows the new secret. Until the overlap ends posts carry a signature by each of both. */
  rotateSecret(id: string, body?: models.WebhookSecretRotate, options?: CallOptions): Promise<models.WebhookEndpointCreated>

  /** Send a test event. Posts `webhook_endpoint.tested` to this endpoint alone, whatever it subscribes to. */
  test(id: string, options?: CallOptions): Promise<models.WebhookEndpoint>

  /** Change a webhook endpoint. Address, subscriptions, description, metadata; what is left out stays. What waits to be sent goes to the new address. */
  update(id: string, body: models.WebhookEndpointUpdate, options?: CallOptions): Promise<models.WebhookEndpoint>
}

export interface WebhookEndpointsListQuery {
  /** Resources per page, 1 to 100. */
  limit?: number | undefined
  /** A cursor: the page that follows it. */
  after?: string | undefined
  /** A cursor: the page that precedes it. */
  before?: string | undefined
  created_from?: string | undefined
  created_until?: string | undefined
  status?: models.WebhookEndpointStatus | undefined
}

/** Every resource of the API, by the name it has on the client. */
export interface Resources {
  readonly account: AccountResource

  readonly balance: BalanceResource

  readonly batches: BatchesResource

  readonly declineCodes: DeclineCodesResource

  readonly deliveries: DeliveriesResource

  readonly disputes: DisputesResource

  readonly events: EventsResource

  readonly mandates: MandatesResource

  readonly notifications: NotificationsResource

  readonly payments: PaymentsResource

  readonly presentations: PresentationsResource

  readonly providers: ProvidersResource

  readonly refunds: RefundsResource

  readonly rules: RulesResource

  readonly sandbox: SandboxResource

  readonly schedules: SchedulesResource

  readonly settlements: SettlementsResource

  readonly transactions: TransactionsResource

  readonly vpas: VpasResource

  readonly webhookEndpoints: WebhookEndpointsResource
}

import type { CaseGroup } from './case.ts'
import { accountCases } from './cases/account.ts'
import { appliedTermsCases } from './cases/applied-terms.ts'
import { approvalTimeCases } from './cases/approval-times.ts'
import { authorizationCases } from './cases/authorization.ts'
import { batchUploadCases } from './cases/batch-uploads.ts'
import { batchCases } from './cases/batches.ts'
import { bookCases } from './cases/books.ts'
import { randomBookCases } from './cases/books-at-random.ts'
import { changedTermsCases } from './cases/changed-terms.ts'
import { clockCases } from './cases/clock.ts'
import { deliveryCases } from './cases/deliveries.ts'
import { disputeCases } from './cases/disputes.ts'
import { errorCases, scopeCases } from './cases/errors.ts'
import { eventCases } from './cases/events.ts'
import { exemptionCases } from './cases/exemptions.ts'
import { explanationCases } from './cases/explanations.ts'
import { faultCases } from './cases/faults.ts'
import { formCases } from './cases/forms.ts'
import { holdCases } from './cases/holds.ts'
import { idempotencyCases } from './cases/idempotency.ts'
import { instantDebitCases } from './cases/instant-debits.ts'
import { isolationCases } from './cases/isolation.ts'
import { lateAnswerCases } from './cases/late-answers.ts'
import { lifecycleDeedCases, lifecycleMatrixCases } from './cases/lifecycle-matrix.ts'
import { listCases } from './cases/lists.ts'
import { magicPayerCases } from './cases/magic-payers.ts'
import { mandateCycleCases } from './cases/mandate-cycles.ts'
import { mandateEndCases } from './cases/mandate-ends.ts'
import { mandateCases } from './cases/mandates.ts'
import { modificationCases } from './cases/modifications.ts'
import { moneyFaultCases } from './cases/money-faults.ts'
import { noticeEndCases } from './cases/notice-ends.ts'
import { notificationCases } from './cases/notifications.ts'
import { payerActionCases } from './cases/payer-actions.ts'
import { paymentFaultCases } from './cases/payment-faults.ts'
import { paymentOutcomeCases } from './cases/payment-outcomes.ts'
import { paymentCases } from './cases/payments.ts'
import { pinCases } from './cases/pin.ts'
import { policyCases } from './cases/policies.ts'
import { presentationCases } from './cases/presentations.ts'
import { presetCases } from './cases/presets.ts'
import { previewCases } from './cases/previews.ts'
import { providerCases } from './cases/providers.ts'
import { recurrenceCases } from './cases/recurrence.ts'
import { referenceCases } from './cases/references.ts'
import { refundCases } from './cases/refunds.ts'
import { registrationRuleCases } from './cases/registration-rules.ts'
import { resolutionCases } from './cases/resolutions.ts'
import { retryCases } from './cases/retries.ts'
import { reversalCases } from './cases/reversals.ts'
import { ruleCases } from './cases/rules.ts'
import { ruleDayCases } from './cases/rules-as-of.ts'
import { sandboxValueCases } from './cases/sandbox-values.ts'
import { scheduleCycleCases } from './cases/schedule-cycles.ts'
import { scheduleEndCases } from './cases/schedule-ends.ts'
import { scheduleRuleCases } from './cases/schedule-rules.ts'
import { scheduleCases } from './cases/schedules.ts'
import { settlementCases } from './cases/settlements.ts'
import { stoppedDebitCases } from './cases/stopped-debits.ts'
import { surplusCases } from './cases/surplus.ts'
import { tableCases } from './cases/tables.ts'
import { transactionCases } from './cases/transactions.ts'
import { unknownOutcomeCases } from './cases/unknown-outcomes.ts'
import { versionCases } from './cases/versions.ts'
import { vpaCases } from './cases/vpas.ts'
import { waitingCases } from './cases/waiting.ts'
import { webhookEndpointCases } from './cases/webhook-endpoints.ts'
import { windowCases } from './cases/windows.ts'

/** Every case, by subject. */
export const API_CASES: readonly CaseGroup[] = [
  mandateCases,
  mandateCycleCases,
  authorizationCases,
  registrationRuleCases,
  recurrenceCases,
  modificationCases,
  appliedTermsCases,
  approvalTimeCases,
  changedTermsCases,
  payerActionCases,
  notificationCases,
  noticeEndCases,
  exemptionCases,
  instantDebitCases,
  pinCases,
  presentationCases,
  waitingCases,
  retryCases,
  windowCases,
  paymentCases,
  paymentOutcomeCases,
  paymentFaultCases,
  refundCases,
  disputeCases,
  scheduleCases,
  scheduleCycleCases,
  scheduleEndCases,
  scheduleRuleCases,
  idempotencyCases,
  versionCases,
  batchCases,
  batchUploadCases,
  isolationCases,
  mandateEndCases,
  referenceCases,
  clockCases,
  magicPayerCases,
  unknownOutcomeCases,
  resolutionCases,
  faultCases,
  lateAnswerCases,
  moneyFaultCases,
  holdCases,
  reversalCases,
  surplusCases,
  presetCases,
  sandboxValueCases,
  accountCases,
  stoppedDebitCases,
  providerCases,
  vpaCases,
  ruleCases,
  ruleDayCases,
  policyCases,
  errorCases,
  scopeCases,
  eventCases,
  explanationCases,
  previewCases,
  formCases,
  listCases,
  settlementCases,
  bookCases,
  randomBookCases,
  tableCases,
  transactionCases,
  webhookEndpointCases,
  deliveryCases,
  lifecycleMatrixCases,
  lifecycleDeedCases,
]

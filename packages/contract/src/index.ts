export { checkResponse, type ResponseFault } from './check.ts'
export { contract } from './contract.ts'
export { durationMs } from './duration.ts'
export {
  ERROR_CATALOGUE,
  type ErrorCode,
  type ErrorRow,
  REQUEST_ERRORS,
  type RequestErrorCode,
  SERVICE_ERRORS,
} from './errors.ts'
export {
  type ParsedRequest,
  type ParseResult,
  parsePart,
  parseRequest,
  type RawRequest,
  toProblemErrors,
} from './parse.ts'
export { operatorContract } from './routes/operator.ts'
export { type RouteMetadata, waitSeconds } from './routes/route.ts'
export { type NamedRoute, routesOf } from './routes/routes-of.ts'
export { Account, AccountUpdate } from './schemas/account.ts'
export { Balance } from './schemas/balance.ts'
export {
  BATCH_JSON_ROWS,
  BATCH_UPLOAD_ROWS,
  Batch,
  BatchResult,
  BatchRow,
  BatchRowCounts,
} from './schemas/batch.ts'
export {
  BatchCreate,
  BatchEnvelope,
  BatchNoticeRow,
  BatchRowCreate,
  BatchUpload,
  BatchUploadQuery,
} from './schemas/batch-create.ts'
export { BodyStream } from './schemas/body-stream.ts'
export { Decline } from './schemas/decline.ts'
export { DeclineCode } from './schemas/decline-code.ts'
export { Delivery, DeliveryAttempt } from './schemas/delivery.ts'
export { Dispute, DisputeContest, SandboxDispute } from './schemas/dispute.ts'
export {
  BatchEvent,
  DisputeEvent,
  Event,
  MandateEvent,
  ModificationEvent,
  NotificationEvent,
  PaymentEvent,
  PresentationEvent,
  RefundEvent,
  ScheduleEvent,
  SettlementEvent,
  WebhookEndpointEvent,
} from './schemas/event.ts'
export { ExplainedRule, Explanation } from './schemas/explanation.ts'
export { Mandate } from './schemas/mandate.ts'
export { MandateCreate, SandboxMandateCreate } from './schemas/mandate-create.ts'
export { MerchantPolicy } from './schemas/merchant-policy.ts'
export { MandateModify, Modification } from './schemas/modification.ts'
export { Notification, NotificationCreate } from './schemas/notification.ts'
export {
  ApiKeyCreate,
  ApiKeyCreated,
  Merchant,
  MerchantCreate,
  MerchantCreated,
} from './schemas/operator.ts'
export { Payment } from './schemas/payment.ts'
export { PaymentCreate } from './schemas/payment-create.ts'
export { Attempt, Presentation } from './schemas/presentation.ts'
export {
  PresentationCreate,
  PresentationPreview,
  PresentationRetry,
} from './schemas/presentation-create.ts'
export { Problem, ProblemError } from './schemas/problem.ts'
export { Provider } from './schemas/provider.ts'
export { Refund, RefundCreate } from './schemas/refund.ts'
export { Resolution, Resolve } from './schemas/resolution.ts'
export { Rule } from './schemas/rule.ts'
export {
  SandboxApproval,
  SandboxClock,
  SandboxClockUpdate,
  SandboxFault,
  SandboxFaultCreate,
  SandboxFaults,
  SandboxReset,
  SandboxSettings,
  SandboxSettingsUpdate,
} from './schemas/sandbox.ts'
export { Schedule, ScheduleCreate, ScheduleUpcoming } from './schemas/schedule.ts'
export { Settlement } from './schemas/settlement.ts'
export { SettlementItem } from './schemas/settlement-item.ts'
export { Transaction } from './schemas/transaction.ts'
export { VpaValidate, VpaValidation } from './schemas/vpa.ts'
export {
  WebhookEndpoint,
  WebhookEndpointCreate,
  WebhookEndpointCreated,
  WebhookEndpointUpdate,
  WebhookRedeliver,
  WebhookRedelivery,
  WebhookSecretRotate,
} from './schemas/webhook-endpoint.ts'

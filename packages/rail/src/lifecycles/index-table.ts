import { BATCH_LIFECYCLE } from './batch.ts'
import { DELIVERY_LIFECYCLE } from './delivery.ts'
import { DISPUTE_LIFECYCLE } from './dispute.ts'
import { MANDATE_LIFECYCLE } from './mandate.ts'
import { MODIFICATION_LIFECYCLE } from './modification.ts'
import { NOTIFICATION_LIFECYCLE } from './notification.ts'
import { PAYMENT_LIFECYCLE } from './payment.ts'
import { PRESENTATION_LIFECYCLE } from './presentation.ts'
import { REFUND_LIFECYCLE } from './refund.ts'
import { REVERSAL_LIFECYCLE } from './reversal.ts'
import { SCHEDULE_LIFECYCLE } from './schedule.ts'
import { SETTLEMENT_LIFECYCLE } from './settlement.ts'
import { WEBHOOK_ENDPOINT_LIFECYCLE } from './webhook-endpoint.ts'

/** Every lifecycle by the resource it belongs to. */
export const LIFECYCLES = {
  mandate: MANDATE_LIFECYCLE,
  modification: MODIFICATION_LIFECYCLE,
  notification: NOTIFICATION_LIFECYCLE,
  presentation: PRESENTATION_LIFECYCLE,
  payment: PAYMENT_LIFECYCLE,
  refund: REFUND_LIFECYCLE,
  dispute: DISPUTE_LIFECYCLE,
  reversal: REVERSAL_LIFECYCLE,
  settlement: SETTLEMENT_LIFECYCLE,
  batch: BATCH_LIFECYCLE,
  schedule: SCHEDULE_LIFECYCLE,
  webhook_endpoint: WEBHOOK_ENDPOINT_LIFECYCLE,
  delivery: DELIVERY_LIFECYCLE,
} as const

import type { Delivery, Tenant } from '@upi-autopay/engine'

/** The columns of a delivery `d`. */
export const DELIVERY_COLUMNS =
  'd.id, d.status, d.event_id, d.event_type, d.webhook_endpoint_id, d.attempts, d.next_attempt_at, d.created_at, d.updated_at'

export type DeliveryColumns = Omit<Delivery, 'tenant'>

export function deliveryOf(tenant: Tenant, columns: DeliveryColumns): Delivery {
  return {
    tenant,
    id: columns.id,
    status: columns.status,
    event_id: columns.event_id,
    event_type: columns.event_type,
    webhook_endpoint_id: columns.webhook_endpoint_id,
    attempts: columns.attempts,
    next_attempt_at: columns.next_attempt_at,
    created_at: columns.created_at,
    updated_at: columns.updated_at,
  }
}

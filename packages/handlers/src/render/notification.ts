import type { Notification as WireNotification } from '@upi-autopay/contract'
import type { Notification, ReadRow } from '@upi-autopay/engine'
import { allowedActions } from '@upi-autopay/rail'
import { instant, type RenderContext } from './context.ts'
import { renderDecline } from './decline.ts'

/** A notification as merchants read it. */
export function renderNotification(
  notification: Notification,
  context: RenderContext,
): WireNotification {
  const { cycle } = notification
  return {
    id: notification.id,
    object: 'notification',
    livemode: context.livemode,
    created_at: instant(notification.created_at),
    updated_at: instant(notification.updated_at),
    metadata: { ...notification.metadata },
    status: notification.status,
    allowed_actions: [...allowedActions('notification', notification.status)],
    mandate_id: notification.mandate_id,
    reference_id: notification.reference_id,
    batch_id: notification.batch_id,
    schedule_id: notification.schedule_id,
    amount: notification.amount,
    currency: 'INR',
    debit_date: notification.debit_date,
    debit_at: instant(notification.debit_at),
    cycle:
      cycle.from === null || cycle.until === null ? null : { from: cycle.from, until: cycle.until },
    sequence_number: notification.sequence_number,
    window: {
      earliest: instant(notification.window_from),
      latest: instant(notification.window_until),
    },
    delivered_at: instant(notification.delivered_at),
    failure: renderDecline(notification.failure),
    cancelled_by: notification.cancelled_by,
  }
}

/** A row of the kind, as merchants read it. */
export function showNotification({ row }: ReadRow, context: RenderContext): WireNotification {
  return renderNotification(row.data as Notification, context)
}

import type { Instant } from '@upi-autopay/rail'
import type { NotificationEvent } from '../events.ts'
import type { Notification } from './notification.ts'

/** Applies one event to a notification. */
export function evolveNotification(
  notification: Notification | undefined,
  event: NotificationEvent,
  at: Instant,
): Notification {
  if (event.type === 'notification.created') return event.data.notification
  if (notification === undefined)
    throw new Error(`${event.type} of ${event.resource_id}, which is not loaded`)
  const moved = { ...notification, updated_at: at, revision: notification.revision + 1 }
  switch (event.type) {
    case 'notification.answer_expected':
      return notification
    case 'notification.delivered':
      return {
        ...moved,
        status: 'delivered',
        delivered_at: at,
        window_from: event.data.window_from,
      }
    case 'notification.failed':
      return { ...moved, status: 'failed', failure: event.data.decline }
    case 'notification.used':
      return { ...moved, status: 'used', used_by: event.data.presentation_id }
    case 'notification.released':
      return { ...moved, status: 'delivered', used_by: null }
    case 'notification.cancelled':
      return { ...moved, status: 'cancelled', cancelled_by: event.data.by }
    case 'notification.lapsed':
      return { ...moved, status: 'lapsed' }
    default:
      return event satisfies never
  }
}

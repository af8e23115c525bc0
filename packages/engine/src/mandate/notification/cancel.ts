import type { Decision } from '../../kernel/aggregate.ts'
import { type MandateStreamEvent, notificationEvent, presentationEvent } from '../events.ts'
import type { MandateState } from '../mandate.ts'
import { isFinal } from '../presentation/presentation.ts'
import { rejectNotificationState } from '../state-conflict.ts'
import type { Notification } from './notification.ts'

/**
 * Calls an announced debit off, before its first attempt. The debit that was planned on it goes with it; its cycle may
 * be notified again, under its number. A payer opts out of what has arrived only.
 */
export function cancelNotification(
  state: MandateState,
  notification: Notification,
  by: 'merchant' | 'payer',
): Decision<MandateStreamEvent> {
  const { id, status } = notification
  const why = reasonAgainst(status, by)
  if (why !== null) return rejectNotificationState(notification, why)
  const planned = Object.values(state.presentations).filter(
    (one) => one.notification_id === id && !isFinal(one),
  )
  return {
    ok: true,
    events: [
      ...planned.map((one) => presentationEvent('presentation.cancelled', one.id, {})),
      notificationEvent('notification.cancelled', id, { by }),
    ],
  }
}

function reasonAgainst(status: Notification['status'], by: 'merchant' | 'payer'): string | null {
  switch (status) {
    case 'delivered':
      return null
    case 'pending':
      return by === 'merchant' ? null : 'it has not reached the payer yet'
    case 'used':
      return 'its debit has been attempted; cancel that one'
    case 'failed':
    case 'cancelled':
    case 'lapsed':
      return 'it is over'
    default:
      return status satisfies never
  }
}

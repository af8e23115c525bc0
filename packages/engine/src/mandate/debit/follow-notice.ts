import { earliestAttempt } from '@upi-autopay/rail'
import type { Facts } from '../../kernel/aggregate.ts'
import { type MandateStreamEvent, type NotificationEvent, presentationEvent } from '../events.ts'
import type { MandateState } from '../mandate.ts'
import { attemptFacts, plannedStart } from '../presentation/facts.ts'
import type { Presentation } from '../presentation/presentation.ts'

/**
 * What becomes of a debit that was planned with its notice: it is planned anew by the moment at which the notice
 * arrived, and ends with a notice that does not arrive.
 */
export function followNotice(
  state: MandateState,
  event: NotificationEvent,
  facts: Facts,
): MandateStreamEvent[] {
  const debit = Object.values(state.presentations).find(
    (one) => one.notification_id === event.resource_id && one.status === 'scheduled',
  )
  if (debit === undefined) return []
  switch (event.type) {
    case 'notification.delivered':
      return planAnew(state, debit, facts)
    case 'notification.failed':
      return [presentationEvent('presentation.failed', debit.id, event.data)]
    case 'notification.cancelled':
      return [presentationEvent('presentation.cancelled', debit.id, {})]
    case 'notification.lapsed':
      return [presentationEvent('presentation.failed', debit.id, { decline: null })]
    default:
      return []
  }
}

function planAnew(state: MandateState, debit: Presentation, facts: Facts): MandateStreamEvent[] {
  const judged = attemptFacts(state, debit, facts)
  const due = earliestAttempt(
    { ...judged, not_before: plannedStart(judged, debit, facts.now) },
    facts.now,
  )
  if (due === null) return [presentationEvent('presentation.failed', debit.id, { decline: null })]
  if (due.at === debit.due_at && due.reason === debit.deferred_because) return []
  return [
    presentationEvent('presentation.deferred', debit.id, { due_at: due.at, reason: due.reason }),
  ]
}

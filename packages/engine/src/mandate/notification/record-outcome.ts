import { debitWindow, type Instant } from '@upi-autopay/rail'
import type { Facts } from '../../kernel/aggregate.ts'
import { toDecline } from '../../kernel/decline.ts'
import { expectedAnswers } from '../../kernel/expected-answers.ts'
import type { LaterOutcome, Outcome } from '../../ports/outcome.ts'
import { type MandateStreamEvent, notificationEvent } from '../events.ts'
import type { Notification } from './notification.ts'

/** What the provider says of a notification. An answer after it has closed changes nothing. */
export function recordNotice(
  notification: Notification,
  outcome: Outcome,
  facts: Facts,
): MandateStreamEvent[] {
  if (notification.status !== 'pending') return []
  const { id } = notification
  switch (outcome.result) {
    case 'accepted': {
      if (outcome.state === 'done') {
        const window = debitWindow(
          { ...notification, delivered_at: facts.now },
          facts.provider.policy,
        )
        return [notificationEvent('notification.delivered', id, { window_from: window.from })]
      }
      return expect(id, outcome.later, facts.now)
    }
    case 'declined':
      return [notificationEvent('notification.failed', id, { decline: toDecline(outcome) })]
    case 'unknown':
      // Nobody can say that the payer was told: no debit may rest on it. It lapses with its day.
      return expect(id, outcome.later, facts.now)
    case 'not_sent':
      return []
    default:
      return outcome satisfies never
  }
}

function expect(
  id: string,
  later: readonly LaterOutcome[] | undefined,
  now: Instant,
): MandateStreamEvent[] {
  return expectedAnswers(later, { now, attempt: null }).map((expected) =>
    notificationEvent('notification.answer_expected', id, expected),
  )
}

/** The day of the debit is over: an unused notice lapses, a used one has served. */
export function lapseNotice(notification: Notification): MandateStreamEvent[] {
  if (notification.status !== 'pending' && notification.status !== 'delivered') return []
  return [notificationEvent('notification.lapsed', notification.id, {})]
}

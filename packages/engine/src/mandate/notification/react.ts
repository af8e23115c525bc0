import { NO_REACTION, type Reaction } from '../../kernel/aggregate.ts'
import { effectId } from '../../kernel/effect-names.ts'
import { answerTimer } from '../../kernel/expected-answers.ts'
import type { NotificationEvent } from '../events.ts'
import { effect, keys, timersOf } from '../follow-up.ts'
import type { MandateState } from '../mandate.ts'

/** What follows from an event of a notification. */
export function reactToNotification(state: MandateState, event: NotificationEvent): Reaction {
  const id = event.resource_id
  const timer = timersOf('notification', id)
  switch (event.type) {
    case 'notification.created': {
      const { notification } = event.data
      return {
        ...NO_REACTION,
        effects: [
          effect(state, {
            kind: 'notify',
            resource_kind: 'notification',
            resource_id: id,
            amount: notification.amount,
          }),
        ],
        timers: [timer('notice_lapse', notification.window_until)],
      }
    }
    case 'notification.answer_expected':
      return {
        ...NO_REACTION,
        timers: [answerTimer(timer, event.data)],
      }
    case 'notification.delivered':
      return { ...NO_REACTION, timers_cleared: keys(['bank_answer'], id) }
    case 'notification.failed':
    case 'notification.cancelled':
    case 'notification.lapsed':
      return {
        ...NO_REACTION,
        timers_cleared: keys(['bank_answer', 'notice_lapse'], id),
        effects_withdrawn: [effectId('notify', id, null)],
      }
    case 'notification.used':
      return { ...NO_REACTION, timers_cleared: keys(['notice_lapse'], id) }
    case 'notification.released': {
      const notification = state.notifications[id]
      if (notification === undefined) return NO_REACTION
      return { ...NO_REACTION, timers: [timer('notice_lapse', notification.window_until)] }
    }
    default:
      return event satisfies never
  }
}

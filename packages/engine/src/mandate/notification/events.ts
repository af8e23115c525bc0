import type { Ender, Instant } from '@upi-autopay/rail'
import type { Decline } from '../../kernel/decline.ts'
import type { AnswerExpected } from '../../kernel/expected-answers.ts'
import type { Nothing } from '../nothing.ts'
import type { Notification } from './notification.ts'

/** What happens to a notification. */
export interface NotificationEvents {
  'notification.created': { readonly notification: Notification }
  'notification.answer_expected': AnswerExpected
  'notification.delivered': { readonly window_from: Instant }
  'notification.failed': { readonly decline: Decline }
  /** By which debit: what takes its first attempt back gives the notice back. */
  'notification.used': { readonly presentation_id: string }
  'notification.released': Nothing
  'notification.cancelled': { readonly by: Ender }
  'notification.lapsed': Nothing
}

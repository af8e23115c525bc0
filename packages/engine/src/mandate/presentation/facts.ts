import {
  type AttemptFacts,
  type DeferralReason,
  debitWindow,
  earliestAttempt,
  type Instant,
  nextWindowStart,
  type PresentWhen,
  rulesDate,
} from '@upi-autopay/rail'
import type { Facts } from '../../kernel/aggregate.ts'
import { type MandateState, termsOf } from '../mandate.ts'
import type { Notification } from '../notification/notification.ts'
import type { Presentation } from './presentation.ts'

/** What of a decision's facts a debit is judged by. */
export type PresentFacts = Pick<Facts, 'now' | 'provider'> & {
  readonly account: Pick<Facts['account'], 'debits_stopped'>
}

/** A debit as the rules see it: what is asked, what was notified, what its cycle has spent. */
export function attemptFacts(
  state: MandateState,
  debit: Pick<Presentation, 'amount' | 'instant' | 'cycle_key' | 'notification_id'>,
  facts: PresentFacts,
): AttemptFacts {
  const counters = state.cycles[debit.cycle_key]
  const notification =
    debit.notification_id === null ? undefined : state.notifications[debit.notification_id]
  return {
    mandate: termsOf(state.mandate),
    mcc: state.mandate.mcc,
    amount: debit.amount,
    instant: debit.instant,
    notice_exempt: state.mandate.notice_exemption !== null,
    debits_stopped: facts.account.debits_stopped,
    activated_at: state.mandate.activated_at ?? facts.now,
    notice: notification === undefined ? null : noticeFacts(notification, facts.now),
    cycle: {
      // Midnight gives no second instant debit, though it begins another cycle.
      attempts: Math.max(counters?.attempts ?? 0, debit.instant ? state.instant_attempts : 0),
      succeeded: counters?.succeeded ?? false,
    },
    last_attempt_at: counters?.last_attempt_at ?? null,
    any_success: state.any_success,
    not_before: null,
    policy: facts.provider.policy,
  }
}

/** The moment the caller asked for, if it is later than now. */
export function wishedStart(
  wish: { when: PresentWhen; present_at: Instant | null },
  now: Instant,
  policy: Facts['provider']['policy'],
): { at: Instant; reason: DeferralReason } | null {
  switch (wish.when) {
    case 'asap':
      return null
    case 'next_window':
      return { at: nextWindowStart(now, rulesDate(policy, now)), reason: 'next_window' }
    case 'at':
      return { at: wish.present_at ?? now, reason: 'requested_time' }
    default:
      return wish.when satisfies never
  }
}

/**
 * The wish where the notice may still be on its way or young: the next window is the one after the moment that the
 * notice allows. Where no later window is left on that day, that moment stands.
 */
export function plannedStart(
  judged: AttemptFacts,
  wish: { when: PresentWhen; present_at: Instant | null },
  now: Instant,
): AttemptFacts['not_before'] {
  if (wish.when !== 'next_window' || judged.notice === null)
    return wishedStart(wish, now, judged.policy)
  const { from } = debitWindow(judged.notice, judged.policy)
  if (from <= now) return wishedStart(wish, now, judged.policy)
  const date = rulesDate(judged.policy, from)
  const not_before = { at: nextWindowStart(from, date), reason: 'next_window' } as const
  return earliestAttempt({ ...judged, not_before }, now) === null ? null : not_before
}

function noticeFacts(notification: Notification, now: Instant): AttemptFacts['notice'] {
  const { delivered_at, window_until, status } = notification
  return {
    // A notice that has not arrived gives no right to debit: its lead time starts when it does, now at the soonest.
    delivered_at: delivered_at ?? (status === 'pending' ? now : window_until),
    on_its_way: status === 'pending',
    debit_date: notification.debit_date,
    debit_at: notification.debit_at,
  }
}

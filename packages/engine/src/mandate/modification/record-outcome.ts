import type { IsoDate } from '@upi-autopay/rail'
import type { Facts } from '../../kernel/aggregate.ts'
import { toDecline } from '../../kernel/decline.ts'
import { expectedAnswers } from '../../kernel/expected-answers.ts'
import type { LaterOutcome, Outcome } from '../../ports/outcome.ts'
import {
  type MandateStreamEvent,
  mandateEvent,
  modificationEvent,
  notificationEvent,
  presentationEvent,
} from '../events.ts'
import { type MandateState, termsOf } from '../mandate.ts'
import { fitsTerms } from '../presentation/fits-terms.ts'
import { isFinal, type Presentation } from '../presentation/presentation.ts'
import type { Modification } from './modification.ts'

/** What the provider says of a modification. An answer that comes after its end changes nothing. */
export function recordModification(
  state: MandateState,
  modification: Modification,
  outcome: Outcome,
  facts: Facts,
): MandateStreamEvent[] {
  if (modification.status !== 'pending') return []
  const { id } = modification
  switch (outcome.result) {
    case 'accepted':
      return outcome.state === 'done'
        ? applyModification(state, modification, facts)
        : expectConsent(modification, outcome.later, facts)
    case 'declined':
      return [modificationEvent('modification.declined', id, { decline: toDecline(outcome) })]
    case 'unknown':
      // Nobody can say whether the bank has the new terms: the old ones stand until it is told, or time is up.
      return expectConsent(modification, outcome.later, facts)
    case 'not_sent':
      return []
    default:
      return outcome satisfies never
  }
}

/** The bank's answers that are on their way. They take the place of those expected earlier. */
export function expectConsent(
  { id }: Modification,
  later: readonly LaterOutcome[] | undefined,
  { now }: Pick<Facts, 'now'>,
): MandateStreamEvent[] {
  return expectedAnswers(later, { now, attempt: null }).map((expected) =>
    modificationEvent('modification.answer_expected', id, expected),
  )
}

/** The payer did not answer in time. */
export function expireModification({ id, status }: Modification): MandateStreamEvent[] {
  return status === 'pending' ? [modificationEvent('modification.expired', id, {})] : []
}

/** The new terms are in force from here on, also for what was announced under the old ones. */
function applyModification(
  state: MandateState,
  { id, amount, end_date }: Modification,
  facts: Facts,
): MandateStreamEvent[] {
  const { mandate } = state
  return [
    modificationEvent('modification.applied', id, {}),
    mandateEvent('mandate.modified', mandate.id, { amount, end_date }),
    ...withdrawBeyond(state, { ...mandate, amount, end_date }, facts),
  ]
}

/**
 * Cancels what the new terms no longer allow: a debit above the new amount, or after the new last day, and its notice.
 * One that is with the bank stays, since its outcome is still to be told.
 */
function withdrawBeyond(
  state: MandateState,
  mandate: MandateState['mandate'],
  { now, provider }: Facts,
): MandateStreamEvent[] {
  const broken = (amount: number, debit_date: IsoDate | null): boolean =>
    !fitsTerms({ amount, debit_date }, termsOf(mandate), { now, policy: provider.policy })
  const dayOf = ({ notification_id }: Presentation): IsoDate | null =>
    notification_id === null ? null : (state.notifications[notification_id]?.debit_date ?? null)
  const presentations = Object.values(state.presentations).filter(
    (one) => !isFinal(one) && one.status !== 'processing' && broken(one.amount, dayOf(one)),
  )
  const notifications = Object.values(state.notifications).filter(
    ({ status, amount, debit_date }) =>
      (status === 'pending' || status === 'delivered') && broken(amount, debit_date),
  )
  return [
    ...presentations.map(({ id }) => presentationEvent('presentation.cancelled', id, {})),
    ...notifications.map(({ id }) =>
      notificationEvent('notification.cancelled', id, { by: 'rail' }),
    ),
  ]
}

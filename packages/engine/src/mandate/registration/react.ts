import { endOfIstDay, type Instant } from '@upi-autopay/rail'
import { type EffectDraft, NO_REACTION, type Reaction } from '../../kernel/aggregate.ts'
import { effectId } from '../../kernel/effect-names.ts'
import { answerKey, answerTimer } from '../../kernel/expected-answers.ts'
import type { MandateOwnEvent } from '../events.ts'
import { effect, keys, timersOf } from '../follow-up.ts'
import type { MandateState } from '../mandate.ts'

/** What follows from an event of the mandate itself. */
export function reactToRegistration(
  state: MandateState,
  event: MandateOwnEvent,
  at: Instant,
): Reaction {
  const { mandate } = state
  const timer = timersOf('mandate', mandate.id)
  switch (event.type) {
    case 'mandate.created':
      return {
        ...NO_REACTION,
        effects:
          mandate.flow === 'collect' || mandate.upi_link === null ? [registerEffect(state)] : [],
        timers: [timer('registration_expiry', mandate.registration_expires_at)],
      }
    case 'mandate.answer_expected':
      return {
        ...NO_REACTION,
        timers: [answerTimer(timer, event.data)],
        // What an earlier choice would have brought as its second answer is off.
        timers_cleared: event.data.order === 0 ? [answerKey(mandate.id, null, 1)] : [],
      }
    case 'mandate.activated':
      return {
        ...NO_REACTION,
        timers: [timer('validity_end', endOfIstDay(mandate.end_date))],
        timers_cleared: keys(['registration_expiry', 'bank_answer'], mandate.id),
      }
    case 'mandate.resumed':
      // What fell due during the pause is looked at again, by the rules of now.
      return {
        ...NO_REACTION,
        timers: Object.values(state.presentations)
          .filter((one) => one.due_at !== null && one.due_at <= at)
          .map((one) => timersOf('presentation', one.id)('present', at)),
      }
    case 'mandate.modified':
      return { ...NO_REACTION, timers: [timer('validity_end', endOfIstDay(event.data.end_date))] }
    case 'mandate.revoked': {
      const told = event.data.by === 'merchant' ? [revokeEffect(state)] : []
      return { ...endOfMandate(mandate.id), effects: told }
    }
    case 'mandate.rejected':
    case 'mandate.expired':
    case 'mandate.completed':
      return endOfMandate(mandate.id)
    case 'mandate.authorization_opened':
    case 'mandate.paused':
      return NO_REACTION
    default:
      return event satisfies never
  }
}

function registerEffect(state: MandateState): EffectDraft {
  return effect(state, {
    kind: 'register',
    resource_kind: 'mandate',
    resource_id: state.mandate.id,
    amount: state.mandate.amount,
  })
}

function revokeEffect(state: MandateState): EffectDraft {
  return effect(state, {
    kind: 'revoke',
    resource_kind: 'mandate',
    resource_id: state.mandate.id,
    amount: state.mandate.amount,
  })
}

function endOfMandate(id: string): Reaction {
  return {
    ...NO_REACTION,
    timers_cleared: keys(['registration_expiry', 'validity_end', 'bank_answer'], id),
    effects_withdrawn: [effectId('register', id, null)],
  }
}

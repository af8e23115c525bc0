import { NO_REACTION, type Reaction } from '../../kernel/aggregate.ts'
import { effectId } from '../../kernel/effect-names.ts'
import { answerKey, answerTimer } from '../../kernel/expected-answers.ts'
import type { ModificationEvent } from '../events.ts'
import { effect, keys, timersOf } from '../follow-up.ts'
import type { MandateState } from '../mandate.ts'

/** What follows from an event of a modification. */
export function reactToModification(state: MandateState, event: ModificationEvent): Reaction {
  const id = event.resource_id
  const timer = timersOf('modification', id)
  switch (event.type) {
    case 'modification.requested': {
      const { modification } = event.data
      return {
        ...NO_REACTION,
        effects: [
          effect(state, {
            kind: 'modify',
            resource_kind: 'modification',
            resource_id: id,
            amount: modification.amount,
            end_date: modification.end_date,
          }),
        ],
        timers: [timer('modification_expiry', modification.expires_at)],
      }
    }
    case 'modification.answer_expected':
      return {
        ...NO_REACTION,
        timers: [answerTimer(timer, event.data)],
        // What an earlier choice would have brought as its second answer is off.
        timers_cleared: event.data.order === 0 ? [answerKey(id, null, 1)] : [],
      }
    case 'modification.applied':
    case 'modification.declined':
    case 'modification.expired':
    case 'modification.cancelled':
      return {
        ...NO_REACTION,
        timers_cleared: keys(['modification_expiry', 'bank_answer'], id),
        effects_withdrawn: [effectId('modify', id, null)],
      }
    default:
      return event satisfies never
  }
}

import type { Facts } from '../../kernel/aggregate.ts'
import { type MandateStreamEvent, presentationEvent } from '../events.ts'
import type { Mandate } from '../mandate.ts'
import { instantGround, newPresentation } from './create.ts'

/** The debit that a mandate makes by itself when the payer approves it: no notice, no second PIN. */
export function firstDebit(mandate: Mandate, facts: Facts): MandateStreamEvent[] {
  if (mandate.first_debit === null) return []
  const ground = instantGround(
    { mandate, cycles: {}, next_sequence_number: 1 },
    mandate.first_debit.amount,
    facts.now,
  )
  const presentation = newPresentation(
    {
      type: 'CreatePresentation',
      id: facts.mint('presentation'),
      mandate_id: mandate.id,
      reference_id: firstDebitReference(mandate.id),
      source: { instant_amount: mandate.first_debit.amount },
      description: mandate.description,
      when: 'asap',
      present_at: null,
      retry: 'none',
      metadata: {},
    },
    ground,
    {
      due: { at: facts.now, reason: null },
      attempts_left: facts.provider.policy.instant_attempts_max,
    },
    facts,
  )
  return [
    presentationEvent('presentation.created', presentation.id, {
      presentation,
      cycle_until: ground.cycle_until,
    }),
  ]
}

/** The merchant gave no reference for it, so it is named after its mandate. */
export function firstDebitReference(mandate_id: string): string {
  return `first-${mandate_id}`
}

import type { Decision, Facts } from '../../kernel/aggregate.ts'
import { type MandateStreamEvent, presentationEvent } from '../events.ts'
import { rejectPresentationState } from '../state-conflict.ts'
import { amountReversible, type Presentation } from './presentation.ts'
import type { Reversal } from './reversal.ts'

/**
 * The bank gives the payer back what a debit collected, less what refunds have given back already. The cycle stays
 * spent: the rail has honoured it.
 */
export function reversePresentation(
  presentation: Presentation,
  { now, mint }: Facts,
): Decision<MandateStreamEvent> {
  if (presentation.status !== 'succeeded')
    return rejectPresentationState(presentation, 'only a collected debit is reversed')
  const amount = amountReversible(presentation)
  if (amount <= 0)
    return rejectPresentationState(
      presentation,
      'all that it collected has gone back or is disputed',
    )
  const reversal: Reversal = {
    id: mint('reversal'),
    revision: 1,
    status: 'succeeded',
    mandate_id: presentation.mandate_id,
    presentation_id: presentation.id,
    amount,
    metadata: {},
    created_at: now,
    updated_at: now,
  }
  return {
    ok: true,
    events: [
      presentationEvent('presentation.reversed', presentation.id, { amount }),
      {
        type: 'reversal.created',
        resource_kind: 'reversal',
        resource_id: reversal.id,
        data: { reversal },
      },
    ],
  }
}

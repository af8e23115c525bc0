import type { Instant } from '@upi-autopay/rail'
import type { Collected, CollectedSource } from '../collected/collected.ts'
import type { DisputeEvent } from '../dispute/events.ts'
import { evolveDispute, takenByDispute } from '../dispute/evolve.ts'
import { providerReference } from '../kernel/effect-names.ts'
import type { RefundEvent } from '../refund/events.ts'
import { evolveRefund, takenByRefund } from '../refund/evolve.ts'
import type { Mandate, MandateState } from './mandate.ts'
import {
  amountCollected,
  type Presentation,
  presentationActions,
} from './presentation/presentation.ts'

/** What of a debit's money was collected, has gone back or is spoken for. */
export function collectedOf(presentation: Presentation): Collected {
  const { amount_refunded, amount_refund_pending, amount_disputed } = presentation
  // What the bank has taken back is no longer there to be given back.
  const amount_collected = amountCollected(presentation) - presentation.amount_reversed
  return { amount_collected, amount_refunded, amount_refund_pending, amount_disputed }
}

/** A debit as refunds and disputes see it. */
export function debitSource(
  { settlement }: Pick<Mandate, 'settlement'>,
  presentation: Presentation,
): CollectedSource {
  const { id, status, mandate_id, attempts, rrn } = presentation
  const paid = attempts.find((attempt) => attempt.status === 'succeeded')
  return {
    ...collectedOf(presentation),
    kind: 'presentation',
    id,
    status,
    allowed_actions: presentationActions(presentation),
    mandate_id,
    collected_at: presentation.succeeded_at,
    settlement,
    provider_reference: providerReference(id, paid?.number ?? null),
    rrn,
  }
}

/** Applies an event of a refund, to the refund and to the debit it gives back. */
export function withRefund(state: MandateState, event: RefundEvent, at: Instant): MandateState {
  const refund = evolveRefund(state.refunds[event.resource_id], event, at)
  const refunds = { ...state.refunds, [refund.id]: refund }
  return withDebit({ ...state, refunds }, refund.presentation_id, at, (debit) =>
    takenByRefund(debit, refund.amount, event),
  )
}

/** Applies an event of a dispute, to the dispute and to the debit it is about. */
export function withDispute(state: MandateState, event: DisputeEvent, at: Instant): MandateState {
  const dispute = evolveDispute(state.disputes[event.resource_id], event, at)
  const disputes = { ...state.disputes, [dispute.id]: dispute }
  return withDebit({ ...state, disputes }, dispute.presentation_id, at, (debit) =>
    takenByDispute(debit, dispute.amount, event),
  )
}

function withDebit(
  state: MandateState,
  id: string | null,
  at: Instant,
  change: (debit: Presentation) => Presentation,
): MandateState {
  const debit = id === null ? undefined : state.presentations[id]
  if (debit === undefined) throw new Error(`the debit ${id} that money goes back of is not loaded`)
  const after = change(debit)
  if (after === debit) return state
  const moved = { ...after, updated_at: at, revision: debit.revision + 1 }
  return { ...state, presentations: { ...state.presentations, [moved.id]: moved } }
}

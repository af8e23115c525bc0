import type { Facts } from '../../kernel/aggregate.ts'
import { type MandateStreamEvent, mandateEvent, presentationEvent } from '../events.ts'
import type { MandateState } from '../mandate.ts'
import { withdrawPlans } from '../registration/revoke.ts'
import type { CollectionType, Receipt } from './events.ts'
import { isFinal, isOpenAttempt, type Presentation } from './presentation.ts'
import { firstInquiryAt } from './record-unknown.ts'

/** Which attempt succeeded, and the rail's names for it. */
interface ToldSuccess {
  readonly number: number
  readonly rrn?: string | null
  readonly npci_txn_id?: string | null
}

/**
 * The bank says that the money of one attempt has moved. Whatever the debit has come to meanwhile, it counts as
 * collected, once per attempt; where the cycle had its debit already, as surplus.
 */
export function recordSuccess(
  state: MandateState,
  presentation: Presentation,
  { number, rrn = null, npci_txn_id = null }: ToldSuccess,
  facts: Facts,
): MandateStreamEvent[] {
  const { id } = presentation
  const known = presentation.attempts.find((one) => one.number === number)
  if (known?.status === 'succeeded') {
    if (rrn === null || known.rrn === null || known.rrn === rrn) return []
    // Another reference for the same attempt is no second debit: nothing moves, and the log keeps what was said.
    const outcome = { result: 'accepted', state: 'done', references: { rrn } } as const
    return [presentationEvent('presentation.contradicted', id, { attempt: number, outcome })]
  }
  const receipt: Receipt = {
    attempt: number,
    rrn,
    npci_txn_id,
    still_open: stillOpen(presentation, number, facts),
  }
  const collected = presentationEvent(collectionType(state, presentation), id, receipt)
  const { mandate } = state
  // A one-time mandate has done its work.
  return mandate.frequency === 'one_time' && mandate.ended_at === null
    ? [
        collected,
        mandateEvent('mandate.completed', mandate.id, {}),
        ...withdrawPlans(state, { by: 'rail', but: id }),
      ]
    : [collected]
}

function collectionType(state: MandateState, presentation: Presentation): CollectionType {
  const paid =
    state.cycles[presentation.cycle_key]?.succeeded === true ||
    presentation.attempts.some(({ status }) => status === 'succeeded')
  if (paid) return 'presentation.surplus_collected'
  return isFinal(presentation) ? 'presentation.corrected' : 'presentation.succeeded'
}

/** A later attempt that is at the bank while an earlier one turns out to be paid: what becomes of it is asked. */
function stillOpen(
  presentation: Presentation,
  number: number,
  facts: Facts,
): Receipt['still_open'] {
  const other = presentation.attempts.find((one) => one.number !== number && isOpenAttempt(one))
  if (other === undefined || other.inquire_from !== null) return null
  const inquire_at = firstInquiryAt(other, facts)
  return inquire_at === null ? null : { attempt: other.number, inquire_at }
}

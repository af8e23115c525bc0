import type {
  Attempt as WireAttempt,
  Presentation as WirePresentation,
} from '@upi-autopay/contract'
import {
  type Attempt,
  amountCollected,
  collectedOf,
  isHeld,
  type Presentation,
  presentationActions,
  type ReadRow,
} from '@upi-autopay/engine'
import { instant, type RenderContext } from './context.ts'
import { renderDecline } from './decline.ts'
import { renderTakenBack } from './taken-back.ts'

/** A debit as merchants read it, with every attempt. */
export function renderPresentation(
  presentation: Presentation,
  context: RenderContext,
): WirePresentation {
  const waits = presentation.deferred_because !== null
  // What holds it back names no end.
  const next = isHeld(presentation) ? null : presentation.due_at
  return {
    id: presentation.id,
    object: 'presentation',
    livemode: context.livemode,
    created_at: instant(presentation.created_at),
    updated_at: instant(presentation.updated_at),
    metadata: { ...presentation.metadata },
    status: presentation.status,
    allowed_actions: [...presentationActions(presentation)],
    mandate_id: presentation.mandate_id,
    notification_id: presentation.notification_id,
    reference_id: presentation.reference_id,
    batch_id: presentation.batch_id,
    schedule_id: presentation.schedule_id,
    description: presentation.description,
    amount: presentation.amount,
    currency: 'INR',
    instant: presentation.instant,
    sequence_number: presentation.sequence_number,
    when: presentation.when,
    present_at: instant(presentation.present_at),
    retry: presentation.retry,
    deferred_until: waits ? instant(next) : null,
    deferred_because: presentation.deferred_because,
    next_attempt_at: instant(next),
    payer_expires_at: instant(presentation.payer_expires_at),
    outcome: presentation.outcome,
    attempts: presentation.attempts.map(renderAttempt),
    attempts_left: presentation.attempts_left,
    rrn: presentation.rrn,
    npci_txn_id: presentation.npci_txn_id,
    succeeded_at: instant(presentation.succeeded_at),
    failure: renderDecline(presentation.failure),
    resolution: presentation.resolution && {
      ...presentation.resolution,
      at: instant(presentation.resolution.at),
    },
    amount_collected: amountCollected(presentation),
    ...renderTakenBack(collectedOf(presentation)),
    amount_reversed: presentation.amount_reversed,
    reversed_at: instant(presentation.reversed_at),
  }
}

/** A row of the kind, as merchants read it. */
export function showPresentation({ row }: ReadRow, context: RenderContext): WirePresentation {
  return renderPresentation(row.data as Presentation, context)
}

function renderAttempt(attempt: Attempt): WireAttempt {
  return {
    number: attempt.number,
    started_at: instant(attempt.started_at),
    ended_at: instant(attempt.ended_at),
    authentication: attempt.authentication,
    status: attempt.status,
    rrn: attempt.rrn,
    npci_txn_id: attempt.npci_txn_id,
    decline: renderDecline(attempt.decline),
    surplus: attempt.surplus,
    inquiries: attempt.inquiries,
  }
}

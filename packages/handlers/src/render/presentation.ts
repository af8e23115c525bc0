import type {
  Attempt as WireAttempt,
  Presentation as WirePresentation,
} from '@upi-autopay/contract'
import type { Attempt, Presentation, ReadRow } from '@upi-autopay/engine'
import { allowedActions } from '@upi-autopay/rail'
import { instant, type RenderContext } from './context.ts'
import { renderDecline } from './decline.ts'

/** A debit as merchants read it, with every attempt. */
export function renderPresentation(
  presentation: Presentation,
  context: RenderContext,
): WirePresentation {
  const waits = presentation.deferred_because !== null
  return {
    id: presentation.id,
    object: 'presentation',
    livemode: context.livemode,
    created_at: instant(presentation.created_at),
    updated_at: instant(presentation.updated_at),
    metadata: { ...presentation.metadata },
    status: presentation.status,
    allowed_actions: [...allowedActions('presentation', presentation.status)],
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
    deferred_until: waits ? instant(presentation.due_at) : null,
    deferred_because: presentation.deferred_because,
    next_attempt_at: instant(presentation.due_at),
    payer_expires_at: instant(presentation.payer_expires_at),
    outcome: presentation.outcome,
    attempts: presentation.attempts.map(renderAttempt),
    attempts_left: presentation.attempts_left,
    rrn: presentation.rrn,
    npci_txn_id: presentation.npci_txn_id,
    succeeded_at: instant(presentation.succeeded_at),
    failure: renderDecline(presentation.failure),
  }
}

/** A row of the kind, as merchants read it. */
export function showPresentation({ row }: ReadRow, context: RenderContext): WirePresentation {
  return renderPresentation(row.data as Presentation, context)
}

function renderAttempt(attempt: Attempt): WireAttempt {
  return {
    ...attempt,
    started_at: instant(attempt.started_at),
    ended_at: instant(attempt.ended_at),
    decline: renderDecline(attempt.decline),
  }
}

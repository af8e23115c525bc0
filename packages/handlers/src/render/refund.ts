import type { Refund as WireRefund } from '@upi-autopay/contract'
import type { ReadRow, Refund } from '@upi-autopay/engine'
import { allowedActions } from '@upi-autopay/rail'
import { instant, type RenderContext } from './context.ts'
import { renderDecline } from './decline.ts'

/** A refund as merchants read it. */
export function renderRefund(refund: Refund, context: RenderContext): WireRefund {
  return {
    id: refund.id,
    object: 'refund',
    livemode: context.livemode,
    created_at: instant(refund.created_at),
    updated_at: instant(refund.updated_at),
    metadata: { ...refund.metadata },
    status: refund.status,
    allowed_actions: [...allowedActions('refund', refund.status)],
    reference_id: refund.reference_id,
    presentation_id: refund.presentation_id,
    payment_id: refund.payment_id,
    mandate_id: refund.mandate_id,
    amount: refund.amount,
    currency: 'INR',
    outcome: refund.outcome,
    rrn: refund.rrn,
    npci_txn_id: refund.npci_txn_id,
    completed_at: instant(refund.completed_at),
    failure: renderDecline(refund.failure),
  }
}

/** A row of the kind, as merchants read it. */
export function showRefund({ row }: ReadRow, context: RenderContext): WireRefund {
  return renderRefund(row.data as Refund, context)
}

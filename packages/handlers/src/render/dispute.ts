import type { Dispute as WireDispute } from '@upi-autopay/contract'
import { type Dispute, disputeActions, type ReadRow } from '@upi-autopay/engine'
import { instant, type RenderContext } from './context.ts'

/** A dispute as merchants read it. */
export function renderDispute(dispute: Dispute, context: RenderContext): WireDispute {
  return {
    id: dispute.id,
    object: 'dispute',
    livemode: context.livemode,
    created_at: instant(dispute.created_at),
    updated_at: instant(dispute.updated_at),
    metadata: {},
    status: dispute.status,
    allowed_actions: disputeActions(dispute),
    presentation_id: dispute.presentation_id,
    payment_id: dispute.payment_id,
    mandate_id: dispute.mandate_id,
    amount: dispute.amount,
    currency: 'INR',
    reason: dispute.reason,
    respond_by: instant(dispute.respond_by),
    contested_at: instant(dispute.contested_at),
    evidence: dispute.evidence && { ...dispute.evidence, urls: [...dispute.evidence.urls] },
    closed_at: instant(dispute.closed_at),
    closed_by: dispute.closed_by,
  }
}

/** A row of the kind, as merchants read it. */
export function showDispute({ row }: ReadRow, context: RenderContext): WireDispute {
  return renderDispute(row.data as Dispute, context)
}

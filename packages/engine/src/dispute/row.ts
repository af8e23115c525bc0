import type { ResourceRow } from '../ports/decision-store.ts'
import type { Dispute } from './dispute.ts'

/** A dispute's row; it is found by what it is about. */
export function disputeRow(dispute: Dispute, stream: string): ResourceRow {
  return {
    kind: 'dispute',
    id: dispute.id,
    stream,
    revision: dispute.revision,
    status: dispute.status,
    reference_id: null,
    mandate_id: dispute.mandate_id,
    notification_id: null,
    created_at: dispute.created_at,
    updated_at: dispute.updated_at,
    links: [dispute.presentation_id, dispute.payment_id].filter((link) => link !== null),
    data: dispute,
  }
}

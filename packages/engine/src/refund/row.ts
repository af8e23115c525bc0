import type { ResourceRow } from '../ports/decision-store.ts'
import type { Refund } from './refund.ts'

/** A refund's row; it is found by what it gives back and by the rail's ids. */
export function refundRow(refund: Refund, stream: string): ResourceRow {
  const links = [refund.presentation_id, refund.payment_id, refund.rrn, refund.npci_txn_id]
  return {
    kind: 'refund',
    id: refund.id,
    stream,
    revision: refund.revision,
    status: refund.status,
    reference_id: refund.reference_id,
    mandate_id: refund.mandate_id,
    notification_id: null,
    created_at: refund.created_at,
    updated_at: refund.updated_at,
    links: links.filter((link) => link !== null),
    data: refund,
  }
}

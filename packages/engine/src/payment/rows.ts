import type { Dispute } from '../dispute/dispute.ts'
import { disputeRow } from '../dispute/row.ts'
import type { ResourceRecord } from '../kernel/aggregate.ts'
import type { ResourceRow } from '../ports/decision-store.ts'
import type { Refund } from '../refund/refund.ts'
import { refundRow } from '../refund/row.ts'
import type { PaymentStreamEvent } from './events.ts'
import type { Payment, PaymentState } from './payment.ts'

/** The record that an event speaks of. */
export function paymentRecord(
  state: PaymentState | null,
  event: PaymentStreamEvent,
): ResourceRecord | undefined {
  if (state === null) return undefined
  switch (event.resource_kind) {
    case 'payment':
      return state.payment
    case 'refund':
      return state.refunds[event.resource_id]
    case 'dispute':
      return state.disputes[event.resource_id]
    default:
      return event satisfies never
  }
}

/** The rows that the events moved. A refund or a dispute moves the payment's too: it shows what is left of it. */
export function paymentRows(
  state: PaymentState,
  events: readonly PaymentStreamEvent[],
): ResourceRow[] {
  const { payment } = state
  const rows = new Map([[payment.id, paymentRow(payment)]])
  for (const { resource_id } of events) {
    const refund = state.refunds[resource_id]
    if (refund !== undefined) rows.set(refund.id, refundRow(refund, payment.id))
    const dispute = state.disputes[resource_id]
    if (dispute !== undefined) rows.set(dispute.id, disputeRow(dispute, payment.id))
  }
  return [...rows.values()]
}

/** What stays in the decision state: refunds and disputes that are open. The rest lives in rows and in the log. */
export function prunePayment(state: PaymentState): PaymentState {
  return {
    ...state,
    refunds: open(state.refunds, 'pending'),
    disputes: open(state.disputes, 'open'),
  }
}

/** Puts a closed refund or dispute back where deciders look. */
export function restorePayment(state: PaymentState, row: ResourceRow): PaymentState {
  if (row.kind === 'refund' && state.refunds[row.id] === undefined)
    return { ...state, refunds: { ...state.refunds, [row.id]: row.data as Refund } }
  if (row.kind === 'dispute' && state.disputes[row.id] === undefined)
    return { ...state, disputes: { ...state.disputes, [row.id]: row.data as Dispute } }
  return state
}

function open<T extends ResourceRecord>(
  records: Readonly<Record<string, T>>,
  status: T['status'],
): Record<string, T> {
  return Object.fromEntries(Object.entries(records).filter(([, one]) => one.status === status))
}

function paymentRow(payment: Payment): ResourceRow {
  return {
    kind: 'payment',
    id: payment.id,
    stream: payment.id,
    revision: payment.revision,
    status: payment.status,
    reference_id: payment.reference_id,
    mandate_id: null,
    notification_id: null,
    created_at: payment.created_at,
    updated_at: payment.updated_at,
    links: [payment.rrn, payment.npci_txn_id].filter((link) => link !== null),
    data: payment,
  }
}

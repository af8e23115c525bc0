import type { Payment as WirePayment } from '@upi-autopay/contract'
import {
  type Payment,
  type PrivateData,
  payerOf,
  paymentActions,
  type ReadRow,
} from '@upi-autopay/engine'
import { instant, type RenderContext } from './context.ts'
import { renderDecline } from './decline.ts'
import { hostedPath } from './hosted-path.ts'
import { renderTakenBack } from './taken-back.ts'

/** A payment as merchants read it: its record, its payer beside it, and what has gone back of it. */
export function renderPayment(
  payment: Payment,
  beside: PrivateData,
  context: RenderContext,
): WirePayment {
  const { name, vpa, email, phone, reference_id } = payerOf(beside)
  return {
    id: payment.id,
    object: 'payment',
    livemode: context.livemode,
    created_at: instant(payment.created_at),
    updated_at: instant(payment.updated_at),
    metadata: { ...payment.metadata },
    status: payment.status,
    allowed_actions: paymentActions(payment),
    reference_id: payment.reference_id,
    flow: payment.flow,
    payer: { name, vpa, email, phone, reference_id },
    payer_vpa: payment.succeeded_at === null ? null : vpa,
    purpose: payment.purpose,
    amount: payment.amount,
    currency: 'INR',
    mcc: payment.mcc,
    settlement: payment.settlement,
    authorization: authorization(payment, context),
    redirect_url: payment.redirect_url,
    expires_at: instant(payment.expires_at),
    outcome: payment.outcome,
    resolution: payment.resolution && {
      ...payment.resolution,
      at: instant(payment.resolution.at),
    },
    rrn: payment.rrn,
    npci_txn_id: payment.npci_txn_id,
    succeeded_at: instant(payment.succeeded_at),
    ended_at: instant(payment.ended_at),
    failure: renderDecline(payment.failure),
    amount_collected: payment.amount_collected,
    ...renderTakenBack(payment),
  }
}

/** A row of the kind, as merchants read it. */
export function showPayment(
  { row, private: beside }: ReadRow,
  context: RenderContext,
): WirePayment {
  return renderPayment(row.data as Payment, beside, context)
}

function authorization(payment: Payment, context: RenderContext): WirePayment['authorization'] {
  if (payment.upi_link === null) return null
  return {
    upi_link: payment.upi_link,
    hosted_url: `${context.base_url}${hostedPath(payment.id, context)}`,
    expires_at: instant(payment.expires_at),
  }
}

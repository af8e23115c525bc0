import { amountLeft, type Collected } from '@upi-autopay/engine'

/** What of collected money has gone back or is spoken for, and what is left to refund. */
export function renderTakenBack(collected: Collected): {
  amount_refunded: number
  amount_refund_pending: number
  amount_disputed: number
  amount_refundable: number
} {
  const { amount_refunded, amount_refund_pending, amount_disputed } = collected
  const amount_refundable = amountLeft(collected)
  return { amount_refunded, amount_refund_pending, amount_disputed, amount_refundable }
}

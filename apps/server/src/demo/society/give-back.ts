import type { Autopay } from '@upi-autopay/client'

/** How many members get half a deposit back, to show what becomes of money that may be settled already. */
const REFUNDS = 3

/** Half of the newest few deposits goes back to their members; answers how much that is, in paise. */
export async function giveBack(autopay: Autopay): Promise<number> {
  let refunded = 0
  let count = 0
  for await (const debit of autopay.presentations.list({ status: 'succeeded', limit: 100 })) {
    if (count++ === REFUNDS) break
    const amount = Math.floor(debit.amount / 2)
    await autopay.refunds.create({
      presentation_id: debit.id,
      reference_id: `refund-of-${debit.reference_id}`,
      amount,
    })
    refunded += amount
  }
  await autopay.sandbox.setClock({ advance_by: 'PT10S' })
  return refunded
}

import type { LoggedEvent } from '@upi-autopay/engine'
import type { Model } from './model.ts'

/** Reads what an event tells of payments, refunds and disputes: how much moved, and what was taken from which collection. */
export function learnMoney(model: Model, event: LoggedEvent): void {
  const { type, resource_id } = event
  const begun = beginning(event)
  if (begun !== null) model.amounts.set(resource_id, begun)
  const { amount, of } = model.amounts.get(resource_id) ?? { amount: 0, of: null }
  if (type.endsWith('.outcome_unknown')) model.doubts.set(resource_id, 'unknown')
  else if (type.endsWith('.unresolved')) model.doubts.set(resource_id, 'unresolved')
  else if (ENDS.test(type)) model.doubts.delete(resource_id)
  switch (type) {
    case 'payment.succeeded':
    case 'payment.corrected':
      model.money.collected += amount
      collectionOf(model, resource_id).collected += amount
      return
    case 'refund.created':
    case 'dispute.opened':
      collectionOf(model, of).taken += amount
      if (type === 'dispute.opened') model.money.disputed += amount
      return
    case 'refund.succeeded':
      model.money.refunded += amount
      return
    case 'refund.corrected':
      model.money.refunded += amount
      collectionOf(model, of).taken += amount
      return
    case 'refund.failed':
      collectionOf(model, of).taken -= amount
      return
    case 'dispute.won':
      model.money.dispute_won += amount
      collectionOf(model, of).taken -= amount
      return
  }
}

const ENDS = /\.(succeeded|failed|corrected)$/

/** What a debit or payment has collected, and what left it again or is about to. */
export function collectionOf(
  { collections }: Model,
  id: string | null,
): { collected: number; taken: number } {
  const known = collections.get(id ?? '') ?? { collected: 0, taken: 0 }
  collections.set(id ?? '', known)
  return known
}

interface Created {
  readonly amount: number
  /** What a settlement pays. */
  readonly net?: number
  readonly presentation_id?: string | null
  readonly payment_id?: string | null
}

/** How much a new payment, refund, dispute or settlement is about, and from which collection it takes. */
function beginning({ type, data }: LoggedEvent): { amount: number; of: string | null } | null {
  const { payment, refund, dispute, settlement } = data as Partial<Record<string, Created>>
  if (type === 'settlement.created') return { amount: settlement?.net ?? 0, of: null }
  const created =
    type === 'payment.created' ? payment : type === 'refund.created' ? refund : dispute
  if (created === undefined || !('amount' in created)) return null
  return { amount: created.amount, of: created.presentation_id ?? created.payment_id ?? null }
}

import type { Effect } from '@upi-autopay/engine'
import type { BankRecord } from '../bank-record.ts'
import type { Model } from './model.ts'

/** A payment, refund or transfer that is about to reach the bank, and what is known of it. */
export interface Moving {
  readonly model: Model
  readonly effect: Effect
  readonly earlier: BankRecord | undefined
}

/** Why the bank must not be asked for it now, judged from the log alone; null when it may. */
export function reasonNotToMove({ model, effect, earlier }: Moving): string | null {
  const { resource_id, kind, request } = effect
  const status = model.statuses.get(resource_id)
  if (status !== 'pending') return `it is ${status ?? 'unknown to anybody'}`
  const asked = model.amounts.get(resource_id)?.amount
  if (asked !== request.amount) return `${request.amount} is not the ${asked} that was asked for`
  if (earlier === undefined || earlier.told === 'not_sent') return null
  // A transfer that the bank refused is asked for again, under its one reference.
  return kind === 'settle' && earlier.told === 'declined' ? null : 'it was sent before'
}

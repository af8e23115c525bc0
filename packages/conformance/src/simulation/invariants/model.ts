import type { MovementKind } from '@upi-autopay/engine'
import type { AmountRule, Instant, IsoDate } from '@upi-autopay/rail'

/** What the log has told of a mandate, read by nobody's code but this. */
export interface KnownMandate {
  status: string
  amount: number
  readonly amount_rule: AmountRule
  readonly min_amount: number | null
  readonly notice_exempt: boolean
  activated_at: Instant | null
}

/** What the log has told of a notice. */
export interface KnownNotice {
  status: string
  readonly debit_date: IsoDate
  delivered_at: Instant | null
}

/** What the log has told of a debit. */
export interface KnownDebit {
  status: string
  readonly mandate_id: string
  readonly notification_id: string | null
  readonly cycle: string
  readonly amount: number
  readonly instant: boolean
  /** Numbers of the attempts that collected, without those told as surplus. */
  successes: number
  unknown: boolean
  /** The number of the newest attempt. */
  attempt: number
}

/** Everything that the log has told so far, by id. */
export interface Model {
  readonly mandates: Map<string, KnownMandate>
  readonly notices: Map<string, KnownNotice>
  readonly debits: Map<string, KnownDebit>
  /** The status of every resource by its lifecycle. */
  readonly statuses: Map<string, string>
  /** Successful debits and attempts by mandate and cycle. */
  readonly cycles: Map<string, { successes: number; attempts: number }>
  /** Paise that moved, by kind. */
  readonly money: Record<MovementKind, number>
  /** Paise that a payment, refund or dispute is about. */
  readonly amounts: Map<string, { amount: number; of: string | null }>
  /** Paise that were collected by a debit or payment, and that left it again or are about to. */
  readonly collections: Map<string, { collected: number; taken: number }>
}

export function createModel(): Model {
  return {
    mandates: new Map(),
    notices: new Map(),
    debits: new Map(),
    statuses: new Map(),
    cycles: new Map(),
    money: { collected: 0, refunded: 0, reversed: 0, disputed: 0, dispute_won: 0 },
    amounts: new Map(),
    collections: new Map(),
  }
}

/** What a cycle of a mandate has seen. */
export function cycleOf(model: Model, debit: KnownDebit): { successes: number; attempts: number } {
  const known = model.cycles.get(debit.cycle) ?? { successes: 0, attempts: 0 }
  model.cycles.set(debit.cycle, known)
  return known
}

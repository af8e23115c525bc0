import type { MovementKind } from '@upi-autopay/engine'
import type { AmountRule, Instant, IsoDate } from '@upi-autopay/rail'

/** What the log has told of a mandate, read by nobody's code but this. */
export interface KnownMandate {
  status: string
  amount: number
  readonly amount_rule: AmountRule
  readonly min_amount: number | null
  readonly notice_exempt: boolean
  readonly mcc: string
  /** Whether any debit of it has succeeded. */
  debited: boolean
  readonly start_date: IsoDate
  end_date: IsoDate
  activated_at: Instant | null
}

/** What the log has told of a notice. */
export interface KnownNotice {
  status: string
  readonly amount: number
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
  /** Asked about as often as the rail allows, and told so. */
  unresolved: boolean
  /** An operator has said what became of it. */
  resolved: boolean
  /** The number of the newest attempt. */
  attempt: number
  /** What is known of each attempt, by its number. */
  readonly attempts: Map<number, KnownAttempt>
  /** The moment that an explanation named last, and all that it knew. */
  promise: Promised | null
}

/** What the log has told of one attempt. */
export interface KnownAttempt {
  readonly started_at: Instant
  inquiries: number
  collected: boolean
}

/** A moment named for the next attempt, null for none, and how far log and stops had come. */
export interface Promised {
  readonly at: Instant | null
  readonly version: number
  readonly stops: number
}

/** What a cycle of a mandate has seen. */
export interface KnownCycle {
  successes: number
  /** When its attempts began, those taken back apart. */
  readonly starts: Instant[]
}

/** Everything that the log has told so far, by id. */
export interface Model {
  readonly mandates: Map<string, KnownMandate>
  readonly notices: Map<string, KnownNotice>
  readonly debits: Map<string, KnownDebit>
  /** The status of every resource by its lifecycle. */
  readonly statuses: Map<string, string>
  /** Successful debits and attempts by mandate and cycle. */
  readonly cycles: Map<string, KnownCycle>
  /** Whether the merchant has stopped its debits, and how often that changed. */
  stopped: boolean
  stops: number
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
    stopped: false,
    stops: 0,
    money: { collected: 0, refunded: 0, reversed: 0, disputed: 0, dispute_won: 0 },
    amounts: new Map(),
    collections: new Map(),
  }
}

/** What a cycle of a mandate has seen. */
export function cycleOf(model: Model, debit: KnownDebit): KnownCycle {
  const known = model.cycles.get(debit.cycle) ?? { successes: 0, starts: [] }
  model.cycles.set(debit.cycle, known)
  return known
}

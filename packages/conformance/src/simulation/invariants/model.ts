import type { LoggedEvent, MovementKind } from '@upi-autopay/engine'
import type { AmountRule, Instant, IsoDate, ResourceKind } from '@upi-autopay/rail'
import { collectionOf, learnMoney } from './learn-money.ts'

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

/** Reads one event into the model. The status has been judged before. */
export function learn(model: Model, event: LoggedEvent, status: string): void {
  model.statuses.set(event.resource_id, status)
  const kind: ResourceKind = event.resource_kind
  if (kind === 'mandate') learnMandate(model, event, status)
  if (kind === 'notification') learnNotice(model, event, status)
  if (kind === 'presentation') learnDebit(model, event, status)
  if (kind === 'payment' || kind === 'refund' || kind === 'dispute') learnMoney(model, event)
}

/** What a cycle of a mandate has seen. */
export function cycleOf(model: Model, debit: KnownDebit): { successes: number; attempts: number } {
  const known = model.cycles.get(debit.cycle) ?? { successes: 0, attempts: 0 }
  model.cycles.set(debit.cycle, known)
  return known
}

function learnMandate({ mandates }: Model, event: LoggedEvent, status: string): void {
  const { type, resource_id, at } = event
  if (type === 'mandate.created') {
    const { mandate } = event.data as { mandate: KnownMandate & { notice_exemption?: string } }
    const { amount, amount_rule, min_amount, notice_exemption } = mandate
    const notice_exempt = (notice_exemption ?? null) !== null
    const terms = { amount, amount_rule, min_amount, notice_exempt }
    mandates.set(resource_id, { ...terms, status, activated_at: null })
    return
  }
  const known = mandates.get(resource_id)
  if (known === undefined) return
  known.status = status
  if (type === 'mandate.activated') known.activated_at = at
  if (type === 'mandate.modified')
    known.amount = (event.data as { amount?: number | null }).amount ?? known.amount
}

function learnNotice({ notices }: Model, event: LoggedEvent, status: string): void {
  const { type, resource_id, at } = event
  if (type === 'notification.created') {
    const { debit_date } = (event.data as { notification: { debit_date: IsoDate } }).notification
    notices.set(resource_id, { status, debit_date, delivered_at: null })
    return
  }
  const known = notices.get(resource_id)
  if (known === undefined) return
  known.status = status
  if (type === 'notification.delivered') known.delivered_at = at
}

function learnDebit(model: Model, event: LoggedEvent, status: string): void {
  const { type, resource_id } = event
  if (type === 'presentation.created') {
    const { presentation } = event.data as {
      presentation: Omit<KnownDebit, 'cycle' | 'successes' | 'status' | 'unknown' | 'attempt'> & {
        cycle_key: string
      }
    }
    const { mandate_id, notification_id, cycle_key, amount, instant } = presentation
    const cycle = `${mandate_id} ${cycle_key}`
    const debit = { mandate_id, notification_id, cycle, amount, instant }
    model.debits.set(resource_id, { ...debit, status, successes: 0, unknown: false, attempt: 0 })
    return
  }
  const known = model.debits.get(resource_id)
  if (known === undefined) return
  known.status = status
  const cycle = cycleOf(model, known)
  switch (type) {
    case 'presentation.processing':
      cycle.attempts++
      known.attempt = (event.data as { attempt: number }).attempt
      break
    case 'presentation.withdrawn':
      cycle.attempts--
      break
    case 'presentation.outcome_unknown':
      known.unknown = true
      return
    case 'presentation.surplus_collected':
      // Declared: the bank told of a second success when nothing could be undone any more.
      known.successes++
      collect(model, event.resource_id, known.amount)
      return
    case 'presentation.succeeded':
    case 'presentation.corrected':
      known.successes++
      cycle.successes++
      collect(model, event.resource_id, known.amount)
      break
    case 'presentation.reversed':
      takeBack(model, event)
      break
    case 'presentation.answer_expected':
    case 'presentation.inquired':
    case 'presentation.unresolved':
    case 'presentation.contradicted':
      return
  }
  known.unknown = false
}

function collect(model: Model, id: string, amount: number): void {
  model.money.collected += amount
  collectionOf(model, id).collected += amount
}

/** The bank takes what is left of a collection. */
function takeBack(model: Model, { resource_id, data }: LoggedEvent): void {
  const { amount } = data as { amount: number }
  model.money.reversed += amount
  collectionOf(model, resource_id).taken += amount
}

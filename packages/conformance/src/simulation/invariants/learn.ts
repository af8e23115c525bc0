import type { LoggedEvent } from '@upi-autopay/engine'
import type { IsoDate, ResourceKind } from '@upi-autopay/rail'
import { collectionOf, learnMoney } from './learn-money.ts'
import { cycleOf, type KnownDebit, type KnownMandate, type Model } from './model.ts'

/** Reads one event into the model. The status has been judged before. */
export function learn(model: Model, event: LoggedEvent, status: string): void {
  model.statuses.set(event.resource_id, status)
  const kind: ResourceKind = event.resource_kind
  if (kind === 'mandate') learnMandate(model, event, status)
  if (kind === 'notification') learnNotice(model, event, status)
  if (kind === 'presentation') learnDebit(model, event, status)
  if (kind === 'payment' || kind === 'refund' || kind === 'dispute') learnMoney(model, event)
}

function learnMandate({ mandates }: Model, event: LoggedEvent, status: string): void {
  const { type, resource_id, at } = event
  if (type === 'mandate.created') {
    const { mandate } = event.data as { mandate: KnownMandate & { notice_exemption?: string } }
    const { amount, amount_rule, min_amount, notice_exemption, start_date, end_date } = mandate
    const notice_exempt = (notice_exemption ?? null) !== null
    const terms = { amount, amount_rule, min_amount, notice_exempt, start_date, end_date }
    const { mcc } = mandate
    mandates.set(resource_id, { ...terms, mcc, status, activated_at: null, debited: false })
    return
  }
  const known = mandates.get(resource_id)
  if (known === undefined) return
  known.status = status
  if (type === 'mandate.activated') known.activated_at = at
  if (type === 'mandate.modified') {
    const { amount, end_date } = event.data as { amount?: number | null; end_date?: IsoDate | null }
    known.amount = amount ?? known.amount
    known.end_date = end_date ?? known.end_date
  }
}

function learnNotice({ notices }: Model, event: LoggedEvent, status: string): void {
  const { type, resource_id, at } = event
  if (type === 'notification.created') {
    const { notification } = event.data as {
      notification: { debit_date: IsoDate; amount: number }
    }
    const { debit_date, amount } = notification
    notices.set(resource_id, { status, debit_date, amount, delivered_at: null })
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
      presentation: Pick<KnownDebit, 'mandate_id' | 'notification_id' | 'amount' | 'instant'> & {
        cycle_key: string
      }
    }
    const { mandate_id, notification_id, cycle_key, amount, instant } = presentation
    const cycle = `${mandate_id} ${cycle_key}`
    const debit = { mandate_id, notification_id, cycle, amount, instant }
    const open = { unknown: false, unresolved: false, resolved: false, promise: null }
    const attempts = new Map()
    model.debits.set(resource_id, { ...debit, ...open, status, successes: 0, attempt: 0, attempts })
    return
  }
  const known = model.debits.get(resource_id)
  if (known === undefined) return
  known.status = status
  const cycle = cycleOf(model, known)
  switch (type) {
    case 'presentation.processing':
      cycle.starts.push(event.at)
      known.attempt = (event.data as { attempt: number }).attempt
      known.attempts.set(known.attempt, { started_at: event.at, inquiries: 0, collected: false })
      break
    case 'presentation.withdrawn':
      cycle.starts.pop()
      known.attempts.delete(known.attempt)
      break
    case 'presentation.outcome_unknown':
      known.unknown = true
      known.unresolved = false
      return
    case 'presentation.unresolved':
      known.unresolved = true
      return
    case 'presentation.inquired': {
      const { attempt, inquiry } = event.data as { attempt: number; inquiry: number }
      const asked = known.attempts.get(attempt)
      if (asked !== undefined) asked.inquiries = inquiry
      return
    }
    case 'presentation.resolved':
      known.resolved = true
      break
    case 'presentation.surplus_collected':
      // Declared: the bank told of a second success when nothing could be undone any more.
      collect(model, event, known)
      return
    case 'presentation.succeeded':
    case 'presentation.corrected':
      cycle.successes++
      collect(model, event, known)
      break
    case 'presentation.reversed':
      takeBack(model, event)
      break
    case 'presentation.answer_expected':
    case 'presentation.doubted':
    case 'presentation.contradicted':
      return
  }
  known.unknown = false
}

function collect(model: Model, { resource_id, data, at }: LoggedEvent, known: KnownDebit): void {
  const { attempt } = data as { attempt: number }
  const made = known.attempts.get(attempt) ?? { started_at: at, inquiries: 0, collected: false }
  known.attempts.set(attempt, { ...made, collected: true })
  known.successes++
  const mandate = model.mandates.get(known.mandate_id)
  if (mandate !== undefined) mandate.debited = true
  model.money.collected += known.amount
  collectionOf(model, resource_id).collected += known.amount
}

/** The bank takes what is left of a collection. */
function takeBack(model: Model, { resource_id, data }: LoggedEvent): void {
  const { amount } = data as { amount: number }
  model.money.reversed += amount
  collectionOf(model, resource_id).taken += amount
}

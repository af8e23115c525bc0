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

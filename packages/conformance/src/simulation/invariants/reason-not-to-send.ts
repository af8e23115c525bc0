import type { Effect } from '@upi-autopay/engine'
import type { Instant } from '@upi-autopay/rail'
import type { BankRecord } from '../simulated-bank.ts'
import type { KnownDebit, KnownMandate, Model } from './model.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** Indian time is five and a half hours ahead. */
const INDIA = 5.5 * HOUR

/** A debit that is about to reach the bank, and what is known of it. */
export interface Sending {
  readonly model: Model
  readonly records: ReadonlyMap<string, BankRecord>
  readonly effect: Effect
  readonly earlier: BankRecord | undefined
  readonly now: Instant
}

/** Why a debit must not reach the bank now, judged from the log alone and by no code of the rules; null when it may. */
export function reasonNotToSend(sending: Sending): string | null {
  const { model, effect, earlier, now } = sending
  const debit = model.debits.get(effect.resource_id)
  if (debit === undefined) return 'nobody asked for it'
  const mandate = model.mandates.get(debit.mandate_id)
  if (mandate === undefined) return 'it has no mandate'
  if (earlier !== undefined && earlier.told !== 'not_sent') return 'it was sent before'
  if (mandate.status !== 'active') return `its mandate is ${mandate.status}`
  if ((model.cycles.get(debit.cycle)?.successes ?? 0) > 0) return 'its cycle has been debited'
  if (model.stopped) return 'the merchant has stopped its debits'
  if (debit.unknown) return 'its outcome is unknown'
  if (debit.status !== 'processing') return `it is ${debit.status}`
  return (
    amountFault(mandate, effect) ??
    pinFault(mandate, debit, effect) ??
    timeFault(sending, { debit, mandate }, now) ??
    openAttempt(sending, debit)
  )
}

function amountFault(mandate: KnownMandate, { request }: Effect): string | null {
  const { amount } = request
  if (amount > mandate.amount) return `${amount} is above the mandate's ${mandate.amount}`
  if (mandate.amount_rule === 'exact' && amount !== mandate.amount)
    return `${amount} is not the exact ${mandate.amount}`
  return mandate.min_amount !== null && amount < mandate.min_amount
    ? `${amount} is below the least`
    : null
}

/** Rupees up to which no PIN is asked, and for which merchants more. */
const FREE_PAISE = 15_000_00
const FREE_PAISE_HIGHER = 100_000_00
const HIGHER: ReadonlySet<string> = new Set(['6211', '6300'])

function pinFault(
  { mcc, debited }: KnownMandate,
  { instant }: KnownDebit,
  { request }: Effect,
): string | null {
  if (request.authentication === 'pin') return null
  if (request.amount > (HIGHER.has(mcc) ? FREE_PAISE_HIGHER : FREE_PAISE))
    return `${request.amount} takes a PIN`
  return instant || debited ? null : 'the first debit takes a PIN'
}

function timeFault(
  { model }: Sending,
  { debit, mandate }: { debit: KnownDebit; mandate: KnownMandate },
  now: Instant,
): string | null {
  if (debit.instant) {
    const since = now - (mandate.activated_at ?? 0)
    return since > 5 * MINUTE ? `the mandate became active ${since} ms ago` : null
  }
  const day = new Date(now + INDIA).toISOString().slice(0, 10)
  if (day < mandate.start_date || day > mandate.end_date)
    return `it is ${day}, and its mandate is valid from ${mandate.start_date} to ${mandate.end_date}`
  const minute = Math.floor(((now + INDIA) % DAY) / MINUTE)
  const peak = (minute >= 600 && minute < 780) || (minute >= 1020 && minute < 1290)
  if (peak) return `it is minute ${minute} of the Indian day, in peak hours`
  if (debit.notification_id === null) return mandate.notice_exempt ? null : 'nobody was notified'
  const notice = model.notices.get(debit.notification_id)
  if (notice === undefined || notice.delivered_at === null) return 'the notice was not delivered'
  if (notice.status !== 'used') return `its notice is ${notice.status}`
  if (notice.amount !== debit.amount) return `${notice.amount} was notified`
  if (now - notice.delivered_at < 24 * HOUR) return 'the notice is less than 24 hours old'
  return day === notice.debit_date ? null : `it is ${day} and the notice said ${notice.debit_date}`
}

/** The others of the cycle must have been refused, as far as anybody was told; a PIN that was waited for may time out. */
function openAttempt({ model, records, effect }: Sending, debit: KnownDebit): string | null {
  for (const [reference, { effect: other, told, awaiting }] of records) {
    if (reference === effect.provider_reference || awaiting) continue
    const sibling = model.debits.get(other.resource_id)
    if (sibling?.cycle !== debit.cycle || sibling.status === 'cancelled') continue
    // An operator has given his word for it.
    if (sibling.resolved) continue
    if (told !== 'declined' && told !== 'not_sent')
      return `${reference} of the same cycle was told as ${told}`
  }
  return null
}

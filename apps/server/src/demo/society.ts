import type { Autopay } from '@upi-autopay/client'
import {
  addDays,
  formatRfc3339,
  formatRupees,
  type IsoDate,
  istDate,
  toInstant,
} from '@upi-autopay/rail'
import type { Expectations } from './expectations.ts'
import type { Receiver } from './receiver.ts'
import { attemptTimes } from './society/attempt-times.ts'
import { askFor, atMinute } from './society/collect-day.ts'
import { compareBooks } from './society/compare-books.ts'
import { enrol } from './society/enrol.ts'
import { enterPins } from './society/enter-pins.ts'
import { expectedBooks } from './society/expected-books.ts'
import { giveBack } from './society/give-back.ts'
import type { Member } from './society/member.ts'
import { reasonNotToStart } from './society/reason-not-to-start.ts'
import { reconcile } from './society/reconcile.ts'
import { serverBooks } from './society/server-books.ts'
import { tellDeliveries } from './society/tell-deliveries.ts'
import { BOOKED_EVENTS, webhookBooks } from './society/webhook-books.ts'
import { waitUntil } from './wait-until.ts'

const DAYS = 14
/** Mandates are asked for at four in the morning before the first day, notices given at five. */
const ENROLS_AT = 4 * 60
const NOTIFIES_AT = 5 * 60
const PARALLEL = 8
/** How long the last webhooks may take, the one that is sent again among them. */
const PATIENCE_MS = 60_000

/** Two weeks of daily deposits: mandates, notices, debits, retries; the books of three bookkeepers, and what the bank paid. */
export async function society(
  autopay: Autopay,
  { members, receiver }: { readonly members: readonly Member[]; readonly receiver: Receiver },
  expectations: Expectations,
): Promise<void> {
  const { now } = await autopay.sandbox.getClock()
  const reason = reasonNotToStart(members, istDate(toInstant(Date.parse(now))))
  expectations.note({ subject: 'the file of members', expected: 'ready', seen: reason ?? 'ready' })
  const first = members.map(({ starts }) => starts).sort()[0]
  if (reason !== null || first === undefined) return
  const { secret } = await autopay.webhookEndpoints.create({
    url: receiver.url,
    events: BOOKED_EVENTS,
  })
  receiver.trust(secret)
  await autopay.sandbox.updateSettings({ value_table: false })
  const refunded = await collect(autopay, { members, receiver }, first)
  const listed = await countEvents(autopay)
  const arrived = await waitUntil(() => receiver.events().length >= listed, PATIENCE_MS)
  if (!arrived) console.log('Some webhooks have not come.')
  const books = {
    expected: expectedBooks(members, { first, days: DAYS }),
    server: await serverBooks(autopay),
    webhooks: webhookBooks(receiver.events()),
  }
  compareBooks(books, expectations)
  tellDeliveries(receiver, listed, expectations)
  await reconcile(autopay, { books: books.expected, refunded }, expectations)
}

async function collect(
  autopay: Autopay,
  { members, receiver }: { readonly members: readonly Member[]; readonly receiver: Receiver },
  first: IsoDate,
): Promise<number> {
  let refunded = 0
  const eve = addDays(first, -1)
  const last = addDays(first, DAYS - 1)
  await standAt(autopay, eve, ENROLS_AT)
  const enrolled = await enrol(autopay, members, { until: last, parallel: PARALLEL })
  console.log(`${eve}  ${members.length} mandates asked for, ${enrolled.length} approved`)
  for (let day = eve; day <= last; day = addDays(day, 1)) {
    await standAt(autopay, day, NOTIFIES_AT)
    const next = addDays(day, 1)
    if (next <= last) await askFor(autopay, enrolled, { day: next, parallel: PARALLEL })
    for (const at of attemptTimes(members, day)) {
      await autopay.sandbox.setClock({ advance_to: formatRfc3339(at) })
      await enterPins(autopay, { parallel: PARALLEL })
    }
    if (day === eve) continue
    // Before the last days, so that a later settlement pays for it.
    if (day === addDays(last, -3)) refunded = await giveBack(autopay)
    const told = webhookBooks(receiver.events())
    console.log(
      `${day}  the webhooks that have come by now tell of ${told.collected} debits collected, ${formatRupees(told.collected_paise)}`,
    )
  }
  await standAt(autopay, addDays(last, 1), NOTIFIES_AT)
  return refunded
}

async function standAt(autopay: Autopay, day: IsoDate, minute: number): Promise<void> {
  const advance_to = formatRfc3339(atMinute(day, minute))
  await autopay.sandbox.setClock({ mode: 'frozen', advance_to })
}

async function countEvents(autopay: Autopay): Promise<number> {
  let count = 0
  for (const type of BOOKED_EVENTS)
    for await (const _ of autopay.events.list({ type, limit: 100 })) count++
  return count
}

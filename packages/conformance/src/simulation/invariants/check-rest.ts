import { merchantNow, tenantOf } from '@upi-autopay/engine'
import { type Instant, istDate } from '@upi-autopay/rail'
import type { SimulatedWorld } from '../simulated-world.ts'
import type { KnownDebit } from './model.ts'

const MINUTE = 60_000
const INQUIRIES = 3

/**
 * Days have passed with a bank that answers: nothing waits for what never comes, no money that the bank took is
 * unheard of, and what nobody knows is known to be so.
 */
export async function checkRest(world: SimulatedWorld): Promise<void> {
  const { watch, bank } = world
  const now = merchantNow((await world.account()).clock, world.now())
  for (const [id, debit] of watch.model.debits) {
    const why = await hangs(world, id, debit, now)
    if (why !== null) watch.find(`${id} hangs, ${debit.status}: ${why}`)
  }
  for (const [reference, { effect, paid, sendings }] of bank.records) {
    const debit = watch.model.debits.get(effect.resource_id)
    const attempt = debit?.attempts.get(effect.attempt ?? 0)
    if (paid !== true || sendings === 0 || attempt?.collected === true) continue
    // Asked as often as is allowed, or settled by hand: only the bank's own word is left.
    if ((attempt?.inquiries ?? 0) >= INQUIRIES || debit?.resolved === true) continue
    watch.find(`the bank took the money of ${reference}, and nobody here knows`)
  }
}

async function hangs(
  world: SimulatedWorld,
  id: string,
  { status, unresolved, notification_id, instant, mandate_id }: KnownDebit,
  now: Instant,
): Promise<string | null> {
  const { model } = world.watch
  switch (status) {
    case 'awaiting_payer':
      return 'the PIN was to be entered days ago'
    case 'processing':
      return unresolved ? null : 'nobody asks what became of it'
    case 'scheduled':
    case 'retry_scheduled':
    case 'declined': {
      const mandate = model.mandates.get(mandate_id)
      if (instant) return 'its five minutes are over'
      const day = model.notices.get(notification_id ?? '')?.debit_date
      if (day !== undefined) return day < istDate(now) ? 'its day is over' : null
      if (status === 'declined' || mandate?.status !== 'active') return null
      const due_at = await dueAt(world, id)
      return due_at !== null && due_at > now - MINUTE ? null : 'it was due'
    }
    default:
      return null
  }
}

async function dueAt({ engine, account }: SimulatedWorld, id: string): Promise<number | null> {
  const tenant = tenantOf(await account())
  const found = await engine.deps.store.resources.get({ tenant, kind: 'presentation', id })
  return (found?.row.data as { due_at: number | null } | undefined)?.due_at ?? null
}

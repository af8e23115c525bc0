import type { Instant } from '@upi-autopay/rail'
import { type Account, merchantNow, tenantOf } from '../account/account.ts'
import type { Timer } from '../ports/work-store.ts'
import { isBatchWork, workOnBatch } from './batches/work-on-batch.ts'
import type { EngineDeps } from './deps.ts'
import { dispatch, LEASE_MS } from './dispatch.ts'
import { formSettlements } from './form-settlements.ts'
import { handle } from './handle.ts'
import { withPresentStops } from './present-stops.ts'

const CHUNK = 500
const BATCHES_AT_ONCE = 2
/** Far more than a merchant's busiest instant needs: beyond it something sets itself off again and again. */
const ROUNDS = 100_000

/**
 * Does what is due for one merchant by its clock, until nothing is: timers oldest first, then the settlements whose
 * run it is, then the effects they cause, then what the provider answered at once. Answers what fired.
 */
export async function settle(deps: EngineDeps, account: Account): Promise<Timer[]> {
  const fired: Timer[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const timers = await fireDue(deps, account)
    const formed = await formSettlements(deps, account)
    fired.push(...timers, ...formed)
    const sent = await dispatch(deps, account, CHUNK)
    if (timers.length === 0 && formed.length === 0 && sent === 0) return fired
  }
  throw new Error(
    `the work of ${account.merchant_id} does not come to an end: ${fired.at(-1)?.key}`,
  )
}

/** How long a call may take to send what it took up before it is waited for no more: its worker may have died. */
const SENDING_MS = 5_000
/** How often it is looked whether it has sent it, in milliseconds. */
const LOOK_MS = 20

/**
 * Does what is due like `settle`, and lets other calls record what they have taken up before this one: a clock that
 * went on without them would pass over the answers that are due on the way.
 */
export async function settleWithOthers(deps: EngineDeps, account: Account): Promise<Timer[]> {
  const began = deps.clock.now()
  const until = (began + LEASE_MS) as Instant
  const fired = await settle(deps, account)
  for (let left = SENDING_MS; left > 0; left -= LOOK_MS) {
    const from = (deps.clock.now() + LEASE_MS - SENDING_MS) as Instant
    if (!(await deps.store.work.isLeased(tenantOf(account), { from, until }))) break
    await deps.pause(LOOK_MS)
    fired.push(...(await settle(deps, account)))
  }
  return fired
}

/** Fires the oldest due timers of one merchant. Of batches, whose pieces of work are large, only some have their turn. */
async function fireDue(deps: EngineDeps, account: Account): Promise<Timer[]> {
  const now = merchantNow(account.clock, deps.clock.now())
  const due = await deps.store.work.dueTimers(tenantOf(account), now, CHUNK)
  const timers = due.filter((timer) => !isBatchWork(timer))
  const pieces = due.filter(isBatchWork).slice(0, BATCHES_AT_ONCE)
  await eachThoughOneFails([
    () => fire(deps, account, timers),
    ...pieces.map((timer) => () => workOnBatch(deps, account, timer)),
  ])
  return [...timers, ...pieces]
}

async function fire(deps: EngineDeps, account: Account, timers: readonly Timer[]): Promise<void> {
  if (timers.length === 0) return
  const debits = timers.some(({ kind }) => kind === 'present')
  const standing = debits ? await withPresentStops(deps, account) : account
  await handle(
    deps,
    timers.map((timer) => ({
      account: standing,
      command: { type: 'FireTimer', timer },
      target: { kind: timer.resource_kind, id: timer.resource_id },
      cause: `timer:${timer.key}`,
      timer_fired: timer,
    })),
  )
}

/**
 * Does what is due for every merchant whose clock runs, fairly; a frozen clock's work is done by the calls that cause
 * it, so that no loop comes between a call and its answer. Answers how many merchants had work; a loop calls it again
 * while there are any.
 *
 * @throws what went wrong with some merchants, once the others have had their turn
 */
export async function advance(deps: EngineDeps, limit: number): Promise<number> {
  const tenants = await deps.store.work.tenantsWithWork(deps.clock.now(), limit)
  let worked = 0
  await eachThoughOneFails(
    tenants.map((tenant) => async () => {
      const account = await deps.store.accounts.get(tenant)
      if (account === null || account.clock.mode === 'frozen') return
      worked++
      await eachThoughOneFails([
        () => fireDue(deps, account),
        () => formSettlements(deps, account),
        () => dispatch(deps, account, CHUNK),
      ])
    }),
  )
  return worked
}

/** Does one after the other. What fails keeps nothing else from being done, and is told at the end. */
async function eachThoughOneFails(works: readonly (() => Promise<unknown>)[]): Promise<void> {
  const failures: unknown[] = []
  for (const work of works) await work().catch((error: unknown) => failures.push(error))
  if (failures.length > 1) throw new AggregateError(failures, `${failures.length} works failed`)
  if (failures.length === 1) throw failures[0]
}

/** The account as it is at an instant of its own clock. */
export function atInstant(account: Account, at: Instant): Account {
  return { ...account, clock: { ...account.clock, mode: 'frozen', frozen_at: at } }
}

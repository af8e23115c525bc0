import {
  type ClockMode,
  endOfIstDay,
  formatRfc3339,
  type Instant,
  isoDate,
} from '@upi-autopay/rail'
import { type Account, type MerchantClock, merchantNow, tenantOf } from '../account/account.ts'
import type { Tenant } from '../kernel/envelope.ts'
import { type Rejection, reject } from '../kernel/result.ts'
import type { Timer } from '../ports/work-store.ts'
import { atInstant, settleWithOthers } from './advance.ts'
import type { EngineDeps } from './deps.ts'

/** Where a clock is to go, and how it is to run from there. */
export interface ClockMove {
  /** Where to go on the merchant's clock, or how far from where it then stands; null stays. */
  readonly to: Instant | { readonly by_ms: number } | null
  readonly mode: ClockMode | null
}

/** Where the clock stands now, and which timers fired on the way, oldest first. */
export interface ClockMoved {
  readonly ok: true
  readonly clock: MerchantClock
  readonly now: Instant
  readonly fired: readonly Timer[]
}

/** How long one caller may hold a clock without moving it on; system time. */
const HOLD_MS = 60_000

/** Dates are taken up to the year 2999: beyond it nothing could be asked for. */
const CLOCK_END = endOfIstDay(isoDate('2999-12-31'))

/**
 * Moves a merchant's clock forward, from one due instant to the next, doing what is due at each before going on,
 * and never over what another call is sending. Answers when everything up to the target is committed. Background loops
 * leave the merchant alone meanwhile.
 */
export async function moveClock(
  deps: EngineDeps,
  account: Account,
  move: ClockMove,
): Promise<ClockMoved | { ok: false; rejection: Rejection }> {
  const tenant = tenantOf(account)
  const token = deps.ids.mint('request', deps.clock.now())
  if (!(await hold(deps, account, token))) {
    return reject({ code: 'clock_busy', detail: 'Another call is advancing this clock.' })
  }
  try {
    const fresh = (await deps.store.accounts.get(tenant)) ?? account
    const start = merchantNow(fresh.clock, deps.clock.now())
    const target = targetOf(move, start)
    if (target < start) {
      return reject({
        code: 'clock_backwards',
        detail: `The clock stands at ${formatRfc3339(start)} and only moves forward.`,
      })
    }
    if (target >= CLOCK_END) {
      return reject({
        code: 'clock_out_of_range',
        detail: `The clock goes up to ${formatRfc3339(CLOCK_END)}; asked for was a move by ${(target - start) / 1000} seconds.`,
      })
    }
    // What is due already is done where the clock stands: a notice that was just asked for goes out now, not at the
    // next timer's moment.
    const fired: Timer[] = await settleWithOthers(deps, atInstant(fresh, start))
    let standing = fresh.clock
    let stop = start
    do {
      const next = await nextDueAt(deps, tenant)
      const held = await hold(deps, account, token)
      // Never back: work that was left late is done where the clock stands, and a running one runs on meanwhile.
      const here = merchantNow(standing, deps.clock.now())
      stop = later(here, next === null || next > target ? target : next)
      standing = inMode(fresh.clock, stop, fresh.clock.mode, deps.clock.now())
      if (
        !held ||
        !(await deps.store.accounts.saveClock(tenant, standing, token, deps.clock.now()))
      ) {
        return reject({ code: 'clock_busy', detail: 'Another call took the clock over.' })
      }
      fired.push(...(await settleWithOthers(deps, atInstant(fresh, stop))))
    } while (stop < target)
    const mode = move.mode ?? fresh.clock.mode
    if (mode === standing.mode) return { ok: true, clock: standing, now: stop, fired }
    const clock = inMode(standing, stop, mode, deps.clock.now())
    await deps.store.accounts.saveClock(tenant, clock, token, deps.clock.now())
    return { ok: true, clock, now: stop, fired }
  } finally {
    await deps.store.accounts.releaseClock(tenant, token)
  }
}

function targetOf({ to }: ClockMove, start: Instant): Instant {
  if (to === null) return start
  return typeof to === 'number' ? to : ((start + to.by_ms) as Instant)
}

/** When something is next due by itself: a timer, or a run that settles. */
async function nextDueAt({ store }: EngineDeps, tenant: Tenant): Promise<Instant | null> {
  const due = [await store.work.nextTimerAt(tenant), await store.settlements.nextDueAt(tenant)]
  return due.reduce((one, two) => (one === null || (two !== null && two < one) ? two : one))
}

function later(a: Instant, b: Instant): Instant {
  return a > b ? a : b
}

/**
 * Deletes what one merchant has in test mode, keeps account and keys, and returns the clock to its start, in the same
 * mode; answers when that is. Not while the clock is being moved: that call would go on over what was deleted.
 */
export async function resetSandbox(
  deps: EngineDeps,
  account: Account,
): Promise<{ ok: true; now: Instant } | { ok: false; rejection: Rejection }> {
  const tenant = tenantOf(account)
  const token = deps.ids.mint('request', deps.clock.now())
  if (!(await hold(deps, account, token))) {
    return reject({ code: 'clock_busy', detail: 'Another call is advancing this clock.' })
  }
  try {
    const { clock } = (await deps.store.accounts.get(tenant)) ?? account
    await deps.store.accounts.reset(tenant)
    await deps.store.accounts.clearFaults(tenant)
    const system_now = deps.clock.now()
    const now = clock.start_at ?? system_now
    const begun = inMode(clock, now, clock.mode, system_now)
    await deps.store.accounts.saveClock(tenant, begun, token, system_now)
    return { ok: true, now }
  } finally {
    await deps.store.accounts.releaseClock(tenant, token)
  }
}

function hold(deps: EngineDeps, account: Account, token: string): Promise<boolean> {
  const now = deps.clock.now()
  return deps.store.accounts.holdClock(tenantOf(account), token, now, (now + HOLD_MS) as Instant)
}

/** The same clock at an instant: standing there, or running from there. */
function inMode(
  clock: MerchantClock,
  at: Instant,
  mode: ClockMode,
  system_now: Instant,
): MerchantClock {
  return { ...clock, mode, offset_ms: at - system_now, frozen_at: mode === 'frozen' ? at : null }
}

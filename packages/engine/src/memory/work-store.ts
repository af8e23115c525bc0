import type { Instant } from '@upi-autopay/rail'
import { merchantNow } from '../account/account.ts'
import type { Tenant } from '../kernel/envelope.ts'
import type { LeasedEffect, WorkStore } from '../ports/work-store.ts'
import type { HeldAccount } from './account-store.ts'
import type { EffectLease, ReadyEffect, TenantData, Tenants } from './tenant-data.ts'

/** Timers and effects in memory. */
export function createMemoryWorkStore(
  tenants: Tenants,
  accounts: {
    readonly all: () => Iterable<HeldAccount>
    readonly stopped: (tenant: Tenant) => boolean
  },
): WorkStore {
  return {
    async tenantsWithWork(system_now, limit) {
      const waiting: { tenant: TenantData['tenant']; for_ms: number }[] = []
      for (const { account, hold } of accounts.all()) {
        if (hold !== null && hold.until > system_now) continue
        const data = tenants.find(account)
        if (data === undefined) continue
        const released =
          data.held_timers.size > 0 && !account.debits_stopped
            ? system_now - account.updated_at
            : null
        const for_ms = waitingFor(data, merchantNow(account.clock, system_now), {
          system_now,
          released,
        })
        if (for_ms !== null) waiting.push({ tenant: data.tenant, for_ms })
      }
      waiting.sort((a, b) => b.for_ms - a.for_ms)
      return waiting.slice(0, limit).map(({ tenant }) => tenant)
    },
    async dueTimers(tenant, now, limit) {
      const data = tenants.find(tenant)
      if (data === undefined) return []
      const due = data.timers.peek(limit, (timer) => timer.at <= now)
      if (data.held_timers.size === 0 || accounts.stopped(tenant)) return due
      return [...due, ...data.held_timers.peek(limit - due.length, () => true)]
    },
    async nextTimerAt(tenant) {
      return tenants.find(tenant)?.timers.first()?.at ?? null
    },
    async leaseEffects(tenant, system_now, lease_until, limit) {
      const data = tenants.find(tenant)
      if (data === undefined) return []
      const ready = data.ready_effects.peek(limit, () => true)
      const expired = data.leased_effects.peek(
        data.leased_effects.size,
        ({ until }) => until <= system_now,
      )
      return [...ready, ...expired]
        .sort((a, b) => (a.effect.id < b.effect.id ? -1 : 1))
        .slice(0, limit)
        .map((entry) => lease(data, entry, lease_until))
    },
    async isLeased(tenant, { from, until }) {
      const leased = tenants.find(tenant)?.leased_effects
      if (leased === undefined) return false
      return leased
        .peek(leased.size, (lease) => lease.until <= until)
        .some((lease) => lease.until >= from)
    },
  }
}

function lease(data: TenantData, entry: ReadyEffect | EffectLease, until: Instant): LeasedEffect {
  const { effect, since } = entry
  data.ready_effects.delete(effect.id)
  data.leased_effects.set(effect.id, { effect, since, until })
  const payer = data.streams.get(effect.stream)?.private.payer ?? null
  return { effect, payer, expired: 'until' in entry }
}

/** How long the merchant's oldest work has been waiting, in milliseconds; null when there is none. */
function waitingFor(
  data: TenantData,
  now: Instant,
  { system_now, released }: { system_now: Instant; released: number | null },
): number | null {
  const waits: number[] = released === null ? [] : [released]
  const timer = data.timers.first()
  if (timer !== undefined && timer.at <= now) waits.push(now - timer.at)
  const run = data.books.nextDueAt()
  if (run !== null && run <= now) waits.push(now - run)
  const ready = data.ready_effects.first()
  if (ready !== undefined) waits.push(now - (ready.since ?? now))
  const leased = data.leased_effects.first()
  if (leased !== undefined && leased.until <= system_now) waits.push(system_now - leased.until)
  return waits.length === 0 ? null : Math.max(...waits)
}

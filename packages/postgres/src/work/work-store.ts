import {
  type Effect,
  HELD_AT,
  type LeasedEffect,
  type Payer,
  type Tenant,
  type Timer,
  type WorkStore,
} from '@upi-autopay/engine'
import type { Instant } from '@upi-autopay/rail'
import type { Driver } from '../drivers/driver.ts'
import { privateData } from '../resources/private-data.ts'

/** Timers and effects in SQL. */
export function createSqlWorkStore(driver: Driver): WorkStore {
  return {
    tenantsWithWork: (system_now, limit) =>
      driver.query<Tenant>(TENANTS_WITH_WORK, [system_now, limit]),
    async dueTimers(tenant, now, limit) {
      const { merchant_id, mode } = tenant
      const rows = await driver.query<{ data: Omit<Timer, 'tenant'> }>(DUE_TIMERS, [
        merchant_id,
        mode,
        now,
        limit,
      ])
      return rows.map(({ data }) => ({ tenant, ...data }))
    },
    async nextTimerAt({ merchant_id, mode }) {
      const [row] = await driver.query<{ at: Instant }>(NEXT_TIMER, [merchant_id, mode])
      return row?.at ?? null
    },
    async leaseEffects(tenant, system_now, lease_until, limit) {
      const { merchant_id, mode } = tenant
      const rows = await driver.query<LeasedColumns>(LEASE_EFFECTS, [
        merchant_id,
        mode,
        system_now,
        lease_until,
        limit,
      ])
      return rows.map(
        ({ data, payer, expired }): LeasedEffect => ({
          effect: { tenant, ...data },
          payer,
          expired,
        }),
      )
    },
    async isLeased({ merchant_id, mode }, { from, until }) {
      const rows = await driver.query(IS_LEASED, [merchant_id, mode, from, until])
      return rows.length > 0
    },
  }
}

interface LeasedColumns {
  readonly data: Omit<Effect, 'tenant'>
  readonly payer: Payer | null
  readonly expired: boolean
}

/** Whether an account stops its debits. */
function stopped(account: string): string {
  return `coalesce((${account}.data ->> 'debits_stopped')::boolean, false)`
}

/** One look per merchant into each index; accounts are few against what they own. */
const TENANTS_WITH_WORK = {
  name: 'tenants_with_work',
  text: `
with clocks as (
  select merchant_id, mode, updated_at, ${stopped('accounts')} as stopped, case
    when clock_mode = 'frozen' and clock_frozen_at is not null then clock_frozen_at
    else $1::bigint + clock_offset_ms
  end as now
  from accounts
  where hold_until is null or hold_until <= $1
), waiting as (
  select c.merchant_id, c.mode, greatest(
    (select c.now - t.at from timers t
      where t.merchant_id = c.merchant_id and t.mode = c.mode and t.at <= c.now
      order by t.at limit 1),
    (select c.now - m.settle_at from movements m
      where m.merchant_id = c.merchant_id and m.mode = c.mode and m.settlement_id is null
        and m.settle_at > 0 and m.settle_at <= c.now
      order by m.settle_at limit 1),
    (select $1 - c.updated_at from timers t
      where not c.stopped and t.merchant_id = c.merchant_id and t.mode = c.mode and t.at = ${HELD_AT}
      limit 1),
    (select c.now - coalesce(f.since, c.now) from effects f
      where f.merchant_id = c.merchant_id and f.mode = c.mode and f.lease_until is null
      order by f.id limit 1),
    (select $1 - f.lease_until from effects f
      where f.merchant_id = c.merchant_id and f.mode = c.mode and f.lease_until <= $1
      order by f.lease_until limit 1)
  ) as for_ms
  from clocks c
)
select merchant_id, mode from waiting where for_ms is not null
order by for_ms desc, merchant_id, mode limit $2`,
}

const DUE_TIMERS = {
  name: 'due_timers',
  text: `
select data from (
  (select data, at, stream, key from timers where merchant_id = $1 and mode = $2 and at <= $3
  order by at, stream, key limit $4)
  union all
  (select data, at, stream, key from timers
  where merchant_id = $1 and mode = $2 and at = ${HELD_AT} and not exists (
    select 1 from accounts a where a.merchant_id = $1 and a.mode = $2 and ${stopped('a')}
  )
  order by at, stream, key limit $4)
) as due order by at, stream, key limit $4`,
}

const NEXT_TIMER = {
  name: 'next_timer',
  text: `
select at from timers where merchant_id = $1 and mode = $2 and at < ${HELD_AT} order by at limit 1`,
}

const LEASE_EFFECTS = {
  name: 'lease_effects',
  text: `
with picked as (
  select id, lease_until is not null as expired from effects
  where merchant_id = $1 and mode = $2 and (lease_until is null or lease_until <= $3)
  order by id limit $5
  for update skip locked
), leased as (
  update effects f set lease_until = $4 from picked
  where f.merchant_id = $1 and f.mode = $2 and f.id = picked.id
  returning f.id, f.stream, f.data, picked.expired
)
select l.data, l.expired, ${privateData('l.stream')} -> 'payer' as payer from leased l
order by l.id`,
}

const IS_LEASED = {
  name: 'is_leased',
  text: `
select 1 as leased from effects
where merchant_id = $1 and mode = $2 and lease_until between $3 and $4 limit 1`,
}

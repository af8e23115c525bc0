import { isTold, type Tenant } from '@upi-autopay/engine'
import type { Instant } from '@upi-autopay/rail'
import type { Driver } from '../drivers/driver.ts'

export interface FanOutOrder {
  readonly system_now: Instant
  readonly limit: number
  readonly mint: () => string
}

/** Outbox rows become deliveries, merchant by merchant, each in a transaction of its own. Answers how many were taken. */
export async function fanOut(driver: Driver, { limit, ...order }: FanOutOrder): Promise<number> {
  const tenants = await driver.query<Tenant>(TENANTS, [])
  const share = Math.max(1, Math.ceil(limit / Math.max(1, tenants.length)))
  let taken = 0
  for (const tenant of tenants) {
    if (taken >= limit) break
    taken += await fanOutTenant(driver, tenant, { ...order, limit: Math.min(share, limit - taken) })
  }
  return taken
}

function fanOutTenant(
  driver: Driver,
  { merchant_id, mode }: Tenant,
  { system_now, limit, mint }: FanOutOrder,
): Promise<number> {
  return driver.transaction(async ({ query }) => {
    const free = await query(LOCK, [merchant_id, mode])
    if (free.length === 0) return 0
    const events = await query<TakenEvent>(TAKE, [merchant_id, mode, limit])
    const endpoints =
      events.length === 0 ? [] : await query<Endpoint>(ENDPOINTS, [merchant_id, mode])
    const deliveries = events.flatMap((event) =>
      endpoints
        .filter((endpoint) => isTold(endpoint, event))
        .map((endpoint) => ({ ...event, delivery_id: mint(), endpoint_id: endpoint.id })),
    )
    if (deliveries.length > 0)
      await query(DELIVER, [merchant_id, mode, JSON.stringify(deliveries), system_now])
    return events.length
  })
}

interface TakenEvent {
  readonly id: string
  readonly type: string
  readonly resource_id: string
}

interface Endpoint {
  readonly id: string
  readonly events: readonly string[]
}

const TENANTS = {
  name: 'outbox_tenants',
  text: `
select a.merchant_id, a.mode from accounts a
where exists (select 1 from outbox o where o.merchant_id = a.merchant_id and o.mode = a.mode)
order by a.merchant_id, a.mode`,
}

/** One worker at a time per merchant: two could overtake each other and turn the order of events around. */
const LOCK = {
  name: 'outbox_lock',
  text: 'select 1 from accounts where merchant_id = $1 and mode = $2 for no key update skip locked',
}

const TAKE = {
  name: 'outbox_take',
  text: `
with oldest as materialized (
  select event_id from outbox where merchant_id = $1 and mode = $2 order by event_id limit $3
), taken as (
  delete from outbox o using oldest
  where o.merchant_id = $1 and o.mode = $2 and o.event_id = oldest.event_id returning o.event_id
)
select e.id, e.type, e.resource_id from taken t
join events e on e.merchant_id = $1 and e.mode = $2 and e.id = t.event_id and e.public
order by e.id`,
}

const ENDPOINTS = {
  name: 'outbox_endpoints',
  text: `
select id, data -> 'events' as events from resources
where merchant_id = $1 and mode = $2 and kind = 'webhook_endpoint' and status = 'enabled'
order by id`,
}

const DELIVER = {
  name: 'outbox_deliver',
  text: `
insert into deliveries (merchant_id, mode, id, status, event_id, event_type, resource_id, webhook_endpoint_id,
  attempts, attempts_made, next_attempt_at, due_at, created_at, updated_at)
select $1::text, $2::text, n.delivery_id, 'pending', n.id, n.type, n.resource_id, n.endpoint_id, '[]', 0,
  $4::bigint, $4::bigint, $4::bigint, $4::bigint
from json_to_recordset($3::json) as n(delivery_id text, id text, type text, resource_id text, endpoint_id text)`,
}

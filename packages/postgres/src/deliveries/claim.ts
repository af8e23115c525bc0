import {
  type ClaimedDelivery,
  type PrivateData,
  signingSecrets,
  type Tenant,
} from '@upi-autopay/engine'
import type { Instant } from '@upi-autopay/rail'
import type { Driver } from '../drivers/driver.ts'
import { EVENT_COLUMNS, type EventColumns, readEvent } from '../resources/event-row.ts'
import { privateData } from '../resources/private-data.ts'
import { DELIVERY_COLUMNS, type DeliveryColumns, deliveryOf } from './delivery-row.ts'
import { GOES_FIRST } from './goes-first.ts'

export interface ClaimOrder {
  readonly system_now: Instant
  readonly lease_until: Instant
  readonly limit: number
}

/** Leases due deliveries, merchant by merchant, each with an equal share of the limit. */
export async function claimDeliveries(
  driver: Driver,
  order: ClaimOrder,
): Promise<ClaimedDelivery[]> {
  const tenants = await driver.query<Tenant>(TENANTS, [order.system_now])
  const share = Math.max(1, Math.ceil(order.limit / Math.max(1, tenants.length)))
  const claimed: ClaimedDelivery[] = []
  for (const tenant of tenants) {
    const limit = Math.min(share, order.limit - claimed.length)
    if (limit === 0) break
    claimed.push(...(await claimOfTenant(driver, tenant, { ...order, limit })))
  }
  return claimed
}

async function claimOfTenant(
  driver: Driver,
  { merchant_id, mode }: Tenant,
  { system_now, lease_until, limit }: ClaimOrder,
): Promise<ClaimedDelivery[]> {
  const rows = await driver.query<ClaimedColumns>(CLAIM, [
    merchant_id,
    mode,
    system_now,
    lease_until,
    limit,
  ])
  const orphans = rows.filter(({ endpoint_status }) => endpoint_status !== 'enabled')
  if (orphans.length > 0) {
    // Nobody listens there any more; given up visibly, so that it can be sent again by hand.
    const ids = orphans.map(({ delivery }) => ({ id: delivery.id }))
    await driver.query(GIVE_UP, [merchant_id, mode, system_now, JSON.stringify(ids)])
  }
  return rows
    .filter(({ endpoint_status }) => endpoint_status === 'enabled')
    .map((row) => ({
      delivery: deliveryOf({ merchant_id, mode }, row.delivery),
      url: row.url,
      secrets: signingSecrets(row.endpoint_private ?? {}, system_now),
      event: readEvent(row),
    }))
}

interface ClaimedColumns extends EventColumns {
  readonly delivery: DeliveryColumns
  readonly endpoint_status: string | null
  readonly url: string
  readonly endpoint_private: PrivateData | null
}

const TENANTS = {
  name: 'deliveries_tenants',
  text: `
select a.merchant_id, a.mode from accounts a
cross join lateral (
  select d.due_at from deliveries d
  where d.merchant_id = a.merchant_id and d.mode = a.mode and d.due_at <= $1
  order by d.due_at limit 1
) as oldest
order by oldest.due_at, a.merchant_id, a.mode`,
}

const CLAIM = {
  name: 'deliveries_claim',
  text: `
with picked as (
  select d.id, d.due_at from deliveries d
  where d.merchant_id = $1 and d.mode = $2 and d.due_at <= $3 and ${GOES_FIRST}
  order by d.due_at, d.id limit $5
  for update of d skip locked
), claimed as (
  update deliveries d set due_at = $4 from picked
  where d.merchant_id = $1 and d.mode = $2 and d.id = picked.id
  returning d.*, picked.due_at as was_due_at
)
select row_to_json(shown) as delivery, endpoint.status as endpoint_status, endpoint.data ->> 'url' as url,
  ${privateData('endpoint.stream')} as endpoint_private, ${EVENT_COLUMNS}
from claimed d
cross join lateral (select ${DELIVERY_COLUMNS}) as shown
join events e on e.merchant_id = $1 and e.mode = $2 and e.id = d.event_id and e.public
left join resources endpoint on endpoint.merchant_id = $1 and endpoint.mode = $2
  and endpoint.kind = 'webhook_endpoint' and endpoint.id = d.webhook_endpoint_id
order by d.was_due_at, d.id`,
}

const GIVE_UP = {
  name: 'deliveries_give_up',
  text: `
update deliveries d set status = 'given_up', next_attempt_at = null, due_at = null, updated_at = $3
from json_to_recordset($4::json) as g(id text)
where d.merchant_id = $1 and d.mode = $2 and d.id = g.id`,
}

import type { Delivery, Tenant } from '@upi-autopay/engine'
import type { Instant } from '@upi-autopay/rail'
import type { Driver } from '../drivers/driver.ts'
import { DELIVERY_COLUMNS, type DeliveryColumns, deliveryOf } from './delivery-row.ts'

/** Writes a new delivery beside each that is named, of the same event to the same endpoint. */
export async function redeliver(
  driver: Driver,
  tenant: Tenant,
  {
    ids,
    system_now,
    mint,
  }: { readonly ids: readonly string[]; readonly system_now: Instant; readonly mint: () => string },
): Promise<Delivery[]> {
  const pairs = ids.map((id) => ({ id, again: mint() }))
  const rows = await driver.query<DeliveryColumns>(REDELIVER, [
    tenant.merchant_id,
    tenant.mode,
    JSON.stringify(pairs),
    system_now,
  ])
  return rows.map((row) => deliveryOf(tenant, row))
}

const REDELIVER = {
  name: 'deliveries_redeliver',
  text: `
with d as (
  insert into deliveries (merchant_id, mode, id, status, event_id, event_type, resource_id, webhook_endpoint_id,
    attempts, attempts_made, next_attempt_at, due_at, created_at, updated_at)
  select o.merchant_id, o.mode, n.again, 'pending', o.event_id, o.event_type, o.resource_id, o.webhook_endpoint_id,
    '[]', 0, $4::bigint, $4::bigint, $4::bigint, $4::bigint
  from json_to_recordset($3::json) as n(id text, again text)
  join deliveries o on o.merchant_id = $1 and o.mode = $2 and o.id = n.id
  returning *
)
select ${DELIVERY_COLUMNS} from d order by d.id`,
}

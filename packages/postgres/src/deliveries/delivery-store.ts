import type { DeliveryQuery, DeliveryStore } from '@upi-autopay/engine'
import type { Instant } from '@upi-autopay/rail'
import type { Driver } from '../drivers/driver.ts'
import { type Filter, readPage } from '../resources/page-statement.ts'
import { claimDeliveries } from './claim.ts'
import { DELIVERY_COLUMNS, type DeliveryColumns, deliveryOf } from './delivery-row.ts'
import { fanOut } from './fan-out.ts'
import { GOES_FIRST } from './goes-first.ts'
import { recordAttempts } from './record.ts'
import { redeliver } from './redeliver.ts'

/** The outbox and its deliveries in SQL. */
export function createSqlDeliveryStore(driver: Driver): DeliveryStore {
  return {
    fanOut: (system_now, limit, mint) => fanOut(driver, { system_now, limit, mint }),
    claim: (system_now, lease_until, limit) =>
      claimDeliveries(driver, { system_now, lease_until, limit }),
    record: (results) => recordAttempts(driver, results),
    async forgive({ merchant_id, mode }, webhook_endpoint_id) {
      await driver.query(FORGIVE, [merchant_id, mode, webhook_endpoint_id])
    },
    redeliver: (tenant, ids, system_now, mint) =>
      redeliver(driver, tenant, { ids, system_now, mint }),
    async nextAt() {
      const [row] = await driver.query<{ at: Instant | null }>(NEXT_AT, [])
      return row?.at ?? null
    },
    async get(tenant, id) {
      const [row] = await driver.query<DeliveryColumns>(GET, [tenant.merchant_id, tenant.mode, id])
      return row === undefined ? null : deliveryOf(tenant, row)
    },
    list: (query) =>
      readPage(driver, DELIVERIES, query, filtersOf(query), (row: DeliveryColumns) =>
        deliveryOf(query.tenant, row),
      ),
  }
}

function filtersOf(query: DeliveryQuery): Filter[] {
  return [
    { letter: 'e', value: query.event_id, sql: (event) => `d.event_id = ${event}` },
    {
      letter: 'w',
      value: query.webhook_endpoint_id,
      sql: (endpoint) => `d.webhook_endpoint_id = ${endpoint}`,
    },
    { letter: 's', value: query.status, sql: (status) => `d.status = ${status}` },
    { letter: 'f', value: query.created_from, sql: (from) => `d.created_at >= ${from}` },
    { letter: 'u', value: query.created_until, sql: (until) => `d.created_at < ${until}` },
  ]
}

const DELIVERIES = {
  name: 'list_deliveries',
  columns: DELIVERY_COLUMNS,
  table: 'deliveries',
  alias: 'd',
}

const GET = {
  name: 'get_delivery',
  text: `select ${DELIVERY_COLUMNS} from deliveries d where d.merchant_id = $1 and d.mode = $2 and d.id = $3`,
}

const FORGIVE = {
  name: 'deliveries_forgive',
  text: 'delete from failing_endpoints where merchant_id = $1 and mode = $2 and webhook_endpoint_id = $3',
}

const NEXT_AT = {
  name: 'next_delivery',
  text: `
select min(next.due_at) as at from accounts a
cross join lateral (
  select d.due_at from deliveries d
  where d.merchant_id = a.merchant_id and d.mode = a.mode and d.due_at is not null and ${GOES_FIRST}
  order by d.due_at limit 1
) as next`,
}

import type { DeliveryRecord, FailingEndpoint } from '@upi-autopay/engine'
import type { Instant } from '@upi-autopay/rail'
import type { Driver } from '../drivers/driver.ts'
import { groupByTenant } from '../group-by-tenant.ts'

/** Writes what became of attempts, one statement per merchant; answers the endpoints that are failing. */
export async function recordAttempts(
  driver: Driver,
  results: readonly DeliveryRecord[],
): Promise<FailingEndpoint[]> {
  const failing: FailingEndpoint[] = []
  for (const { tenant, items } of groupByTenant(results, (result) => result.tenant)) {
    const { merchant_id, mode } = tenant
    const rows = await driver.query<{ webhook_endpoint_id: string; since: Instant }>(RECORD, [
      merchant_id,
      mode,
      JSON.stringify(items),
    ])
    failing.push(...rows.map((row) => ({ tenant, ...row })))
  }
  return failing
}

/**
 * A worker whose lease ran out may report a failure after another one's success: the success stands. An endpoint's row
 * is written when it begins to fail and removed when it succeeds again, so that one that is well writes none.
 */
const RECORD = {
  name: 'deliveries_record',
  text: `
with told as (
  select * from json_to_recordset($3::json) as n(id text, status text, attempt jsonb, next_attempt_at bigint)
), recorded as (
  update deliveries d set
    status = case when d.status = 'succeeded' then d.status else n.status end,
    next_attempt_at = case when d.status = 'succeeded' then null else n.next_attempt_at end,
    due_at = case when d.status = 'succeeded' then null else n.next_attempt_at end,
    attempts = d.attempts || jsonb_build_array(n.attempt),
    attempts_made = d.attempts_made + 1,
    updated_at = (n.attempt ->> 'at')::bigint
  from told n
  where d.merchant_id = $1 and d.mode = $2 and d.id = n.id
  returning d.webhook_endpoint_id, n.status, (n.attempt ->> 'at')::bigint as at
), ended as (
  delete from failing_endpoints f using recorded r
  where f.merchant_id = $1 and f.mode = $2 and f.webhook_endpoint_id = r.webhook_endpoint_id
    and r.status = 'succeeded'
), failed as (
  select webhook_endpoint_id, min(at) as at from recorded group by webhook_endpoint_id
  having count(*) filter (where status = 'succeeded') = 0
), begun as (
  insert into failing_endpoints (merchant_id, mode, webhook_endpoint_id, since)
  select $1::text, $2::text, webhook_endpoint_id, at from failed
  on conflict (merchant_id, mode, webhook_endpoint_id) do nothing
)
select failed.webhook_endpoint_id, coalesce(f.since, failed.at) as since from failed
left join failing_endpoints f on f.merchant_id = $1 and f.mode = $2
  and f.webhook_endpoint_id = failed.webhook_endpoint_id
order by failed.webhook_endpoint_id`,
}

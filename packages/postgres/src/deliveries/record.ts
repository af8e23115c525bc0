import type { DeliveryRecord } from '@upi-autopay/engine'
import type { Driver } from '../drivers/driver.ts'
import { groupByTenant } from '../group-by-tenant.ts'

/** Writes what became of attempts, one statement per merchant. */
export async function recordAttempts(
  driver: Driver,
  results: readonly DeliveryRecord[],
): Promise<void> {
  for (const { tenant, items } of groupByTenant(results, (result) => result.tenant)) {
    await driver.query(RECORD, [tenant.merchant_id, tenant.mode, JSON.stringify(items)])
  }
}

/** A worker whose lease ran out may report a failure after another one's success: the success stands. */
const RECORD = {
  name: 'deliveries_record',
  text: `
update deliveries d set
  status = case when d.status = 'succeeded' then d.status else n.status end,
  next_attempt_at = case when d.status = 'succeeded' then null else n.next_attempt_at end,
  due_at = case when d.status = 'succeeded' then null else n.next_attempt_at end,
  attempts = d.attempts || jsonb_build_array(n.attempt),
  attempts_made = d.attempts_made + 1,
  updated_at = (n.attempt ->> 'at')::bigint
from json_to_recordset($3::json) as n(id text, status text, attempt jsonb, next_attempt_at bigint)
where d.merchant_id = $1 and d.mode = $2 and d.id = n.id`,
}

import type { CommitAnswer, Unit } from '@upi-autopay/engine'
import type { ResourceKind } from '@upi-autopay/rail'
import type { Driver } from '../drivers/driver.ts'

/**
 * Why a unit could not be written. The key comes first: the twin of a request that was carried out conflicts in
 * version and reference too. When nothing stands in the way any more the stream counts as moved: decide again.
 */
export async function explainConflict(driver: Driver, unit: Unit): Promise<CommitAnswer> {
  const [found] = await driver.query<Found>(EXPLAIN, [
    unit.tenant.merchant_id,
    unit.tenant.mode,
    JSON.stringify(unit.answers.map(({ key }) => ({ key }))),
    unit.stream,
    JSON.stringify(unit.rows.map(({ kind, id, reference_id }) => ({ kind, id, reference_id }))),
  ])
  if (found?.key_taken) return { ok: false, conflict: 'idempotency' }
  if (
    found === undefined ||
    found.version !== unit.expected_version ||
    found.kind === null ||
    found.reference_id === null
  ) {
    return { ok: false, conflict: 'version' }
  }
  return { ok: false, conflict: 'reference_id', kind: found.kind, reference_id: found.reference_id }
}

interface Found {
  readonly key_taken: boolean
  readonly version: number
  readonly kind: ResourceKind | null
  readonly reference_id: string | null
}

const EXPLAIN = {
  name: 'commit_explain',
  text: `
select
  exists (
    select 1 from json_to_recordset($3::json) as k(key text)
    join answers a on a.merchant_id = $1::text and a.mode = $2::text and a.key = k.key
  ) as key_taken,
  coalesce((
    select s.version from streams s where s.merchant_id = $1::text and s.mode = $2::text and s.stream = $4::text
  ), 0) as version,
  taken.kind,
  taken.reference_id
from (select 1) as one
left join lateral (
  select r.kind, r.reference_id
  from json_to_recordset($5::json) as w(kind text, id text, reference_id text)
  join resources r on r.merchant_id = $1::text and r.mode = $2::text and r.kind = w.kind
    and r.reference_id = w.reference_id and r.id <> w.id
  limit 1
) as taken on true`,
}

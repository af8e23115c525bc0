import type { Loaded, PrivateData, ResourceRef, StreamKind } from '@upi-autopay/engine'
import type { Driver } from '../drivers/driver.ts'
import { groupByTenant } from '../group-by-tenant.ts'
import { privateData } from '../resources/private-data.ts'
import { RESOURCE_COLUMNS, type ResourceColumns, resourceRow } from '../resources/resource-row.ts'

/** The streams that own resources, with the resources' rows, in order; one round trip per merchant. */
export async function load(
  driver: Driver,
  refs: readonly ResourceRef[],
): Promise<(Loaded | null)[]> {
  const [only] = refs
  if (refs.length === 1 && only !== undefined) {
    const { tenant, kind, id } = only
    const [row] = await driver.query<LoadedColumns>(LOAD_ONE, [
      tenant.merchant_id,
      tenant.mode,
      kind,
      id,
    ])
    return [row === undefined ? null : loadedOf(row)]
  }
  const answers: (Loaded | null)[] = refs.map(() => null)
  const places = refs.map((ref, place) => ({ ...ref, place }))
  await Promise.all(
    groupByTenant(places, (ref) => ref.tenant).map(async ({ tenant, items }) => {
      const asked = items.map(({ place, kind, id }) => ({ place, kind, id }))
      const values = [tenant.merchant_id, tenant.mode, JSON.stringify(asked)]
      const rows = await driver.query<LoadedColumns & { place: number }>(LOAD_MANY, values)
      for (const row of rows) answers[row.place] = loadedOf(row)
    }),
  )
  return answers
}

interface LoadedColumns extends ResourceColumns {
  readonly stream_kind: StreamKind
  readonly version: number
  readonly state: unknown
  readonly private: PrivateData | null
}

function loadedOf(columns: LoadedColumns): Loaded {
  return {
    stream: columns.stream,
    kind: columns.stream_kind,
    version: columns.version,
    state: columns.state,
    private: columns.private ?? {},
    row: resourceRow(columns),
  }
}

const COLUMNS = `${RESOURCE_COLUMNS}, s.stream_kind, s.version, s.state, ${privateData('r.stream')} as private`

const STREAM = `
cross join lateral (
  select kind as stream_kind, version, state from streams
  where merchant_id = $1 and mode = $2 and stream = r.stream
  offset 0
) as s`

const LOAD_ONE = {
  name: 'load_one',
  text: `
select ${COLUMNS} from resources r ${STREAM}
where r.merchant_id = $1 and r.mode = $2 and r.kind = $3 and r.id = $4`,
}

const LOAD_MANY = {
  name: 'load_many',
  text: `
select q.place, ${COLUMNS}
from json_to_recordset($3::json) as q(place integer, kind text, id text)
join resources r on r.merchant_id = $1 and r.mode = $2 and r.kind = q.kind and r.id = q.id ${STREAM}`,
}

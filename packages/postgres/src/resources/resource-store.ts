import type { PrivateData, ReadRow, ResourceStore } from '@upi-autopay/engine'
import type { Driver } from '../drivers/driver.ts'
import { eventFilters } from './event-filters.ts'
import { EVENT_COLUMNS, type EventColumns, readEvent } from './event-row.ts'
import { readPage } from './page-statement.ts'
import { privateData } from './private-data.ts'
import { resourceFilters } from './resource-filters.ts'
import { RESOURCE_COLUMNS, type ResourceColumns, resourceRow } from './resource-row.ts'

/** The read path in SQL. */
export function createSqlResourceStore(driver: Driver): ResourceStore {
  return {
    async get({ tenant, kind, id }) {
      const [row] = await driver.query<ReadColumns>(GET, [
        tenant.merchant_id,
        tenant.mode,
        kind,
        id,
      ])
      return row === undefined ? null : readRow(row)
    },
    list: (query) => readPage(driver, RESOURCES, query, resourceFilters(query), readRow),
    async byReferences({ merchant_id, mode }, kind, reference_ids) {
      const asked = JSON.stringify(reference_ids)
      const values = [merchant_id, mode, kind, asked]
      return (await driver.query<ResourceColumns>(BY_REFERENCES, values)).map(resourceRow)
    },
    async getEvent({ merchant_id, mode }, id) {
      const [row] = await driver.query<EventColumns>(GET_EVENT, [merchant_id, mode, id])
      return row === undefined ? null : readEvent(row)
    },
    listEvents: (query) => readPage(driver, EVENTS, query, eventFilters(query), readEvent),
  }
}

interface ReadColumns extends ResourceColumns {
  readonly private: PrivateData | null
}

function readRow(columns: ReadColumns): ReadRow {
  return { row: resourceRow(columns), private: columns.private ?? {} }
}

const RESOURCES = {
  name: 'list_resources',
  columns: `${RESOURCE_COLUMNS}, ${privateData('r.stream')} as private`,
  table: 'resources',
  alias: 'r',
}

// Below the oldest running transaction: what it will write may belong before what newer ones have written.
const EVENTS = {
  name: 'list_events',
  columns: EVENT_COLUMNS,
  table: 'events',
  alias: 'e',
  always: 'e.public and e.xid < pg_snapshot_xmin(pg_current_snapshot())',
}

const GET = {
  name: 'get_resource',
  text: `select ${RESOURCES.columns} from resources r
where r.merchant_id = $1 and r.mode = $2 and r.kind = $3 and r.id = $4`,
}

const BY_REFERENCES = {
  name: 'resources_by_references',
  text: `
select ${RESOURCE_COLUMNS} from json_array_elements_text($4::json) as asked(reference_id)
cross join lateral (
  select * from resources
  where merchant_id = $1 and mode = $2 and kind = $3 and reference_id = asked.reference_id offset 0
) as r`,
}

const GET_EVENT = {
  name: 'get_event',
  text: `select ${EVENT_COLUMNS} from events e
where e.merchant_id = $1 and e.mode = $2 and e.id = $3 and e.public`,
}

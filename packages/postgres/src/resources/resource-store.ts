import type {
  EventQuery,
  PrivateData,
  ReadRow,
  ResourceQuery,
  ResourceStore,
} from '@upi-autopay/engine'
import type { Driver } from '../drivers/driver.ts'
import { EVENT_COLUMNS, type EventColumns, readEvent } from './event-row.ts'
import { type Filter, readPage } from './page-statement.ts'
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

function resourceFilters(query: ResourceQuery): Filter[] {
  return [
    { letter: 'k', value: query.kind, sql: (kind) => `r.kind = ${kind}` },
    { letter: 's', value: query.status, sql: (status) => `r.status = ${status}` },
    { letter: 'r', value: query.reference_id, sql: (reference) => `r.reference_id = ${reference}` },
    // By way of the mandate's stream, whose resources an index holds together.
    {
      letter: 'm',
      value: query.mandate_id,
      sql: (mandate) => `r.mandate_id = ${mandate} and r.stream = (
        select m.stream from resources m
        where m.merchant_id = $1 and m.mode = $2 and m.kind = 'mandate' and m.id = ${mandate})`,
    },
    {
      letter: 'n',
      value: query.notification_id,
      sql: (notification) => `r.notification_id = ${notification}`,
    },
    { letter: 'v', value: query.payer_vpa, sql: (vpa) => ofPayer(`payer_vpa = ${vpa}`) },
    {
      letter: 'p',
      value: query.payer_reference_id,
      sql: (reference) => ofPayer(`payer_reference_id = ${reference}`),
    },
    { letter: 'f', value: query.created_from, sql: (from) => `r.created_at >= ${from}` },
    { letter: 'u', value: query.created_until, sql: (until) => `r.created_at < ${until}` },
  ]
}

function ofPayer(condition: string): string {
  return `r.stream in (select stream from private_data where merchant_id = $1 and mode = $2 and ${condition})`
}

function eventFilters(query: EventQuery): Filter[] {
  return [
    { letter: 't', value: query.type, sql: (type) => `e.type = ${type}` },
    { letter: 's', value: query.stream, sql: (stream) => `e.stream = ${stream}` },
    // By way of the resource's stream, whose events the primary key holds together.
    {
      letter: 'r',
      value: query.resource_id,
      sql: (id) => `e.resource_id = ${id} and e.stream in (
        select r.stream from resources r
        where r.merchant_id = $1 and r.mode = $2 and r.id = ${id}
          and r.kind in ('mandate', 'notification', 'presentation', 'webhook_endpoint'))`,
    },
  ]
}

const PRIVATE = (stream: string) =>
  `left join private_data p on p.merchant_id = $1 and p.mode = $2 and p.stream = ${stream}`

const RESOURCES = {
  name: 'list_resources',
  id: 'r.id',
  select: `select ${RESOURCE_COLUMNS}, p.data as private from resources r ${PRIVATE('r.stream')}
where r.merchant_id = $1 and r.mode = $2`,
}

// Below the oldest running transaction: what it will write may belong before what newer ones have written.
const EVENTS = {
  name: 'list_events',
  id: 'e.id',
  select: `select ${EVENT_COLUMNS} from events e ${PRIVATE('e.stream')}
where e.merchant_id = $1 and e.mode = $2 and e.public and e.xid < pg_snapshot_xmin(pg_current_snapshot())`,
}

const GET = {
  name: 'get_resource',
  text: `select ${RESOURCE_COLUMNS}, p.data as private from resources r ${PRIVATE('r.stream')}
where r.merchant_id = $1 and r.mode = $2 and r.kind = $3 and r.id = $4`,
}

const GET_EVENT = {
  name: 'get_event',
  text: `select ${EVENT_COLUMNS} from events e ${PRIVATE('e.stream')}
where e.merchant_id = $1 and e.mode = $2 and e.id = $3 and e.public`,
}

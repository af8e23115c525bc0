import type { EventQuery } from '@upi-autopay/engine'
import { RESOURCE_KINDS } from '@upi-autopay/rail'
import type { Filter } from './page-statement.ts'

/** The filters of a list of events. A stream's events lie together, and a resource's are among its stream's. */
export function eventFilters(query: EventQuery): Filter[] {
  return [
    {
      letter: 's',
      value: query.stream,
      sql: (stream) => `e.stream = ${stream}`,
      source: (stream) => `
  select * from events where merchant_id = $1 and mode = $2 and stream = ${stream} offset 0`,
    },
    {
      letter: 'r',
      value: query.resource_id,
      sql: (id) => `e.resource_id = ${id}`,
      source: (id) => `
  select written.* from (
    select stream from resources
    where merchant_id = $1 and mode = $2 and id = ${id} and kind = any(array[${KINDS}]) offset 0
  ) as resource cross join lateral (
    select * from events where merchant_id = $1 and mode = $2 and stream = resource.stream offset 0
  ) as written`,
    },
    { letter: 't', value: query.type, sql: (type) => `e.type = ${type}` },
    { letter: 'f', value: query.created_from, sql: (from) => `e.at >= ${from}` },
    { letter: 'u', value: query.created_until, sql: (until) => `e.at < ${until}` },
    { letter: 'f', value: query.created_from, sql: (from) => `e.at >= ${from}` },
    { letter: 'u', value: query.created_until, sql: (until) => `e.at < ${until}` },
  ]
}

/** Ids are asked without their kind, which stands before them in the primary key. */
const KINDS = RESOURCE_KINDS.map((kind) => `'${kind}'`).join(', ')

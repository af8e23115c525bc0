import type { Statement } from '../drivers/driver.ts'
import { RESOURCE_COLUMNS } from '../resources/resource-row.ts'

/** What a movement `m` is worth to the merchant, with its sign and its fee. */
export const SIGNED = `case when m.kind in ('collected', 'dispute_won') then m.amount else -m.amount end - m.fee`

const sumOf = (kind: string) =>
  `coalesce(sum(m.amount) filter (where m.kind = '${kind}'), 0)::bigint as ${kind}`

/** Sums of movements `m`, kind by kind. */
const SUMS = `${['collected', 'refunded', 'reversed', 'disputed', 'dispute_won'].map(sumOf).join(', ')},
  coalesce(sum(m.fee), 0)::bigint as fees, count(*) as count`

const OPEN = 'm.merchant_id = $1 and m.mode = $2 and m.settlement_id is null'

export const NEXT_DUE: Statement = {
  name: 'settlement_next_due',
  text: `
select m.settle_at from movements m where ${OPEN} and m.settle_at > 0
order by m.settle_at limit 1`,
}

export const DUE: Statement = {
  name: 'settlement_due',
  text: `
select m.speed, min(m.at) as first_at, max(m.at) as last_at, ${SUMS}
from movements m where ${OPEN} and m.settle_at <= $3
group by m.speed having max(m.settle_at) > 0 order by m.speed`,
}

export const LEAVE: Statement = {
  name: 'settlement_leave',
  text: `
update movements m set settle_at = 0
where ${OPEN} and m.speed = $3 and m.settle_at <= $4 and m.settle_at > 0 and $5 = (
  select count(*) from movements m where ${OPEN} and m.speed = $3 and m.settle_at <= $4
)`,
}

/** One page of a settlement's movements: the newest first, those of one moment by their ids. */
export function itemsStatement({
  after,
  before,
}: {
  readonly after: string | undefined
  readonly before: string | undefined
}): Statement {
  const moment = (id: string) =>
    `(select c.at from movements c where c.merchant_id = $1 and c.mode = $2 and c.id = ${id}), ${id}`
  const low = after === undefined ? '$5' : '$6'
  const conditions = [
    ...(after === undefined ? [] : [`and (m.at, m.id) < (${moment('$5')})`]),
    ...(before === undefined ? [] : [`and (m.at, m.id) > (${moment(low)})`]),
  ]
  const order = before !== undefined && after === undefined ? 'asc' : 'desc'
  return {
    name: `settlement_items_${after === undefined ? '' : 'A'}${before === undefined ? '' : 'B'}`,
    text: `
select ${ITEM_COLUMNS} from movements m
join resources r on r.merchant_id = $1 and r.mode = $2 and r.kind = m.resource_kind and r.id = m.resource_id
where m.merchant_id = $1 and m.mode = $2 and m.settlement_id = $3 ${conditions.join('\n')}
order by m.at ${order}, m.id ${order} limit $4`,
  }
}

const ITEM_COLUMNS = `json_build_object('id', m.id, 'kind', m.kind, 'resource_kind', m.resource_kind,
  'resource_id', m.resource_id, 'amount', m.amount, 'fee', m.fee, 'at', m.at, 'speed', m.speed,
  'rrn', m.rrn) as movement, ${RESOURCE_COLUMNS}`

const ofSettlements = (field: string) =>
  `coalesce(sum((r.data ->> '${field}')::bigint), 0)::bigint as ${field}`

const FIELDS = [
  'collected',
  'refunded',
  'reversed',
  'disputed',
  'dispute_won',
  'fees',
  'count',
] as const

/** What settlements hold is summed by settlement, what is in none by movement: no year of debits is read. */
export const BALANCE: Statement = {
  name: 'settlement_balance',
  text: `
with held as (
  select ${FIELDS.map(ofSettlements).join(', ')},
    coalesce(sum((r.data ->> 'net')::bigint) filter (where r.status = 'settled'), 0)::bigint as settled_net,
    coalesce(sum((r.data ->> 'net')::bigint) filter (where r.status <> 'settled'), 0)::bigint as on_its_way
  from resources r where r.merchant_id = $1 and r.mode = $2 and r.kind = 'settlement'
), open as (
  select ${SUMS}, coalesce(sum(${SIGNED}), 0)::bigint as net from movements m where ${OPEN}
)
select ${FIELDS.map((field) => `held.${field} + open.${field} as ${field}`).join(', ')},
  held.settled_net, held.on_its_way + open.net as unsettled
from held cross join open`,
}

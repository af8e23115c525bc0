import { SIGNED } from '../settlements/statements.ts'

/** The writes of a commit, each over a list of records in JSON. `$1` and `$2` are merchant and mode. */

export const insertAnswers = (records: string) => `
insert into answers (merchant_id, mode, key, hash, status, body, at)
select $1::text, $2::text, a.key, a.hash, a.status, a.body, a.at
from json_to_recordset(${records}::json) as a(key text, hash text, status integer, body json, at bigint)`

export const insertStreams = (records: string) => `
insert into streams (merchant_id, mode, stream, kind, version, state)
select $1::text, $2::text, s.stream, s.kind, s.version, s.state
from json_to_recordset(${records}::json) as s(stream text, kind text, version integer, state json)`

export const moveStreams = (records: string) => `
update streams s set version = n.version, state = n.state
from json_to_recordset(${records}::json) as n(stream text, expected integer, version integer, state json)
where s.merchant_id = $1::text and s.mode = $2::text and s.stream = n.stream and s.version = n.expected
returning 1`

export const insertEvents = (records: string) => `
insert into events (merchant_id, mode, stream, version, id, type, resource_kind, resource_id, at, cause, traceparent, public, data, object)
select $1::text, $2::text, e.stream, e.version, e.id, e.type, e.resource_kind, e.resource_id, e.at, e.cause, e.traceparent, e.public, e.data, e.object
from json_to_recordset(${records}::json) as e(stream text, version integer, id text, type text, resource_kind text,
  resource_id text, at bigint, cause text, traceparent text, public boolean, data json, object json)`

export const insertOutbox = (records: string) => `
insert into outbox (merchant_id, mode, event_id)
select $1::text, $2::text, e.id from json_to_recordset(${records}::json) as e(id text)`

export const insertPrivateData = (records: string) => `
insert into private_data (merchant_id, mode, stream, data, payer_vpa, payer_reference_id)
select $1::text, $2::text, p.stream, p.data, p.data #>> '{payer,vpa}', p.data #>> '{payer,reference_id}'
from json_to_recordset(${records}::json) as p(stream text, data json)`

export const upsertPrivateData = (records: string) => `${insertPrivateData(records)}
on conflict (merchant_id, mode, stream) do update
set data = excluded.data, payer_vpa = excluded.payer_vpa, payer_reference_id = excluded.payer_reference_id`

export const insertResources = (records: string) => `
insert into resources (merchant_id, mode, kind, id, stream, revision, status, reference_id, mandate_id, notification_id,
  created_at, updated_at, data)
select $1::text, $2::text, r.kind, r.id, r.stream, r.revision, r.status, r.reference_id, r.mandate_id, r.notification_id,
  r.created_at, r.updated_at, r.data
from json_to_recordset(${records}::json) as r(kind text, id text, stream text, revision integer, status text,
  reference_id text, mandate_id text, notification_id text, created_at bigint, updated_at bigint, data json)`

export const upsertResources = (records: string) => `${insertResources(records)}
on conflict (merchant_id, mode, kind, id) do update
set revision = excluded.revision, status = excluded.status, reference_id = excluded.reference_id,
  mandate_id = excluded.mandate_id, notification_id = excluded.notification_id, updated_at = excluded.updated_at,
  data = excluded.data`

export const insertTimers = (records: string) => `
insert into timers (merchant_id, mode, stream, key, at, data)
select $1::text, $2::text, t.stream, t.key, t.at, t.data
from json_to_recordset(${records}::json) as t(stream text, key text, at bigint, data json)`

export const upsertTimers = (records: string) => `${insertTimers(records)}
on conflict (merchant_id, mode, stream, key) do update set at = excluded.at, data = excluded.data`

export const deleteTimers = (records: string) => `
delete from timers t using json_to_recordset(${records}::json) as c(stream text, key text, at bigint)
where t.merchant_id = $1::text and t.mode = $2::text and t.stream = c.stream and t.key = c.key
  and (c.at is null or t.at = c.at)`

export const insertEffects = (records: string) => `
insert into effects (merchant_id, mode, id, stream, since, data)
select $1::text, $2::text, f.id, f.stream, f.since, f.data
from json_to_recordset(${records}::json) as f(id text, stream text, since bigint, data json)`

export const upsertEffects = (records: string) => `${insertEffects(records)}
on conflict (merchant_id, mode, id) do update
set since = excluded.since, data = excluded.data, lease_until = null`

export const deleteEffects = (records: string) => `
delete from effects f using json_to_recordset(${records}::json) as c(id text)
where f.merchant_id = $1::text and f.mode = $2::text and f.id = c.id`

export const insertLinks = (records: string) => `
insert into resource_links (merchant_id, mode, link, kind, id)
select $1::text, $2::text, l.link, l.kind, l.id
from json_to_recordset(${records}::json) as l(link text, kind text, id text)
on conflict (merchant_id, mode, link, kind, id) do nothing`

export const insertMovements = (records: string) => `
insert into movements (merchant_id, mode, id, kind, resource_kind, resource_id, amount, fee, at, speed, settle_at, rrn)
select $1::text, $2::text, m.id, m.kind, m.resource_kind, m.resource_id, m.amount, m.fee, m.at, m.speed,
  m.settle_at, m.rrn
from json_to_recordset(${records}::json) as m(id text, kind text, resource_kind text, resource_id text, amount bigint,
  fee bigint, at bigint, speed text, settle_at bigint, rrn text)
on conflict (merchant_id, mode, id) do nothing`

/** Takes movements into their settlements; what they come to is compared afterwards with what they were counted from. */
export const claimMovements = (records: string) => `
update movements m set settlement_id = c.settlement_id
from json_to_recordset(${records}::json) as c(settlement_id text, speed text, until bigint)
where m.merchant_id = $1::text and m.mode = $2::text and m.settlement_id is null
  and m.speed = c.speed and m.settle_at <= c.until
returning m.settlement_id, ${SIGNED} as net`

/** Every stream that was to move has moved. */
export const allMoved = (records: string, moved: string) =>
  `require_moved((select count(*) from ${moved}), json_array_length(${records}::json))`

/** Every settlement holds what it was counted from. */
export const allClaimed = (records: string, taken: string) => `require_claimed((
select count(*) from json_to_recordset(${records}::json) as c(settlement_id text, count bigint, net bigint)
cross join lateral (
  select count(*) as count, coalesce(sum(t.net), 0) as net from ${taken} t where t.settlement_id = c.settlement_id
) as held
where held.count <> c.count or held.net <> c.net))`

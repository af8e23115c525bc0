import { coarseStatistics } from './coarse-statistics.ts'
import type { Migration } from './migration.ts'

/**
 * Shows the planner what the tables will look like, with rows that are gone when the step ends. Without statistics it
 * takes merchant and mode to be selective, cannot tell a key's index from any other that begins with them, and reads all
 * that a merchant owns. PGlite never gathers statistics, and Postgres only after its first minute.
 */
export const plannerStatistics: Migration = {
  version: 2,
  name: 'planner_statistics',
  script: `
${coarseStatistics('streams', 'private_data', 'resources', 'events', 'outbox', 'timers', 'effects', 'answers', 'deliveries')}

create temporary table sample on commit drop as
select 'mer_' || n % 3 as merchant_id, case when n % 2 = 0 then 'test' else 'live' end as mode, 'mdt_' || n as stream, 'prs_' || n as child, n
from generate_series(1, 500) as n;

insert into streams (merchant_id, mode, stream, kind, version)
select merchant_id, mode, stream, 'mandate', 1 from sample;

insert into private_data (merchant_id, mode, stream, data, payer_vpa, payer_reference_id)
select merchant_id, mode, stream, '{}', 'payer' || n, 'member' || n from sample;

insert into resources (merchant_id, mode, kind, id, stream, revision, status, reference_id, mandate_id, notification_id,
  created_at, updated_at)
select merchant_id, mode, 'mandate', stream, stream, 1, 'active', stream, null, null, n, n from sample
union all
select merchant_id, mode, 'presentation', child, stream, 1, 'succeeded', child, stream, child, n, n from sample;

insert into events (merchant_id, mode, stream, version, id, type, resource_kind, resource_id, at, cause, public)
select merchant_id, mode, stream, version, 'evt_' || n || '_' || version, 'mandate.created', 'mandate', stream, n, '', true
from sample cross join generate_series(1, 4) as version;

insert into outbox (merchant_id, mode, event_id)
select merchant_id, mode, 'evt_' || n from sample;

insert into timers (merchant_id, mode, stream, key, at, data)
select merchant_id, mode, stream, 'expiry:' || stream, n, '{}' from sample;

insert into effects (merchant_id, mode, id, stream, lease_until, data)
select merchant_id, mode, 'eff_' || n, stream, case when n % 50 = 0 then n end, '{}' from sample;

insert into answers (merchant_id, mode, key, hash, status, at)
select merchant_id, mode, 'key-' || n, '', 201, n from sample;

insert into deliveries (merchant_id, mode, id, status, event_id, event_type, resource_id, webhook_endpoint_id, attempts,
  attempts_made, next_attempt_at, due_at, created_at, updated_at)
select merchant_id, mode, 'dlv_' || n, case when n % 5 = 0 then 'pending' else 'succeeded' end, 'evt_' || n,
  'mandate.created', stream, 'whk_' || n % 9, '[]', case when n % 5 = 0 then 0 else 1 end,
  case when n % 5 = 0 then n end, case when n % 5 = 0 then n end, n, n
from sample;

analyze streams, private_data, resources, events, outbox, timers, effects, answers, deliveries;
truncate streams, private_data, resources, events, outbox, timers, effects, answers, deliveries;
`,
}

import type { Migration } from './migration.ts'

/**
 * Which run takes a movement and which settlement has it, and one order over all kinds of resource that move money:
 * by the part of the id that says when it was made. The sample rows show the planner how selective the keys are, as
 * the steps before did.
 */
export const settlements: Migration = {
  version: 4,
  name: 'settlements',
  script: `
-- "settle_at": merchant's clock; 0 was left by a run that came to nothing, and goes with any other.
alter table movements add column settle_at bigint not null, add column settlement_id text collate "C", add column rrn text;
create index movements_open on movements (merchant_id, mode, settle_at) where settlement_id is null;
create index movements_settlement on movements (merchant_id, mode, settlement_id, at, id) where settlement_id is not null;

create index resources_transactions on resources (merchant_id, mode, substr(id, 5))
  where kind in ('dispute', 'payment', 'presentation', 'refund', 'reversal');

-- Undoes a whole statement when a settlement would not hold what it was counted from.
create function require_claimed(wrong bigint) returns void language plpgsql as $$
begin
  if wrong > 0 then
    raise exception 'movements changed while % settlements were formed', wrong using errcode = 'UA001';
  end if;
end $$;

insert into movements (merchant_id, mode, id, kind, resource_kind, resource_id, amount, fee, at, speed, settle_at, settlement_id)
select 'mer_' || n % 3, case when n % 2 = 0 then 'test' else 'live' end, 'prs_' || n || ':1:collected', 'collected', 'presentation', 'prs_' || n, 1, 0, n, 't0', n,
  case when n % 10 > 0 then 'stl_' || n % 50 end
from generate_series(1, 500) as n;
insert into resources (merchant_id, mode, kind, id, stream, revision, status, reference_id, mandate_id, notification_id,
  created_at, updated_at)
select 'mer_' || n % 3, case when n % 2 = 0 then 'test' else 'live' end, kind, kind || n, 'mdt_' || n, 1, 'active', kind || n, null, null, n, n
from generate_series(1, 500) as n cross join unnest(array['mandate', 'notification', 'presentation']) as kind;
analyze movements, resources;
truncate movements, resources;
`,
}

import { coarseStatistics } from './coarse-statistics.ts'
import type { Migration } from './migration.ts'

/**
 * What rows are found by besides their own columns, and the books. The sample rows show the planner how selective a
 * link is, as the step before did for the other tables.
 */
export const linksAndMovements: Migration = {
  version: 3,
  name: 'links_and_movements',
  script: `
create table resource_links (
  merchant_id text collate "C" not null,
  mode text collate "C" not null,
  link text collate "C" not null,
  kind text collate "C" not null,
  id text collate "C" not null,
  primary key (merchant_id, mode, link, kind, id)
);

create table movements (
  merchant_id text collate "C" not null,
  mode text collate "C" not null,
  id text collate "C" not null,
  kind text collate "C" not null,
  resource_kind text collate "C" not null,
  resource_id text collate "C" not null,
  amount bigint not null,
  fee bigint not null,
  at bigint not null,
  speed text collate "C" not null,
  primary key (merchant_id, mode, id)
);

${coarseStatistics('resource_links', 'movements')}

insert into resource_links (merchant_id, mode, link, kind, id)
select 'mer_' || n % 3, case when n % 2 = 0 then 'test' else 'live' end, 'bat_' || n, 'presentation', 'prs_' || n from generate_series(1, 500) as n;
analyze resource_links;
truncate resource_links;
`,
}

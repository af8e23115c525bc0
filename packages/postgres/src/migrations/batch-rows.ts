import { coarseStatistics } from './coarse-statistics.ts'
import type { Migration } from './migration.ts'

/**
 * The rows of batches. "ordered": the line asked for something, so it is handed over. The sample rows show the planner
 * that a merchant has few batches and a batch many rows.
 */
export const batchRows: Migration = {
  version: 5,
  name: 'batch_rows',
  script: `
create table batch_rows (
  merchant_id text collate "C" not null,
  mode text collate "C" not null,
  batch_id text collate "C" not null,
  line integer not null,
  status text collate "C" not null,
  ordered boolean not null,
  reference_id text collate "C",
  notification_id text collate "C",
  presentation_id text collate "C",
  asked json,
  errors json not null,
  primary key (merchant_id, mode, batch_id, line)
) with (fillfactor = 70);
create index batch_rows_status on batch_rows (merchant_id, mode, batch_id, status, line);

${coarseStatistics('batch_rows')}

insert into batch_rows (merchant_id, mode, batch_id, line, status, ordered, errors)
select 'mer_' || n % 3, case when n % 2 = 0 then 'test' else 'live' end, 'bat_' || n % 12, n, case when n % 5 = 0 then 'accepted' else 'planned' end, true, '[]'
from generate_series(1, 600) as n;
analyze batch_rows;
truncate batch_rows;
`,
}

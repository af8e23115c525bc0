import type { Migration } from './migration.ts'

/** Since when the posts to an endpoint fail without a success between (system time), and which trace made an event. */
export const failingEndpoints: Migration = {
  version: 6,
  name: 'failing-endpoints',
  script: `
create table failing_endpoints (
  merchant_id text collate "C" not null,
  mode text collate "C" not null,
  webhook_endpoint_id text collate "C" not null,
  since bigint not null,
  primary key (merchant_id, mode, webhook_endpoint_id)
);

alter table events add column traceparent text;
`,
}

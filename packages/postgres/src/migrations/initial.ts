import type { Migration } from './migration.ts'

/**
 * Merchant and mode lead every key, so that the tables can be distributed by merchant. Only `api_keys` is asked
 * without a merchant, so it stands apart. Instants are milliseconds. Text that is ordered or compared sorts by code
 * units, like in JavaScript. What is never looked into is `json`: cheaper than jsonb, and it comes back as it was sent.
 */
export const initial: Migration = {
  version: 1,
  name: 'initial',
  script: `
create table accounts (
  merchant_id text collate "C" not null,
  mode text collate "C" not null check (mode in ('test', 'live')),
  data json not null,
  sandbox json not null,
  clock_mode text not null check (clock_mode in ('running', 'frozen')),
  clock_offset_ms bigint not null,
  clock_frozen_at bigint,
  clock_start_at bigint,
  hold_token text,
  hold_until bigint,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (merchant_id, mode)
);

create table api_keys (
  digest text collate "C" primary key,
  id text collate "C" not null,
  merchant_id text collate "C" not null,
  mode text collate "C" not null,
  scopes json not null,
  created_at bigint not null
);

create table streams (
  merchant_id text collate "C" not null,
  mode text collate "C" not null,
  stream text collate "C" not null,
  kind text not null,
  version integer not null,
  state json,
  primary key (merchant_id, mode, stream)
) with (fillfactor = 85);

create table private_data (
  merchant_id text collate "C" not null,
  mode text collate "C" not null,
  stream text collate "C" not null,
  data json not null,
  payer_vpa text collate "C",
  payer_reference_id text collate "C",
  primary key (merchant_id, mode, stream)
);
create index private_data_payer_vpa on private_data (merchant_id, mode, payer_vpa)
  where payer_vpa is not null;
create index private_data_payer_reference_id on private_data (merchant_id, mode, payer_reference_id)
  where payer_reference_id is not null;

create table resources (
  merchant_id text collate "C" not null,
  mode text collate "C" not null,
  kind text collate "C" not null,
  id text collate "C" not null,
  stream text collate "C" not null,
  revision integer not null,
  status text collate "C" not null,
  reference_id text collate "C",
  mandate_id text collate "C",
  notification_id text collate "C",
  created_at bigint not null,
  updated_at bigint not null,
  data json,
  primary key (merchant_id, mode, kind, id)
) with (fillfactor = 85);
create unique index resources_reference_id on resources (merchant_id, mode, kind, reference_id)
  where reference_id is not null;
create index resources_stream on resources (merchant_id, mode, stream);
create index resources_notification_id on resources (merchant_id, mode, notification_id, kind, id)
  where notification_id is not null;

-- The primary key is the lock of a stream. "xid" is the writing transaction: readers stay below the oldest running one.
create table events (
  merchant_id text collate "C" not null,
  mode text collate "C" not null,
  stream text collate "C" not null,
  version integer not null,
  id text collate "C" not null,
  type text collate "C" not null,
  resource_kind text collate "C" not null,
  resource_id text collate "C" not null,
  at bigint not null,
  cause text not null,
  public boolean not null,
  data json,
  object json,
  xid xid8 not null default pg_current_xact_id(),
  primary key (merchant_id, mode, stream, version)
);
create unique index events_public on events (merchant_id, mode, id) where public;

create table outbox (
  merchant_id text collate "C" not null,
  mode text collate "C" not null,
  event_id text collate "C" not null,
  primary key (merchant_id, mode, event_id)
);

create table timers (
  merchant_id text collate "C" not null,
  mode text collate "C" not null,
  stream text collate "C" not null,
  key text collate "C" not null,
  at bigint not null,
  data json not null,
  primary key (merchant_id, mode, stream, key)
);
create index timers_at on timers (merchant_id, mode, at, stream, key);

-- "since": merchant's clock, from when the effect waits. "lease_until": system time; null is ready.
create table effects (
  merchant_id text collate "C" not null,
  mode text collate "C" not null,
  id text collate "C" not null,
  stream text collate "C" not null,
  since bigint,
  lease_until bigint,
  data json not null,
  primary key (merchant_id, mode, id)
);
create index effects_leased on effects (merchant_id, mode, lease_until) where lease_until is not null;

create table answers (
  merchant_id text collate "C" not null,
  mode text collate "C" not null,
  key text collate "C" not null,
  hash text not null,
  status integer not null,
  body json,
  at bigint not null,
  primary key (merchant_id, mode, key)
);

-- "due_at": when a delivery may be claimed; its next attempt's instant, or the end of the lease it is under.
create table deliveries (
  merchant_id text collate "C" not null,
  mode text collate "C" not null,
  id text collate "C" not null,
  status text collate "C" not null,
  event_id text collate "C" not null,
  event_type text collate "C" not null,
  resource_id text collate "C" not null,
  webhook_endpoint_id text collate "C" not null,
  attempts jsonb not null,
  attempts_made integer not null,
  next_attempt_at bigint,
  due_at bigint,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (merchant_id, mode, id)
);
create index deliveries_due on deliveries (merchant_id, mode, due_at, id) where due_at is not null;
create index deliveries_first on deliveries (merchant_id, mode, webhook_endpoint_id, resource_id, event_id)
  where attempts_made = 0 and due_at is not null;
create index deliveries_event on deliveries (merchant_id, mode, event_id, id);
create index deliveries_endpoint on deliveries (merchant_id, mode, webhook_endpoint_id, id);

-- Undoes a whole statement when a stream that it was to move had moved already.
create function require_moved(moved bigint, wanted bigint) returns void language plpgsql as $$
begin
  if moved <> wanted then
    raise exception 'a stream moved: % of % written', moved, wanted using errcode = 'serialization_failure';
  end if;
end $$;
`,
}

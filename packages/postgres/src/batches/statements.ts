import type { Statement } from '../drivers/driver.ts'

/** `$1` and `$2` are merchant and mode, `$3` the batch. */
const OF_BATCH = 'b.merchant_id = $1 and b.mode = $2 and b.batch_id = $3'

export const ADD: Statement = {
  name: 'add_batch_rows',
  text: `
insert into batch_rows (merchant_id, mode, batch_id, line, status, ordered, reference_id, notification_id,
  presentation_id, asked, errors)
select $1, $2, $3, r.line, r.status, r.ordered, r.reference_id, r.notification_id, r.presentation_id, r.asked, r.errors
from json_to_recordset($4::json) as r(line integer, status text, ordered boolean, reference_id text,
  notification_id text, presentation_id text, asked json, errors json)
on conflict (merchant_id, mode, batch_id, line) do nothing`,
}

/** What a row made or found: its debit, or its notice where there is no debit. Asked row by row, by whole keys. */
const MADE = `
left join lateral (
  ${keyed('presentation', 'b.presentation_id')}
  union all
  ${keyed('notification', 'b.notification_id')} and b.presentation_id is null
) as made on true`

function keyed(kind: string, id: string): string {
  return `select r.status, (r.data ->> 'amount')::bigint as amount, (r.data ->> 'due_at')::bigint as due_at, r.updated_at
  from resources r where r.merchant_id = $1 and r.mode = $2 and r.kind = '${kind}' and r.id = ${id}`
}

/** One page by lines: `$4` is the line before it, `$5` the limit, `$6` the status where one is asked for. */
export function listStatement(asked: { status: boolean; ordered: boolean }): Statement {
  const conditions = [
    OF_BATCH,
    'b.line > $4',
    ...(asked.status ? ['b.status = $6'] : []),
    ...(asked.ordered ? ['b.ordered'] : []),
  ]
  return {
    name: `list_batch_rows_${asked.status ? 's' : ''}${asked.ordered ? 'o' : ''}`,
    text: `
select b.line, b.status, b.reference_id, b.asked, b.errors, b.notification_id, b.presentation_id,
  made.status as made_status, made.amount as made_amount, made.due_at as made_due_at,
  made.updated_at as made_updated_at
from (
  select * from batch_rows b where ${conditions.join(' and ')} order by b.line limit $5
) as b ${MADE}
order by b.line`,
  }
}

/**
 * Written as an insert of rows that are there: each is then found by its key, which no plan for an update can be trusted
 * to do. A batch that was deleted meanwhile gets none.
 */
export const RECORD: Statement = {
  name: 'record_batch_rows',
  text: `
insert into batch_rows (merchant_id, mode, batch_id, line, status, ordered, errors, notification_id, presentation_id)
select $1, $2, $3, e.line, e.status, true, e.errors, e.notification_id, e.presentation_id
from json_to_recordset($4::json) as e(line integer, status text, errors json, notification_id text, presentation_id text)
where exists (select 1 from batch_rows b where ${OF_BATCH})
on conflict (merchant_id, mode, batch_id, line) do update
set status = excluded.status, errors = excluded.errors, notification_id = excluded.notification_id,
  presentation_id = excluded.presentation_id`,
}

/** `$4`: the limit. Up to a line, because that is a range of the index. */
export const CANCEL: Statement = {
  name: 'cancel_batch_rows',
  text: `
update batch_rows b set status = 'cancelled'
where ${OF_BATCH} and b.status = 'accepted' and b.line <= (
  select max(line) from (
    select b.line from batch_rows b where ${OF_BATCH} and b.status = 'accepted' order by b.line limit $4
  ) as piece
)
returning 1`,
}

/** What batches made, not what they found: that belongs to whoever made it. */
export const RESULTS: Statement = {
  name: 'batch_results',
  text: `
select asked.batch_id, made.status, count(*) as count, sum(made.amount)::bigint as amount
from json_array_elements_text($3::json) as asked(batch_id)
cross join lateral (
  select * from batch_rows
  where merchant_id = $1 and mode = $2 and batch_id = asked.batch_id and status = 'planned' offset 0
) as b ${MADE}
where made.status is not null
group by asked.batch_id, made.status
order by asked.batch_id, made.status`,
}

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

/** What a row made or found: its debit, or its notice where there is no debit. Asked row by row. */
const MADE = `
cross join lateral (
  select coalesce(b.presentation_id, b.notification_id) as id,
    case when b.presentation_id is null then 'notification' else 'presentation' end as kind
) as named
left join lateral (
  select status, (data ->> 'amount')::bigint as amount, (data ->> 'due_at')::bigint as due_at from resources
  where merchant_id = $1 and mode = $2 and kind = named.kind and id = named.id
  offset 0
) as made on true`

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
  made.status as made_status, made.amount as made_amount, made.due_at as made_due_at
from (
  select * from batch_rows b where ${conditions.join(' and ')} order by b.line limit $5
) as b ${MADE}
order by b.line`,
  }
}

export const RECORD: Statement = {
  name: 'record_batch_rows',
  text: `
update batch_rows b set status = e.status, errors = e.errors, notification_id = e.notification_id,
  presentation_id = e.presentation_id
from json_to_recordset($4::json) as e(line integer, status text, errors json, notification_id text, presentation_id text)
where ${OF_BATCH} and b.line = e.line`,
}

export const CANCEL: Statement = {
  name: 'cancel_batch_rows',
  text: `update batch_rows b set status = 'cancelled' where ${OF_BATCH} and b.status = 'accepted'`,
}

/** What batches made, not what they found: that belongs to whoever made it. */
export const RESULTS: Statement = {
  name: 'batch_results',
  text: `
select asked.batch_id, made.status, count(*) as count, sum(made.amount)::bigint as amount
from json_array_elements_text($3::json) as asked(batch_id)
join batch_rows b on b.merchant_id = $1 and b.mode = $2 and b.batch_id = asked.batch_id and b.status = 'planned' ${MADE}
where made.status is not null
group by asked.batch_id, made.status
order by asked.batch_id, made.status`,
}

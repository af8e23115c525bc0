import type { ResourceQuery } from '@upi-autopay/engine'
import type { Filter } from './page-statement.ts'

/** The filters of a list of resources. The kind is always given, and first: `$4`. */
export function resourceFilters(query: ResourceQuery): Filter[] {
  return [
    { letter: 'k', value: query.kind, sql: (kind) => `r.kind = ${kind}` },
    {
      letter: 'l',
      value: query.link,
      // The narrowest of all, so it always comes first and the source alone decides. Not fenced: the link's key gives
      // the order of ids, and a batch of a hundred thousand is read a page at a time.
      sql: () => 'true',
      source: (link) => `
  select owned.* from resource_links l
  join resources owned on owned.merchant_id = $1 and owned.mode = $2 and owned.kind = l.kind and owned.id = l.id
  where l.merchant_id = $1 and l.mode = $2 and l.link = ${link} and l.kind = $4`,
    },
    {
      letter: 'r',
      value: query.reference_id,
      sql: (reference) => `r.reference_id = ${reference}`,
      source: (reference) => `
  select * from resources
  where merchant_id = $1 and mode = $2 and kind = $4 and reference_id = ${reference} offset 0`,
    },
    {
      letter: 'n',
      value: query.notification_id,
      sql: (notification) => `r.notification_id = ${notification}`,
      source: (notification) => `
  select * from resources
  where merchant_id = $1 and mode = $2 and notification_id = ${notification} offset 0`,
    },
    {
      letter: 'm',
      value: query.mandate_id,
      sql: (mandate) => `r.mandate_id = ${mandate}`,
      source: (mandate) => `
  select * from resources
  where merchant_id = $1 and mode = $2 and stream = (
    select stream from resources where merchant_id = $1 and mode = $2 and kind = 'mandate' and id = ${mandate}
  ) offset 0`,
    },
    payerFilter('v', 'payer_vpa', query.payer_vpa),
    payerFilter('p', 'payer_reference_id', query.payer_reference_id),
    { letter: 's', value: query.status, sql: (status) => `r.status = ${status}` },
    { letter: 'f', value: query.created_from, sql: (from) => `r.created_at >= ${from}` },
    { letter: 'u', value: query.created_until, sql: (until) => `r.created_at < ${until}` },
  ]
}

/** What belongs to one payer, as the payer is known now. */
export function payerFilter(letter: string, column: string, value: string | undefined): Filter {
  return {
    letter,
    value,
    sql: (parameter) => `exists (
  select 1 from private_data p
  where p.merchant_id = $1 and p.mode = $2 and p.stream = r.stream and p.${column} = ${parameter})`,
    source: (parameter) => `
  select owned.* from (
    select stream from private_data
    where merchant_id = $1 and mode = $2 and ${column} = ${parameter} offset 0
  ) as payer cross join lateral (
    select * from resources where merchant_id = $1 and mode = $2 and stream = payer.stream offset 0
  ) as owned`,
  }
}

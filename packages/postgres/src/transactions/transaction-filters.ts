import type { TransactionQuery } from '@upi-autopay/engine'
import type { Filter } from '../resources/page-statement.ts'
import { payerFilter } from '../resources/resource-filters.ts'

/** The kinds that move money, as the index over them has it. */
export const MONEY_KINDS = `'dispute', 'payment', 'presentation', 'refund', 'reversal'`

const KIND = `kind = any(array[${MONEY_KINDS}])`
const OWN = 'merchant_id = $1 and mode = $2'

/** The filters of a list of transactions, the narrowest first: that one says what is read. */
export function transactionFilters(query: TransactionQuery): Filter[] {
  return [
    {
      letter: 'q',
      value: query.search,
      // Always the narrowest that is given, so the source alone decides.
      sql: () => 'true',
      source: (text) => `
  select owned.* from (
    select kind, id from resources where ${OWN} and ${KIND} and id = ${text}
    union select kind, id from resources where ${OWN} and ${KIND} and reference_id = ${text}
    union select kind, id from resources where ${OWN} and ${KIND} and stream = ${text}
    union select kind, id from resources where ${OWN} and ${KIND} and notification_id = ${text}
    union select kind, id from resource_links where ${OWN} and link = ${text} and ${KIND}
    union select resource_kind, resource_id from movements where ${OWN} and settlement_id = ${text}
    union select o.kind, o.id from resources m
      join resources o on o.merchant_id = $1 and o.mode = $2 and o.stream = m.stream and o.${KIND}
      where m.merchant_id = $1 and m.mode = $2 and m.kind = 'mandate' and m.reference_id = ${text}
    union select o.kind, o.id from resource_links l
      join resources o on o.merchant_id = $1 and o.mode = $2 and o.stream = l.id and o.${KIND}
      where l.merchant_id = $1 and l.mode = $2 and l.link = ${text} and l.kind = 'mandate'
    union select m.resource_kind, m.resource_id from resource_links l
      join movements m on m.merchant_id = $1 and m.mode = $2 and m.settlement_id = l.id
      where l.merchant_id = $1 and l.mode = $2 and l.link = ${text} and l.kind = 'settlement'
        -- Links with a colon say what a settlement is like, not what the bank calls its transfer.
        and strpos(l.link, ':') = 0
  ) as found join resources owned
    on owned.merchant_id = $1 and owned.mode = $2 and owned.kind = found.kind and owned.id = found.id`,
    },
    {
      letter: 'r',
      value: query.reference_id,
      sql: (reference) => `r.reference_id = ${reference}`,
      source: (reference) => `
  select * from resources where ${OWN} and ${KIND} and reference_id = ${reference} offset 0`,
    },
    {
      letter: 'm',
      value: query.mandate_id,
      sql: (mandate) => `r.mandate_id = ${mandate}`,
      source: (mandate) => `
  select * from resources where ${OWN} and stream = ${mandate} offset 0`,
    },
    payerFilter('v', 'payer_vpa', query.payer_vpa),
    payerFilter('p', 'payer_reference_id', query.payer_reference_id),
    {
      letter: 'l',
      value: query.settlement_id,
      sql: (settlement) => `exists (
  select 1 from movements m where m.merchant_id = $1 and m.mode = $2
    and m.id >= r.id || ':' and m.id < r.id || ';' and m.settlement_id = ${settlement})`,
      source: (settlement) => `
  select owned.* from (
    select distinct resource_kind, resource_id from movements where ${OWN} and settlement_id = ${settlement} offset 0
  ) as held join resources owned on owned.merchant_id = $1 and owned.mode = $2
    and owned.kind = held.resource_kind and owned.id = held.resource_id`,
    },
    { letter: 't', value: query.type, sql: (type) => `r.kind = ${type}` },
    { letter: 's', value: query.status, sql: (status) => `r.status = ${status}` },
    { letter: 'f', value: query.created_from, sql: (from) => `r.created_at >= ${from}` },
    { letter: 'u', value: query.created_until, sql: (until) => `r.created_at < ${until}` },
  ]
}

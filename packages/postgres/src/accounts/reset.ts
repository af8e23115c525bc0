const TABLES = [
  'streams',
  'private_data',
  'resources',
  'resource_links',
  'movements',
  'batch_rows',
  'events',
  'outbox',
  'timers',
  'effects',
  'answers',
  'deliveries',
  'failing_endpoints',
]

/** Deletes everything of one merchant and mode but the account and its keys, in one statement. */
export const RESET = {
  name: 'reset',
  text: `with ${TABLES.map(
    (table) =>
      `d_${table} as (delete from ${table} where merchant_id = $1::text and mode = $2::text)`,
  ).join(',\n')}\nselect 1`,
}

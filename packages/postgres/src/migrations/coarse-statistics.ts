/**
 * Has the planner remember no particular merchant, nor mode, of some tables: only how many there are. A list of those
 * in a sample would tell it that any other owns nothing, and then every index that begins with a merchant looks as good
 * as the key. To be run before the sample is analyzed.
 */
export function coarseStatistics(...tables: readonly string[]): string {
  return tables
    .map(
      (table) =>
        `alter table ${table} alter column merchant_id set statistics 1, alter column mode set statistics 1;`,
    )
    .join('\n')
}

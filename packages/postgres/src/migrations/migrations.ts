import { batchRows } from './batch-rows.ts'
import { failingEndpoints } from './failing-endpoints.ts'
import { initial } from './initial.ts'
import { linksAndMovements } from './links-and-movements.ts'
import type { Migration } from './migration.ts'
import { plannerStatistics } from './planner-statistics.ts'
import { settlements } from './settlements.ts'

/** All steps of the schema, oldest first. */
export const MIGRATIONS: readonly Migration[] = [
  initial,
  plannerStatistics,
  linksAndMovements,
  settlements,
  batchRows,
  failingEndpoints,
]

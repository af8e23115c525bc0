import type { Aggregate } from '../kernel/aggregate.ts'
import type { Batch } from './batch.ts'
import type { BatchCommand } from './commands.ts'
import { decideBatch } from './decide.ts'
import type { BatchEvent } from './events.ts'
import { evolveBatch } from './evolve.ts'
import { reactToBatch } from './react.ts'
import { batchRows } from './rows.ts'

/** A batch is a unit of its own: it refers to mandates by its rows, and waits for none of them. */
export const batchAggregate: Aggregate<Batch, BatchCommand, BatchEvent> = {
  kind: 'batch',
  decide: decideBatch,
  evolve: evolveBatch,
  react: reactToBatch,
  record: (batch) => batch ?? undefined,
  rows: batchRows,
  prune: (batch) => batch,
  restore: (batch) => batch,
}

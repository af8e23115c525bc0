import type { Aggregate } from '../kernel/aggregate.ts'
import type { MandateCommand } from './commands.ts'
import { decideMandate } from './decide.ts'
import type { MandateStreamEvent } from './events.ts'
import { evolveMandate } from './evolve.ts'
import { type LoadedMandate, type MandateState, payerOf } from './mandate.ts'
import { reactToMandate } from './react.ts'
import {
  lackedByMandate,
  mandateRecord,
  mandateRows,
  pruneMandate,
  restoreMandate,
} from './rows.ts'

/** The mandate with its notifications and debits: one stream, because the hard rules span them. */
export const mandateAggregate: Aggregate<MandateState, MandateCommand, MandateStreamEvent> = {
  kind: 'mandate',
  decide: (state, command, facts, beside) =>
    decideMandate(
      state === null ? null : ({ ...state, payer: payerOf(beside) } satisfies LoadedMandate),
      command,
      facts,
    ),
  evolve: evolveMandate,
  react: reactToMandate,
  record: mandateRecord,
  rows: mandateRows,
  prune: pruneMandate,
  restore: restoreMandate,
  lacks: lackedByMandate,
}

import type { Aggregate } from '../kernel/aggregate.ts'
import { payerOf } from '../mandate/mandate.ts'
import type { PaymentCommand } from './commands.ts'
import { decidePayment } from './decide.ts'
import type { PaymentStreamEvent } from './events.ts'
import { evolvePayment } from './evolve.ts'
import type { LoadedPayment, PaymentState } from './payment.ts'
import { reactToPayment } from './react.ts'
import { paymentRecord, paymentRows, prunePayment, restorePayment } from './rows.ts'

/** A payment with its refunds and disputes: one stream, because together they never take more than was collected. */
export const paymentAggregate: Aggregate<PaymentState, PaymentCommand, PaymentStreamEvent> = {
  kind: 'payment',
  decide: (state, command, facts, beside) =>
    decidePayment(
      state === null ? null : ({ ...state, payer: payerOf(beside) } satisfies LoadedPayment),
      command,
      facts,
    ),
  evolve: evolvePayment,
  react: reactToPayment,
  record: paymentRecord,
  rows: paymentRows,
  prune: prunePayment,
  restore: restorePayment,
}

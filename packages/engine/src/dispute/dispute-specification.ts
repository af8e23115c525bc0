import type { CollectedSource } from '../collected/collected.ts'
import {
  createTakenBackStream,
  PAYMENT,
  type TakenBackStream,
} from '../collected/collected-specification.ts'
import type { Aggregate } from '../kernel/aggregate.ts'
import type { FireTimer } from '../kernel/work-commands.ts'
import { changeDispute, closeDispute } from './change.ts'
import type { DisputeCommand, OpenDispute } from './commands.ts'
import type { Dispute } from './dispute.ts'
import type { DisputeEvent } from './events.ts'
import { evolveDispute, takenByDispute } from './evolve.ts'
import { openDispute } from './open.ts'
import { reactToDispute } from './react.ts'
import { disputeRow } from './row.ts'

/** A dispute, once it is told, and what it is about. */
export interface DisputeState {
  readonly source: CollectedSource
  readonly dispute: Dispute | null
}

export type DisputeStream = TakenBackStream<DisputeState, DisputeCommand | FireTimer, DisputeEvent>

/** One dispute's life, about a payment of ₹300 unless something else is given. */
export function createDisputeStream(
  source: Partial<CollectedSource> = {},
  policy: Parameters<typeof createTakenBackStream>[2] = {},
): DisputeStream {
  const begun = { source: { ...PAYMENT, ...source }, dispute: null }
  return createTakenBackStream(aggregate, begun, policy)
}

/** The provider tells that the payer objects to ₹250 of it. */
export function object(terms: Partial<OpenDispute> = {}): OpenDispute {
  return {
    type: 'OpenDispute',
    id: 'dsp_1',
    of: { kind: 'payment', id: 'pay_1' },
    amount: 250_00,
    reason: 'Not authorised',
    ...terms,
  }
}

/** The dispute as it stands. */
export function disputeOf(stream: DisputeStream): Dispute {
  return known(stream.state()).dispute
}

/** The row by which lists and searches find it. */
export function rowOf(stream: DisputeStream): ReturnType<typeof disputeRow> {
  return disputeRow(disputeOf(stream), 'pay_1')
}

const aggregate: Aggregate<DisputeState, DisputeCommand | FireTimer, DisputeEvent> = {
  kind: 'payment',
  decide(state, command, facts) {
    if (command.type === 'OpenDispute') return openDispute(begun(state).source, command, facts)
    const { dispute } = known(state)
    return command.type === 'FireTimer'
      ? { ok: true, events: closeDispute(dispute) }
      : changeDispute(dispute, command)
  },
  evolve(state, event, at) {
    const { source, dispute: before } = begun(state)
    const dispute = evolveDispute(before ?? undefined, event, at)
    return { dispute, source: takenByDispute(source, dispute.amount, event) }
  },
  react: (state, event, at) => reactToDispute(known(state), event, at),
  record: (state) => state?.dispute ?? undefined,
  rows: (state) => [disputeRow(known(state).dispute, 'pay_1')],
  prune: (state) => state,
  restore: (state) => state,
}

function begun(state: DisputeState | null): DisputeState {
  if (state === null) throw new Error('nothing was collected')
  return state
}

function known(state: DisputeState | null): DisputeState & { readonly dispute: Dispute } {
  const { source, dispute } = begun(state)
  if (dispute === null) throw new Error('no dispute was told')
  return { source, dispute }
}

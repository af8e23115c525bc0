import type { CollectedSource } from '../collected/collected.ts'
import {
  createTakenBackStream,
  PAYMENT,
  type TakenBackStream,
} from '../collected/collected-specification.ts'
import type { Aggregate, Decision } from '../kernel/aggregate.ts'
import type { ConfirmSending, FireTimer } from '../kernel/work-commands.ts'
import { DAY, HOUR, MINUTE, MONDAY_8, SECOND } from '../mandate/decider-specification.ts'
import type { Outcome } from '../ports/outcome.ts'
import type { Effect, Timer } from '../ports/work-store.ts'
import type { AnswerRefund, CreateRefund, RefundCommand } from './commands.ts'
import { createRefund } from './create.ts'
import type { RefundEvent } from './events.ts'
import { evolveRefund, takenByRefund } from './evolve.ts'
import { reactToRefund } from './react.ts'
import { answerRefund, confirmRefund, inquireRefund, recordRefund } from './record-outcome.ts'
import type { Refund } from './refund.ts'
import { refundRow } from './row.ts'

/** A refund, once it is asked for, and what it gives back. */
export interface RefundState {
  readonly source: CollectedSource
  readonly refund: Refund | null
}

/** What the provider says of the refund. */
interface Told {
  readonly type: 'Told'
  readonly outcome: Outcome
}

type Command = RefundCommand | Told | ConfirmSending | FireTimer

export type RefundStream = TakenBackStream<RefundState, Command, RefundEvent>

/** One refund's life, of a payment of ₹300 unless something else is given. */
export function createRefundStream(
  source: Partial<CollectedSource> = {},
  policy: Parameters<typeof createTakenBackStream>[2] = {},
): RefundStream {
  const begun = { source: { ...PAYMENT, ...source }, refund: null }
  return createTakenBackStream(aggregate, begun, policy)
}

/** Gives back ₹100 of it. */
export function giveBack(terms: Partial<CreateRefund> = {}): CreateRefund {
  return {
    type: 'CreateRefund',
    id: 'rfd_1',
    reference_id: 'refund-001',
    of: { kind: 'payment', id: 'pay_1' },
    amount: 100_00,
    metadata: { reason: 'left early' },
    ...terms,
  }
}

export function tell(outcome: Outcome): Told {
  return { type: 'Told', outcome }
}

/** Sandbox: the bank says so now. */
export function answerNow(outcome: Outcome): AnswerRefund {
  return { type: 'AnswerRefund', refund_id: 'rfd_1', outcome }
}

/** The refund as it stands. */
export function refundOf(stream: RefundStream): Refund {
  return known(stream.state()).refund
}

/** The row by which lists and searches find it. */
export function rowOf(stream: RefundStream): ReturnType<typeof refundRow> {
  return refundRow(refundOf(stream), 'pay_1')
}

/** What a sending is asked just before it goes out: whether it still may. */
export function confirm(stream: RefundStream): Decision {
  const effect = stream.effects.get('refund:rfd_1')
  if (effect === undefined) throw new Error('nothing is asked of the bank')
  return stream.when({ type: 'ConfirmSending', effect })
}

/** The timer that waits under a key. */
export function waiting(stream: RefundStream, key: string): Timer {
  const timer = stream.timers.get(key)
  if (timer === undefined || timer === null) throw new Error(`no timer ${key}`)
  return timer
}

/** A refund of ₹100 as it is asked for on Monday at 8. */
export const ASKED: Refund = {
  id: 'rfd_1',
  revision: 1,
  status: 'pending',
  reference_id: 'refund-001',
  mandate_id: null,
  presentation_id: null,
  payment_id: 'pay_1',
  amount: 100_00,
  outcome: null,
  unknown_since: null,
  inquiries: 0,
  truth: null,
  rrn: null,
  npci_txn_id: null,
  failure: null,
  completed_at: null,
  metadata: { reason: 'left early' },
  created_at: MONDAY_8,
  updated_at: MONDAY_8,
}

/** What the provider is asked for. */
export const SENT: Partial<Effect> = {
  id: 'refund:rfd_1',
  kind: 'refund',
  resource_kind: 'refund',
  resource_id: 'rfd_1',
  attempt: null,
  provider_reference: 'rfd1',
  request: {
    amount: 100_00,
    flow: 'refund',
    authentication: 'none',
    attempts_before: 0,
    refund_of: { provider_reference: 'pay1', rrn: '000000000001' },
  },
}

/** When a refund is asked about, counted from the first answer that left it open. */
export const INQUIRIES = [90 * SECOND, 15 * MINUTE, 2 * HOUR] as const

export const TUESDAY_8 = (MONDAY_8 + DAY) as typeof MONDAY_8

const aggregate: Aggregate<RefundState, Command, RefundEvent> = {
  kind: 'payment',
  decide(state, command, facts) {
    if (command.type === 'CreateRefund') return createRefund(begun(state).source, command, facts)
    const { refund } = known(state)
    switch (command.type) {
      case 'AnswerRefund':
        return answerRefund(refund, command, facts)
      case 'Told':
        return { ok: true, events: recordRefund(refund, command.outcome, facts) }
      case 'ConfirmSending':
        return confirmRefund(refund)
      case 'FireTimer': {
        const { outcome } = command.timer
        const events =
          outcome === null ? inquireRefund(refund, facts) : recordRefund(refund, outcome, facts)
        return { ok: true, events }
      }
      default:
        return command satisfies never
    }
  },
  evolve(state, event, at) {
    const { source, refund: before } = begun(state)
    const refund = evolveRefund(before ?? undefined, event, at)
    return { refund, source: takenByRefund(source, refund.amount, event) }
  },
  react: (state, event, at) => reactToRefund(known(state), event, at),
  record: (state) => state?.refund ?? undefined,
  rows: (state) => [refundRow(known(state).refund, 'pay_1')],
  prune: (state) => state,
  restore: (state) => state,
}

function begun(state: RefundState | null): RefundState {
  if (state === null) throw new Error('nothing was collected')
  return state
}

function known(state: RefundState | null): RefundState & { readonly refund: Refund } {
  const { source, refund } = begun(state)
  if (refund === null) throw new Error('no refund was asked for')
  return { source, refund }
}

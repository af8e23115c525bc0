import { type Instant, istDate } from '@upi-autopay/rail'
import type { Account } from '../account/account.ts'
import type { Decision, Facts } from '../kernel/aggregate.ts'
import { type Rejection, reject } from '../kernel/result.ts'
import type { Outcome } from '../ports/outcome.ts'
import { netOf } from '../ports/settlement-store.ts'
import type {
  FormSettlement,
  MaskedBankAccount,
  Settlement,
  SettlementCommand,
  SettlementEvent,
} from './settlement.ts'

/** Judges one command against one settlement. */
export function decideSettlement(
  state: Settlement | null,
  command: SettlementCommand,
  facts: Facts,
): Decision<SettlementEvent> {
  if (command.type === 'FormSettlement') return form(command, facts)
  if (state === null) return reject({ code: 'not_found', detail: 'There is no such settlement.' })
  switch (command.type) {
    case 'RecordOutcome':
      return yes(record(state, command.outcome, facts))
    case 'ConfirmSending':
      return state.status === 'pending' && state.asked ? yes([]) : reject(answered(state))
    case 'FireTimer':
      return yes(
        command.timer.outcome === null ? ask(state) : record(state, command.timer.outcome, facts),
      )
    default:
      return command satisfies never
  }
}

/** What comes to nothing or less pays nobody: it waits for the next run. */
function form({ id, due }: FormSettlement, { now, account }: Facts): Decision<SettlementEvent> {
  const { speed, until, first_at, last_at, sums } = due
  const net = netOf(sums)
  if (net <= 0) return yes([])
  const settlement: Settlement = {
    id,
    revision: 1,
    status: 'pending',
    speed,
    ...sums,
    net,
    period_from: first_at,
    period_until: last_at,
    settle_date: istDate(now),
    bank_account: masked(account),
    asked: true,
    utr: null,
    settled_at: null,
    metadata: {},
    created_at: now,
    updated_at: now,
  }
  const claim = { settlement_id: id, speed, until, count: sums.count, net }
  return yes([event('settlement.created', id, { settlement, claim })])
}

/** What the bank says of the transfer. What it leaves open stays leased and is inquired about. */
function record(state: Settlement, outcome: Outcome, { now }: Facts): SettlementEvent[] {
  if (state.status !== 'pending') return []
  switch (outcome.result) {
    case 'accepted':
      if (outcome.state === 'done')
        return [event('settlement.settled', state.id, { utr: outcome.references?.utr ?? null })]
      return (outcome.later ?? []).map((later, order) =>
        event('settlement.answer_expected', state.id, {
          at: (now + later.after_ms) as Instant,
          outcome: later.outcome,
          order,
        }),
      )
    case 'declined':
      // Refused already: it is asked again when that is due.
      if (!state.asked) return []
      return [
        event('settlement.postponed', state.id, { until: (now + ASK_AGAIN_AFTER_MS) as Instant }),
      ]
    case 'unknown':
    case 'not_sent':
      return []
    default:
      return outcome satisfies never
  }
}

/** The bank spoke of an earlier sending while this one was on its way to it. */
function answered({ id, status }: Settlement): Rejection {
  return {
    code: 'state_conflict',
    detail: `Settlement ${id} is ${status}: its transfer is not to be made now.`,
    allowed_actions: [],
  }
}

/** A bank that refused a transfer is left alone for an hour. */
const ASK_AGAIN_AFTER_MS = 3_600_000

function ask(state: Settlement): SettlementEvent[] {
  return state.status === 'pending' ? [event('settlement.requested', state.id, {})] : []
}

function masked({ bank_account }: Account): MaskedBankAccount | null {
  if (bank_account === null) return null
  const { name, number, ifsc } = bank_account
  return { name, ifsc, number: `${'X'.repeat(Math.max(0, number.length - 4))}${number.slice(-4)}` }
}

function event<T extends SettlementEvent['type']>(
  type: T,
  resource_id: string,
  data: Extract<SettlementEvent, { type: T }>['data'],
): SettlementEvent {
  return { type, resource_kind: 'settlement', resource_id, data } as SettlementEvent
}

function yes(events: readonly SettlementEvent[]): Decision<SettlementEvent> {
  return { ok: true, events }
}

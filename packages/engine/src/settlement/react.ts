import type { Instant } from '@upi-autopay/rail'
import {
  type EffectDraft,
  NO_REACTION,
  type Reaction,
  type TimerDraft,
} from '../kernel/aggregate.ts'
import { providerReference } from '../kernel/effect-names.ts'
import type { Outcome } from '../ports/outcome.ts'
import type { Settlement, SettlementEvent } from './settlement.ts'

/** What follows from an event of a settlement. */
export function reactToSettlement(state: Settlement, event: SettlementEvent): Reaction {
  switch (event.type) {
    case 'settlement.created':
      return { ...NO_REACTION, effects: [transfer(state)], claim: event.data.claim }
    case 'settlement.requested':
      return { ...NO_REACTION, effects: [transfer(state)] }
    case 'settlement.answer_expected': {
      const { at, outcome, order } = event.data
      const answer = timer(state, 'bank_answer', at, outcome)
      return { ...NO_REACTION, timers: [{ ...answer, key: `${answer.key}:${order}` }] }
    }
    case 'settlement.postponed': {
      const timers = [timer(state, 'settlement_retry', event.data.until, null)]
      return { ...NO_REACTION, timers, effects_withdrawn: [transferId(state)] }
    }
    case 'settlement.settled':
      return { ...NO_REACTION, effects_withdrawn: [transferId(state)] }
    default:
      return event satisfies never
  }
}

function transferId({ id }: Pick<Settlement, 'id'>): string {
  return `settle:${id}`
}

/** One effect under one reference, however often the bank must be asked: it can be paid once only. */
function transfer({ id, net }: Settlement): EffectDraft {
  return {
    id: transferId({ id }),
    kind: 'settle',
    resource_kind: 'settlement',
    resource_id: id,
    attempt: null,
    provider_reference: providerReference(id, null),
    request: { amount: net, flow: 'settlement', authentication: 'none', attempts_before: 0 },
  }
}

function timer(
  { id }: Settlement,
  kind: 'bank_answer' | 'settlement_retry',
  at: Instant,
  outcome: Outcome | null,
): TimerDraft {
  return {
    key: `${kind}:${id}`,
    kind,
    resource_kind: 'settlement',
    resource_id: id,
    at,
    outcome,
    attempt: null,
  }
}

import { checkRules, DISPUTE_RULES, respondBy } from '@upi-autopay/rail'
import { amountLeft, type CollectedSource } from '../collected/collected.ts'
import type { Decision, Facts } from '../kernel/aggregate.ts'
import { reject, rejectViolations } from '../kernel/result.ts'
import type { OpenDispute } from './commands.ts'
import type { Dispute } from './dispute.ts'
import { type DisputeEvent, disputeEvent } from './events.ts'

/** The provider tells a dispute: its amount is no longer the merchant's to settle or to refund. */
export function openDispute(
  source: CollectedSource,
  command: OpenDispute,
  facts: Facts,
): Decision<DisputeEvent> {
  const left = amountLeft(source)
  // The bank may have taken back one collection of several.
  if (source.collected_at === null || (source.status === 'reversed' && left <= 0)) {
    return reject({
      code: 'state_conflict',
      detail: `The ${source.kind} ${source.id} is ${source.status}: only what was collected can be disputed.`,
      allowed_actions: source.allowed_actions,
    })
  }
  const amount = command.amount ?? left
  const [first, ...rest] = checkRules(
    DISPUTE_RULES,
    { left, amount: Math.max(amount, 1), policy: facts.provider.policy },
    facts.now,
  )
  if (first !== undefined) return rejectViolations([first, ...rest])
  const dispute = newDispute(source, command, amount, facts)
  return { ok: true, events: [disputeEvent('dispute.opened', dispute.id, { dispute })] }
}

function newDispute(
  source: CollectedSource,
  { id, reason }: OpenDispute,
  amount: number,
  { now, provider }: Facts,
): Dispute {
  return {
    id,
    revision: 1,
    status: 'open',
    mandate_id: source.mandate_id,
    presentation_id: source.kind === 'presentation' ? source.id : null,
    payment_id: source.kind === 'payment' ? source.id : null,
    amount,
    reason,
    respond_by: respondBy(now, provider.policy),
    contested_at: null,
    evidence: null,
    closed_at: null,
    closed_by: null,
    created_at: now,
    updated_at: now,
  }
}

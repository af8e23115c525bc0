import { checkRules, REFUND_RULES } from '@upi-autopay/rail'
import { amountLeft, type CollectedSource } from '../collected/collected.ts'
import type { Decision, Facts } from '../kernel/aggregate.ts'
import { reject, rejectViolations } from '../kernel/result.ts'
import type { CreateRefund } from './commands.ts'
import { type RefundEvent, refundEvent } from './events.ts'
import type { Refund } from './refund.ts'

/** Plans a refund and reserves its amount, so that no other one takes the same money. */
export function createRefund(
  source: CollectedSource,
  command: CreateRefund,
  facts: Facts,
): Decision<RefundEvent> {
  const { collected_at } = source
  const left = amountLeft(source)
  // The bank may have taken back one collection of several.
  if (collected_at === null || (source.status === 'reversed' && left <= 0)) {
    return reject({
      code: 'state_conflict',
      detail: `The ${source.kind} ${source.id} is ${source.status}: only what was collected can be refunded.`,
      allowed_actions: source.allowed_actions,
    })
  }
  const amount = command.amount ?? left
  const [first, ...rest] = checkRules(
    REFUND_RULES,
    {
      collected: source.amount_collected,
      refunded: source.amount_refunded,
      reserved: source.amount_refund_pending + source.amount_disputed,
      // All that is left of nothing is told like every other amount that is too much.
      amount: Math.max(amount, 1),
      collected_at,
      policy: facts.provider.policy,
    },
    facts.now,
  )
  if (first !== undefined) return rejectViolations([first, ...rest])
  const refund = newRefund(source, command, amount, facts)
  return { ok: true, events: [refundEvent('refund.created', refund.id, { refund })] }
}

function newRefund(
  source: CollectedSource,
  command: CreateRefund,
  amount: number,
  facts: Facts,
): Refund {
  return {
    id: command.id,
    revision: 1,
    status: 'pending',
    reference_id: command.reference_id,
    mandate_id: source.mandate_id,
    presentation_id: source.kind === 'presentation' ? source.id : null,
    payment_id: source.kind === 'payment' ? source.id : null,
    amount,
    outcome: null,
    unknown_since: null,
    inquiries: 0,
    truth: null,
    rrn: null,
    npci_txn_id: null,
    failure: null,
    completed_at: null,
    metadata: command.metadata,
    created_at: facts.now,
    updated_at: facts.now,
  }
}

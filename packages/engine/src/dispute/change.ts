import { allowedActions } from '@upi-autopay/rail'
import type { Decision } from '../kernel/aggregate.ts'
import { reject } from '../kernel/result.ts'
import type { AcceptDispute, ContestDispute, DecideDispute } from './commands.ts'
import type { Dispute } from './dispute.ts'
import { type DisputeEvent, disputeEvent } from './events.ts'

/** What the merchant or the bank does about an open dispute. */
export function changeDispute(
  dispute: Dispute,
  command: AcceptDispute | ContestDispute | DecideDispute,
): Decision<DisputeEvent> {
  const { id } = dispute
  if (dispute.status !== 'open') return rejectDisputeState(dispute, 'it is decided')
  switch (command.type) {
    case 'AcceptDispute':
      return { ok: true, events: [disputeEvent('dispute.lost', id, { by: 'merchant' })] }
    case 'ContestDispute': {
      if (dispute.contested_at !== null)
        return rejectDisputeState(dispute, 'it is contested already')
      const { evidence } = command
      return { ok: true, events: [disputeEvent('dispute.contested', id, { evidence })] }
    }
    case 'DecideDispute':
      return {
        ok: true,
        events: [
          command.outcome === 'won'
            ? disputeEvent('dispute.won', id, {})
            : disputeEvent('dispute.lost', id, { by: 'bank' }),
        ],
      }
    default:
      return command satisfies never
  }
}

/** Nobody answered in time. */
export function closeDispute(dispute: Dispute): DisputeEvent[] {
  if (dispute.status !== 'open' || dispute.contested_at !== null) return []
  return [disputeEvent('dispute.lost', dispute.id, { by: 'clock' })]
}

/** What may be asked of a dispute: it is contested once. */
export function disputeActions({
  status,
  contested_at,
}: Pick<Dispute, 'status' | 'contested_at'>): string[] {
  return allowedActions('dispute', status).filter(
    (action) => action !== 'contest' || contested_at === null,
  )
}

function rejectDisputeState(dispute: Dispute, why: string): ReturnType<typeof reject> {
  return reject({
    code: 'state_conflict',
    detail: `Dispute ${dispute.id} is ${dispute.status}: ${why}.`,
    allowed_actions: disputeActions(dispute),
  })
}

import type { Instant, ReversalStatus } from '@upi-autopay/rail'
import type { EventOf } from '../../kernel/event-of.ts'
import type { ResourceRow } from '../../ports/decision-store.ts'

/** Money that the bank took back from a debit: a line of the history of its own. Amount in paise. */
export interface Reversal {
  readonly id: string
  readonly revision: number
  readonly status: ReversalStatus
  readonly mandate_id: string
  readonly presentation_id: string
  readonly amount: number
  readonly metadata: Readonly<Record<string, string>>
  readonly created_at: Instant
  readonly updated_at: Instant
}

export type ReversalEvent = EventOf<
  { 'reversal.created': { readonly reversal: Reversal } },
  'reversal'
>

/** A reversal's row; it is found by the debit that it takes back. */
export function reversalRow(reversal: Reversal): ResourceRow {
  return {
    kind: 'reversal',
    id: reversal.id,
    stream: reversal.mandate_id,
    revision: reversal.revision,
    status: reversal.status,
    reference_id: null,
    mandate_id: reversal.mandate_id,
    notification_id: null,
    created_at: reversal.created_at,
    updated_at: reversal.updated_at,
    links: [reversal.presentation_id],
    data: reversal,
  }
}

import type { DisputeEvidence } from './dispute.ts'

/** What can be asked of disputes, in whichever stream they live. */
export type DisputeCommand = OpenDispute | AcceptDispute | ContestDispute | DecideDispute

/** The provider tells that the payer objects. */
export interface OpenDispute {
  readonly type: 'OpenDispute'
  readonly id: string
  readonly of: { readonly kind: 'presentation' | 'payment'; readonly id: string }
  /** Null: all that is left. */
  readonly amount: number | null
  readonly reason: string
}

/** The merchant gives in: it is lost at once. */
export interface AcceptDispute {
  readonly type: 'AcceptDispute'
  readonly dispute_id: string
}

/** The merchant objects, with evidence; the bank decides. */
export interface ContestDispute {
  readonly type: 'ContestDispute'
  readonly dispute_id: string
  readonly evidence: DisputeEvidence
}

/** The bank has decided, from the merchant's side. */
export interface DecideDispute {
  readonly type: 'DecideDispute'
  readonly dispute_id: string
  readonly outcome: 'won' | 'lost'
}

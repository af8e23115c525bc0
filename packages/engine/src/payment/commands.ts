import type { Flow, SettlementSpeed } from '@upi-autopay/rail'
import type { DisputeCommand } from '../dispute/commands.ts'
import type { WorkCommand } from '../kernel/work-commands.ts'
import type { LaterOutcome } from '../ports/outcome.ts'
import type { Payer } from '../ports/private-data.ts'
import type { RefundCommand } from '../refund/commands.ts'

/** Everything that can be asked of a payment's stream. Imperative; amounts in paise. */
export type PaymentCommand =
  | CreatePayment
  | CancelPayment
  | ActOnPayment
  | ResolvePayment
  | RefundCommand
  | DisputeCommand
  | WorkCommand

/** Asks a payer for one payment. */
export interface CreatePayment {
  readonly type: 'CreatePayment'
  readonly id: string
  readonly reference_id: string
  readonly flow: Flow
  readonly payer: Payer
  readonly amount: number
  readonly purpose: string
  readonly expires_in_ms: number | null
  readonly mcc: string | null
  readonly settlement: SettlementSpeed | null
  readonly redirect_url: string | null
  readonly metadata: Readonly<Record<string, string>>
}

/** The merchant no longer wants it. */
export interface CancelPayment {
  readonly type: 'CancelPayment'
  readonly payment_id: string
}

/** The payer pays or declines in the UPI app; the bank's answer follows later. `vpa` says who, for intent and QR. */
export interface ActOnPayment {
  readonly type: 'ActOnPayment'
  readonly payment_id: string
  readonly vpa: string | null
  readonly answers: readonly LaterOutcome[]
}

/** An operator settles what nobody could tell. */
export interface ResolvePayment {
  readonly type: 'ResolvePayment'
  readonly payment_id: string
  readonly outcome: 'succeeded' | 'failed'
  readonly rrn: string | null
  readonly note: string
}

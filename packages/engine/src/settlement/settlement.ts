import type { Instant, IsoDate, SettlementSpeed, SettlementStatus } from '@upi-autopay/rail'
import type { DomainEvent } from '../kernel/envelope.ts'
import type { WorkCommand } from '../kernel/work-commands.ts'
import type { Outcome } from '../ports/outcome.ts'
import type { SettlementClaim } from '../ports/settlement-claim.ts'
import type { DueMovements, MovementSums } from '../ports/settlement-store.ts'

/** What one run pays to the merchant's bank account. Amounts in paise, none below zero. */
export interface Settlement extends MovementSums {
  readonly id: string
  readonly revision: number
  readonly status: SettlementStatus
  readonly speed: SettlementSpeed
  /** Collections and won disputes less everything that went out; always above zero. */
  readonly net: number
  /** When the oldest and the newest of its money moved. */
  readonly period_from: Instant
  readonly period_until: Instant
  /** The Indian day of the run. */
  readonly settle_date: IsoDate
  readonly bank_account: MaskedBankAccount | null
  /** Whether a transfer is asked of the bank that it has not refused. */
  readonly asked: boolean
  /** The bank's reference of the transfer; null until it is made. */
  readonly utr: string | null
  readonly settled_at: Instant | null
  readonly metadata: Readonly<Record<string, string>>
  readonly created_at: Instant
  readonly updated_at: Instant
}

/** Where the money goes, of the number only the last four digits. */
export interface MaskedBankAccount {
  readonly name: string
  readonly number: string
  readonly ifsc: string
}

/** What can be asked of a settlement. */
export type SettlementCommand = FormSettlement | WorkCommand

/** Makes a settlement of what is due. */
export interface FormSettlement {
  readonly type: 'FormSettlement'
  readonly id: string
  readonly due: DueMovements
}

export type SettlementEvent =
  | DomainEvent<
      'settlement.created',
      { readonly settlement: Settlement; readonly claim: SettlementClaim }
    >
  | DomainEvent<
      'settlement.answer_expected',
      { readonly at: Instant; readonly outcome: Outcome; readonly order: number }
    >
  /** The bank refused the transfer: it is asked again at that moment. */
  | DomainEvent<'settlement.postponed', { readonly until: Instant }>
  | DomainEvent<'settlement.requested', Readonly<Record<never, never>>>
  | DomainEvent<'settlement.settled', { readonly utr: string | null }>

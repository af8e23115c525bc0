import type {
  BankPreset,
  ClockMode,
  Fault,
  FaultTarget,
  Instant,
  Mode,
  NoticeExemption,
  ProviderPolicy,
  SettlementSpeed,
} from '@upi-autopay/rail'
import type { Tenant } from '../kernel/envelope.ts'

/** A merchant in one mode: what decisions need to know of it. */
export interface Account {
  readonly merchant_id: string
  readonly mode: Mode
  readonly name: string
  readonly payee_vpa: string
  /** The category used when a mandate names none. */
  readonly mcc: string
  readonly approved_mccs: readonly string[]
  /** Exemptions from the notice that its mandates may claim. */
  readonly approved_exemptions: readonly NoticeExemption[]
  readonly settlement: SettlementSpeed
  /** What the operator has set for this merchant in place of the provider's policy. */
  readonly policy: Partial<ProviderPolicy>
  /** Where settlements are paid to; the merchant's own, so it is no payer's data. */
  readonly bank_account: BankAccount | null
  /** While true nothing is presented: a debit that comes due waits. */
  readonly debits_stopped: boolean
  readonly metadata: Readonly<Record<string, string>>
  /** From 1, moved by changes of the terms; not by the clock or the sandbox. */
  readonly revision: number
  readonly sandbox: SandboxSettings
  readonly clock: MerchantClock
  readonly created_at: Instant
  readonly updated_at: Instant
}

/** What a change of the account can touch. */
export type AccountTerms = Pick<
  Account,
  | 'name'
  | 'payee_vpa'
  | 'mcc'
  | 'approved_mccs'
  | 'settlement'
  | 'bank_account'
  | 'debits_stopped'
  | 'metadata'
>

/** An account at a bank. */
export interface BankAccount {
  readonly number: string
  readonly ifsc: string
  /** Whom the bank knows as its holder. */
  readonly name: string
}

/** How the simulated bank decides in test mode. */
export interface SandboxSettings {
  /** Whether amounts decide outcomes as the seeds' test beds say. */
  readonly value_table: boolean
  readonly bank_preset: BankPreset
  /** What is to go wrong with the next answers, oldest first; left out: nothing. */
  readonly faults?: readonly SandboxFault[]
}

/** What goes wrong with the next answers of one kind, and with how many. */
export interface SandboxFault {
  readonly on: FaultTarget
  readonly fault: Fault
  readonly times: number
}

/** A merchant's clock: running ahead of the system's by an offset, or standing still at an instant. */
export interface MerchantClock {
  readonly mode: ClockMode
  /** Running: added to system time, in milliseconds. */
  readonly offset_ms: number
  /** Frozen: the instant it stands at. */
  readonly frozen_at: Instant | null
  /** Where `reset` returns to; null for system time. */
  readonly start_at: Instant | null
}

/** Whose data an account’s commands touch. */
export function tenantOf(account: Account): Tenant {
  return { merchant_id: account.merchant_id, mode: account.mode }
}

/** What time it is for a merchant. */
export function merchantNow(clock: MerchantClock, system_now: Instant): Instant {
  return clock.mode === 'frozen' && clock.frozen_at !== null
    ? clock.frozen_at
    : ((system_now + clock.offset_ms) as Instant)
}

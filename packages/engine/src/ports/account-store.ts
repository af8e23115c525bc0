import type { Fault, FaultTarget, Instant } from '@upi-autopay/rail'
import type { Account, AccountTerms, SandboxFault } from '../account/account.ts'
import type { Tenant } from '../kernel/envelope.ts'

/** Who calls, with which clock and settings. */
export interface AccountStore {
  create(account: Account, keys: readonly ApiKey[]): Promise<void>
  addKey(key: ApiKey): Promise<void>
  get(tenant: Tenant): Promise<Account | null>
  list(): Promise<Account[]>
  /** The account a key belongs to, with the key's id and scopes: one round trip, no merchant known yet. */
  findByKey(digest: string): Promise<{
    readonly account: Account
    readonly key_id: string
    readonly scopes: readonly string[]
  } | null>
  /**
   * Changes the terms of an account that still has this revision, and moves the revision; null where another was faster.
   */
  save(
    tenant: Tenant,
    revision: number,
    terms: Partial<AccountTerms>,
    system_now: Instant,
  ): Promise<Account | null>
  /** How the simulated bank decides; faults stay as they are. */
  saveSandbox(tenant: Tenant, sandbox: Omit<Account['sandbox'], 'faults'>): Promise<void>
  /** Lets something go wrong with the next answers, after what waits already; answers all that waits. */
  addFault(tenant: Tenant, fault: SandboxFault): Promise<readonly SandboxFault[]>
  clearFaults(tenant: Tenant): Promise<void>
  /** Takes the faults that wait for these answers, one each or null, in one step. */
  takeFaults(tenant: Tenant, answers: readonly FaultTarget[]): Promise<(Fault | null)[]>
  /** Moves the clock; refused (false) while another caller advances it, unless `token` is that caller's. */
  saveClock(
    tenant: Tenant,
    clock: Account['clock'],
    token: string | null,
    system_now: Instant,
  ): Promise<boolean>
  /** Takes the sole right to advance a merchant's clock until `until` (system time). */
  holdClock(tenant: Tenant, token: string, system_now: Instant, until: Instant): Promise<boolean>
  releaseClock(tenant: Tenant, token: string): Promise<void>
  /** Deletes the resources, events, work, deliveries and answers of one merchant and mode; keeps account and keys. */
  reset(tenant: Tenant): Promise<void>
}

/** A key as it is kept. */
export interface ApiKey {
  readonly id: string
  readonly merchant_id: string
  readonly mode: 'test' | 'live'
  /** Digest of the secret; the secret itself is nowhere. */
  readonly digest: string
  readonly scopes: readonly string[]
  readonly created_at: Instant
}

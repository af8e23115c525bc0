import type { Instant } from '@upi-autopay/rail'
import type { Account } from '../account/account.ts'
import type { Tenant } from '../kernel/envelope.ts'

/** Who calls, with which clock and settings. */
export interface AccountStore {
  create(account: Account, keys: readonly ApiKey[]): Promise<void>
  addKey(key: ApiKey): Promise<void>
  get(tenant: Tenant): Promise<Account | null>
  list(): Promise<Account[]>
  /** The account a key belongs to, with the key's scopes: one round trip, no merchant known yet. */
  findByKey(
    digest: string,
  ): Promise<{ readonly account: Account; readonly scopes: readonly string[] } | null>
  /** Settings other than the clock. */
  saveSandbox(tenant: Tenant, sandbox: Account['sandbox']): Promise<void>
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

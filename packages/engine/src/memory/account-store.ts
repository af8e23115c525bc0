import type { Instant } from '@upi-autopay/rail'
import type { Account, SandboxFault } from '../account/account.ts'
import { takeFaults } from '../account/take-faults.ts'
import type { Tenant } from '../kernel/envelope.ts'
import type { AccountStore, ApiKey } from '../ports/account-store.ts'
import type { Tenants } from './tenant-data.ts'

/** An account with the right, if anyone has it, to advance its clock. */
export interface HeldAccount {
  readonly account: Account
  readonly hold: { readonly token: string; readonly until: Instant } | null
}

/** Accounts and keys in memory, and a look at them for the stores that need clocks. */
export function createMemoryAccountStore(tenants: Tenants): {
  readonly store: AccountStore
  readonly all: () => Iterable<HeldAccount>
  readonly stopped: (tenant: Tenant) => boolean
} {
  const accounts = new Map<string, HeldAccount>()
  const keys = new Map<string, ApiKey>()

  function addKey(key: ApiKey): void {
    if (keys.has(key.digest)) throw new Error(`the key ${key.id} exists already`)
    keys.set(key.digest, key)
  }

  function change(tenant: Tenant, next: (held: HeldAccount) => HeldAccount | null): boolean {
    const held = accounts.get(keyOf(tenant))
    const changed = held === undefined ? null : next(held)
    if (changed === null) return false
    accounts.set(keyOf(tenant), changed)
    return true
  }

  function faultsOf(tenant: Tenant): readonly SandboxFault[] {
    return accounts.get(keyOf(tenant))?.account.sandbox.faults ?? []
  }

  function saveFaults(tenant: Tenant, faults: readonly SandboxFault[]): void {
    change(tenant, ({ account, hold }) => ({
      account: { ...account, sandbox: { ...account.sandbox, faults } },
      hold,
    }))
  }

  const store: AccountStore = {
    async create(account, newKeys) {
      if (accounts.has(keyOf(account)))
        throw new Error(`the account ${account.merchant_id} exists already in ${account.mode} mode`)
      for (const key of newKeys) addKey(key)
      accounts.set(keyOf(account), { account, hold: null })
    },
    async addKey(key) {
      addKey(key)
    },
    async get(tenant) {
      return accounts.get(keyOf(tenant))?.account ?? null
    },
    async list() {
      return [...accounts.values()].map(({ account }) => account).sort(byCreation)
    },
    async findByKey(digest) {
      const key = keys.get(digest)
      const held = key === undefined ? undefined : accounts.get(keyOf(key))
      return key === undefined || held === undefined
        ? null
        : { account: held.account, key_id: key.id, scopes: key.scopes }
    },
    async save(tenant, revision, terms, system_now) {
      const saved = change(tenant, ({ account, hold }) =>
        account.revision !== revision
          ? null
          : {
              account: { ...account, ...terms, revision: revision + 1, updated_at: system_now },
              hold,
            },
      )
      return saved ? (accounts.get(keyOf(tenant))?.account ?? null) : null
    },
    async saveSandbox(tenant, sandbox) {
      change(tenant, ({ account, hold }) => ({
        account: { ...account, sandbox: { ...account.sandbox, ...sandbox } },
        hold,
      }))
    },
    async addFault(tenant, fault) {
      const faults = [...faultsOf(tenant), fault]
      saveFaults(tenant, faults)
      return faults
    },
    async clearFaults(tenant) {
      saveFaults(tenant, [])
    },
    async takeFaults(tenant, answers) {
      const { taken, left } = takeFaults(faultsOf(tenant), answers)
      saveFaults(tenant, left)
      return taken
    },
    async saveClock(tenant, clock, token, system_now) {
      return change(tenant, ({ account, hold }) =>
        heldByAnother(hold, token, system_now) ? null : { account: { ...account, clock }, hold },
      )
    },
    async holdClock(tenant, token, system_now, until) {
      return change(tenant, ({ account, hold }) =>
        heldByAnother(hold, token, system_now) ? null : { account, hold: { token, until } },
      )
    },
    async releaseClock(tenant, token) {
      change(tenant, ({ account, hold }) =>
        hold?.token === token ? { account, hold: null } : null,
      )
    },
    async reset(tenant) {
      tenants.clear(tenant)
    },
  }
  return {
    store,
    all: () => accounts.values(),
    stopped: (tenant) => accounts.get(keyOf(tenant))?.account.debits_stopped ?? false,
  }
}

function heldByAnother(
  hold: HeldAccount['hold'],
  token: string | null,
  system_now: Instant,
): boolean {
  return hold !== null && hold.until > system_now && hold.token !== token
}

function keyOf({ merchant_id, mode }: Tenant): string {
  return `${mode} ${merchant_id}`
}

function byCreation(a: Account, b: Account): number {
  return a.created_at - b.created_at || (keyOf(a) < keyOf(b) ? -1 : 1)
}

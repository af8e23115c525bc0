import {
  type Account,
  type AccountStore,
  type ApiKey,
  type SandboxFault,
  type Tenant,
  takeFaults,
} from '@upi-autopay/engine'
import type { Driver, Queries } from '../drivers/driver.ts'
import {
  ACCOUNT_COLUMNS,
  type AccountColumns,
  accountOf,
  accountValues,
  clockValues,
} from './account-row.ts'
import { RESET } from './reset.ts'

/** Accounts and keys in SQL. */
export function createSqlAccountStore(driver: Driver): AccountStore {
  return {
    async create(account, keys) {
      await driver.transaction(async (queries) => {
        await queries.query(CREATE, accountValues(account))
        for (const key of keys) await addKey(queries, key)
      })
    },
    addKey: (key) => addKey(driver, key),
    async get({ merchant_id, mode }) {
      const [row] = await driver.query<AccountColumns>(GET, [merchant_id, mode])
      return row === undefined ? null : accountOf(row)
    },
    async list() {
      const rows = await driver.query<AccountColumns>(LIST, [])
      return rows.map(accountOf)
    },
    async findByKey(digest) {
      const [row] = await driver.query<AccountColumns & { key_id: string; scopes: string[] }>(
        FIND_BY_KEY,
        [digest],
      )
      if (row === undefined) return null
      const { key_id, scopes } = row
      return { account: accountOf(row), key_id, scopes }
    },
    async save({ merchant_id, mode }, revision, terms, system_now) {
      const [row] = await driver.query<AccountColumns>(SAVE, [
        merchant_id,
        mode,
        revision,
        JSON.stringify({ ...terms, revision: revision + 1 }),
        system_now,
      ])
      return row === undefined ? null : accountOf(row)
    },
    async saveSandbox({ merchant_id, mode }, sandbox) {
      await driver.query(SAVE_SANDBOX, [merchant_id, mode, JSON.stringify(sandbox)])
    },
    async addFault(tenant, fault) {
      return driver.transaction(async (queries) => {
        const faults = [...(await lockFaults(queries, tenant)), fault]
        await saveFaults(queries, tenant, faults)
        return faults
      })
    },
    clearFaults: (tenant) => saveFaults(driver, tenant, []),
    async takeFaults(tenant, answers) {
      return driver.transaction(async (queries) => {
        const { taken, left } = takeFaults(await lockFaults(queries, tenant), answers)
        await saveFaults(queries, tenant, left)
        return taken
      })
    },
    async saveClock({ merchant_id, mode }, clock, token, system_now) {
      const saved = await driver.query(SAVE_CLOCK, [
        merchant_id,
        mode,
        token,
        system_now,
        ...clockValues(clock),
      ])
      return saved.length > 0
    },
    async holdClock({ merchant_id, mode }, token, system_now, until) {
      const held = await driver.query(HOLD_CLOCK, [merchant_id, mode, token, system_now, until])
      return held.length > 0
    },
    async releaseClock({ merchant_id, mode }, token) {
      await driver.query(RELEASE_CLOCK, [merchant_id, mode, token])
    },
    async reset({ merchant_id, mode }) {
      await driver.query(RESET, [merchant_id, mode])
    },
  }
}

async function addKey(
  { query }: Queries,
  { digest, id, merchant_id, mode, scopes, created_at }: ApiKey,
): Promise<void> {
  await query(ADD_KEY, [digest, id, merchant_id, mode, JSON.stringify(scopes), created_at])
}

/** What is to go wrong, held against others who would take it too. */
async function lockFaults(
  { query }: Queries,
  { merchant_id, mode }: Tenant,
): Promise<readonly SandboxFault[]> {
  const [row] = await query<{ sandbox: Account['sandbox'] }>(LOCK_SANDBOX, [merchant_id, mode])
  return row?.sandbox.faults ?? []
}

async function saveFaults(
  { query }: Queries,
  { merchant_id, mode }: Tenant,
  faults: readonly SandboxFault[],
): Promise<void> {
  await query(SAVE_SANDBOX, [merchant_id, mode, JSON.stringify({ faults })])
}

const CREATE = {
  name: 'create_account',
  text: `
insert into accounts (merchant_id, mode, data, sandbox, created_at, updated_at,
  clock_mode, clock_offset_ms, clock_frozen_at, clock_start_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
}

const ADD_KEY = {
  name: 'add_key',
  text: 'insert into api_keys (digest, id, merchant_id, mode, scopes, created_at) values ($1, $2, $3, $4, $5, $6)',
}

const GET = {
  name: 'get_account',
  text: `select ${ACCOUNT_COLUMNS} from accounts a where a.merchant_id = $1 and a.mode = $2`,
}

const LIST = {
  name: 'list_accounts',
  text: `select ${ACCOUNT_COLUMNS} from accounts a order by a.created_at, a.mode desc, a.merchant_id`,
}

const FIND_BY_KEY = {
  name: 'find_by_key',
  text: `
select ${ACCOUNT_COLUMNS}, k.id as key_id, k.scopes from api_keys k
join accounts a on a.merchant_id = k.merchant_id and a.mode = k.mode
where k.digest = $1`,
}

const SAVE = {
  name: 'save_account',
  text: `
update accounts a set data = (a.data::jsonb || $4::jsonb)::json, updated_at = $5
where a.merchant_id = $1 and a.mode = $2 and coalesce((a.data ->> 'revision')::integer, 1) = $3
returning ${ACCOUNT_COLUMNS}`,
}

const SAVE_SANDBOX = {
  name: 'save_sandbox',
  text: `
update accounts set sandbox = (sandbox::jsonb || $3::jsonb)::json
where merchant_id = $1 and mode = $2`,
}

const LOCK_SANDBOX = {
  name: 'lock_sandbox',
  text: 'select sandbox from accounts where merchant_id = $1 and mode = $2 for update',
}

/** Nobody else holds the clock. */
const FREE = '(hold_token is null or hold_until <= $4 or hold_token = $3)'

const SAVE_CLOCK = {
  name: 'save_clock',
  text: `
update accounts set clock_mode = $5, clock_offset_ms = $6, clock_frozen_at = $7, clock_start_at = $8
where merchant_id = $1 and mode = $2 and ${FREE} returning 1`,
}

const HOLD_CLOCK = {
  name: 'hold_clock',
  text: `
update accounts set hold_token = $3, hold_until = $5
where merchant_id = $1 and mode = $2 and ${FREE} returning 1`,
}

const RELEASE_CLOCK = {
  name: 'release_clock',
  text: `
update accounts set hold_token = null, hold_until = null
where merchant_id = $1 and mode = $2 and hold_token = $3`,
}

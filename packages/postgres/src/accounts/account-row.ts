import type { Account } from '@upi-autopay/engine'

/** The columns of an account `a`. */
export const ACCOUNT_COLUMNS =
  'a.merchant_id, a.mode, a.data, a.sandbox, a.clock_mode, a.clock_offset_ms, a.clock_frozen_at, a.clock_start_at, a.created_at, a.updated_at'

export interface AccountColumns
  extends Pick<Account, 'merchant_id' | 'mode' | 'sandbox' | 'created_at' | 'updated_at'> {
  readonly data: Omit<
    Account,
    'merchant_id' | 'mode' | 'sandbox' | 'clock' | 'created_at' | 'updated_at'
  >
  readonly clock_mode: Account['clock']['mode']
  readonly clock_offset_ms: number
  readonly clock_frozen_at: Account['clock']['frozen_at']
  readonly clock_start_at: Account['clock']['start_at']
}

export function accountOf(columns: AccountColumns): Account {
  return {
    ...ADDED_LATER,
    ...columns.data,
    // Rows of earlier versions say nothing of these.
    approved_exemptions: columns.data.approved_exemptions ?? [],
    policy: columns.data.policy ?? {},
    merchant_id: columns.merchant_id,
    mode: columns.mode,
    sandbox: columns.sandbox,
    clock: {
      mode: columns.clock_mode,
      offset_ms: columns.clock_offset_ms,
      frozen_at: columns.clock_frozen_at,
      start_at: columns.clock_start_at,
    },
    created_at: columns.created_at,
    updated_at: columns.updated_at,
  }
}

/** What accounts did not have from the first version on. */
const ADDED_LATER = { bank_account: null, debits_stopped: false, metadata: {}, revision: 1 }

/** Merchant, mode, data, sandbox, both instants, then the clock's values. */
export function accountValues(account: Account): unknown[] {
  const { merchant_id, mode, sandbox, clock, created_at, updated_at, ...data } = account
  return [
    merchant_id,
    mode,
    JSON.stringify(data),
    JSON.stringify(sandbox),
    created_at,
    updated_at,
    ...clockValues(clock),
  ]
}

/** Mode, offset, frozen and start instants. */
export function clockValues({ mode, offset_ms, frozen_at, start_at }: Account['clock']): unknown[] {
  return [mode, offset_ms, frozen_at, start_at]
}

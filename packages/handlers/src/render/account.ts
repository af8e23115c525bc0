import type { Account as WireAccount } from '@upi-autopay/contract'
import type { Account } from '@upi-autopay/engine'
import { instant } from './context.ts'
import { maskAccountNumber } from './mask-account-number.ts'

/** A merchant's own account as the merchant reads it. */
export function renderAccount(account: Account): WireAccount {
  const { bank_account } = account
  return {
    id: account.merchant_id,
    object: 'account',
    livemode: account.mode === 'live',
    created_at: instant(account.created_at),
    updated_at: instant(account.updated_at),
    metadata: { ...account.metadata },
    status: 'active',
    allowed_actions: ['update', account.debits_stopped ? 'resume_debits' : 'stop_debits'],
    name: account.name,
    payee_vpa: account.payee_vpa,
    bank_account: bank_account && {
      ...bank_account,
      number: maskAccountNumber(bank_account.number),
    },
    mcc: account.mcc,
    approved_mccs: [...account.approved_mccs],
    approved_exemptions: [...account.approved_exemptions],
    settlement: account.settlement,
    debits_stopped: account.debits_stopped,
  }
}

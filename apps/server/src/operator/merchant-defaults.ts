import type { MerchantPolicy } from '@upi-autopay/contract'
import type { Account } from '@upi-autopay/engine'
import type { Instant, NoticeExemption } from '@upi-autopay/rail'

/** Direct selling by subscription: the category of most recurring collections. */
const DEFAULT_MCC = '5968'

/** Categories that a new test merchant may use: subscriptions, lenders, insurers, utilities, schools, shops, loans. */
const DEFAULT_APPROVED = ['5968', '6012', '6300', '4900', '8299', '5413', '5960', '6211', '7322']

/** What may be said of a new merchant. */
export interface MerchantDraft {
  readonly name: string
  readonly payee_vpa?: string | undefined
  readonly mcc?: string | undefined
  readonly approved_mccs?: readonly string[] | undefined
  readonly approved_exemptions?: readonly NoticeExemption[] | undefined
  readonly policy?: MerchantPolicy | undefined
}

/** A new merchant in test mode: what was not said is filled in so that everything of the sandbox can be tried. */
export function newTestAccount(merchant_id: string, draft: MerchantDraft, now: Instant): Account {
  const mcc = draft.mcc ?? draft.approved_mccs?.[0] ?? DEFAULT_MCC
  return {
    merchant_id,
    mode: 'test',
    name: draft.name,
    payee_vpa: draft.payee_vpa ?? vpaFor(draft.name),
    mcc,
    approved_mccs: [...new Set([mcc, ...(draft.approved_mccs ?? DEFAULT_APPROVED)])],
    approved_exemptions: draft.approved_exemptions ?? [],
    settlement: 't1',
    policy: policyOf(draft.policy),
    bank_account: null,
    debits_stopped: false,
    metadata: {},
    revision: 1,
    sandbox: { value_table: true, bank_preset: 'normal' },
    clock: { mode: 'running', offset_ms: 0, frozen_at: null, start_at: null },
    created_at: now,
    updated_at: now,
  }
}

/** The policy as accounts keep it: what was not said is left to the provider. */
function policyOf(said: MerchantPolicy = {}): Account['policy'] {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
}

/** `Demo Society` becomes `demo.society@sim`, an address of the simulated bank. */
function vpaFor(name: string): string {
  const words = name.toLowerCase().match(/[a-z0-9]+/g) ?? ['merchant']
  return `${words.join('.').slice(0, 60)}@sim`
}

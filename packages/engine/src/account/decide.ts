import { ACCOUNT_RULES, checkRules, type Instant, type ProviderPolicy } from '@upi-autopay/rail'
import { type Rejection, rejectViolations } from '../kernel/result.ts'
import type { Account, AccountTerms } from './account.ts'

/** What can be asked of an account. */
export type AccountCommand =
  | {
      readonly type: 'UpdateAccount'
      readonly terms: Partial<Omit<AccountTerms, 'debits_stopped'>>
    }
  | { readonly type: 'StopDebits' }
  | { readonly type: 'ResumeDebits' }

/** When an account is changed, and under whose policy. */
export interface AccountFacts {
  readonly now: Instant
  readonly policy: ProviderPolicy
}

/** What a command changes of an account, or why it may not. Asked for what is so already, it changes nothing. */
export function decideAccount(
  account: Account,
  command: AccountCommand,
  facts: AccountFacts,
):
  | { readonly ok: true; readonly terms: Partial<AccountTerms> }
  | { readonly ok: false; readonly rejection: Rejection } {
  switch (command.type) {
    case 'UpdateAccount':
      return updateTerms(account, command.terms, facts)
    case 'StopDebits':
      return { ok: true, terms: account.debits_stopped ? {} : { debits_stopped: true } }
    case 'ResumeDebits':
      return { ok: true, terms: account.debits_stopped ? { debits_stopped: false } : {} }
    default:
      return command satisfies never
  }
}

/** The default category stays among the approved ones, whichever of the two is changed. */
function updateTerms(
  account: Account,
  terms: Extract<AccountCommand, { type: 'UpdateAccount' }>['terms'],
  facts: AccountFacts,
): ReturnType<typeof decideAccount> {
  const { mcc, approved_mccs } = { ...account, ...terms }
  const { now, policy } = facts
  const [found] = checkRules(ACCOUNT_RULES, { mcc, approved_mccs, policy }, now)
  if (found === undefined) return { ok: true, terms }
  return rejectViolations([
    terms.mcc === undefined ? { ...found, pointer: '/approved_mccs' } : found,
  ])
}

import { endOfIstDay, type Instant, type IsoDate, rulesDate } from '@upi-autopay/rail'
import type { Facts } from '../../kernel/aggregate.ts'
import type { Mandate } from '../mandate.ts'

/** How long a payer has to approve when the merchant does not say: a day. */
const DEFAULT_APPROVAL_MS = 24 * 60 * 60 * 1000

/** Until when a payer may approve terms: for as long as was asked, and not after their own last day. */
export function approvalEnd(
  asked_ms: number | null,
  { end_date }: { readonly end_date: IsoDate },
  now: Instant,
): Instant {
  const asked = now + (asked_ms ?? DEFAULT_APPROVAL_MS)
  return Math.min(asked, endOfIstDay(end_date)) as Instant
}

type LinkTerms = Pick<
  Mandate,
  | 'reference_id'
  | 'mcc'
  | 'description'
  | 'amount'
  | 'amount_rule'
  | 'frequency'
  | 'debit_rule'
  | 'start_date'
  | 'end_date'
  | 'first_debit'
  | 'flow'
  | 'umn'
>

/**
 * The link by which a payer approves a mandate, or its new terms; null where the provider has to be asked for it.
 *
 * @param asked.made_at when the mandate was made: a change of it keeps to the rules of that day
 */
export function authorizationLink(
  terms: LinkTerms,
  asked: {
    readonly id: string
    readonly reference_id: string | null
    readonly expires_at: Instant
    readonly made_at: Instant
  },
  facts: Facts,
): string | null {
  const { account, provider } = facts
  if (provider.authorizationLink === null) return null
  return provider.authorizationLink({
    mandate_id: asked.id,
    reference_id: asked.reference_id ?? terms.reference_id,
    payee_vpa: account.payee_vpa,
    payee_name: account.name,
    mcc: terms.mcc,
    description: terms.description,
    amount: terms.amount,
    amount_rule: terms.amount_rule,
    frequency: terms.frequency,
    debit_rule: terms.debit_rule,
    start_date: terms.start_date,
    end_date: terms.end_date,
    first_debit_amount: terms.first_debit?.amount ?? null,
    flow: terms.flow,
    expires_at: asked.expires_at,
    umn: terms.umn,
    rules_on: rulesDate(provider.policy, asked.made_at),
  })
}

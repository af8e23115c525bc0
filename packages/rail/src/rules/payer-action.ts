import { isoDate } from '../calendar.ts'
import type { ProviderPolicy } from '../policy.ts'
import { LAUNCH_DATE } from './launch-date.ts'
import type { Rule } from './rule.ts'

/** Loans and instalments: the payer neither revokes nor pauses; the merchant offers revocation on its own site. */
export const NOT_REVOCABLE_MCCS = ['7322'] as const

/** Whether a merchant category's mandates carry the flag "not revocable". */
export function isPayerRevocable(mcc: string): boolean {
  return !NOT_REVOCABLE_MCCS.some((one) => one === mcc)
}

/** Who wants a mandate revoked, and how it stands. */
export interface RevocationFacts {
  readonly by: 'payer' | 'merchant'
  readonly mcc: string
  readonly paused: boolean
  readonly policy: ProviderPolicy
}

/** Who wants a mandate paused. Only payers can; the category decides. */
export type PauseFacts = Pick<RevocationFacts, 'mcc' | 'policy'>

const LOANS_FROM = isoDate('2022-07-20')

/** Payers revoke every mandate but those of loans. */
export const MANDATE_PAYER_REVOCABLE: Rule<RevocationFacts> = {
  id: 'mandate.payer_revocable',
  title: 'A payer revokes a mandate, except one of category 7322, which the merchant revokes.',
  value: { not_revocable_mccs: NOT_REVOCABLE_MCCS },
  effective_from: LOANS_FROM,
  source: 'npci-oc-125a',
  consequence: 'revocation_not_allowed',
  applies: ({ by }) => by === 'payer',
  check: ({ mcc }) =>
    isPayerRevocable(mcc)
      ? null
      : {
          message: `A mandate of category ${mcc} is not revoked by the payer, but by the merchant on the payer's wish.`,
          pointer: '',
          limit: { not_revocable_mccs: NOT_REVOCABLE_MCCS.join(', ') },
        },
}

/** Some providers let a paused mandate be resumed only. */
export const MANDATE_REVOCABLE_WHILE_PAUSED: Rule<RevocationFacts> = {
  id: 'mandate.revocable_while_paused',
  title:
    'A paused mandate is revoked like an active one, unless the provider lets it be resumed only.',
  value: {},
  effective_from: LAUNCH_DATE,
  source: 'setu',
  assumption: true,
  consequence: 'revocation_not_allowed',
  applies: ({ paused }) => paused,
  check: ({ policy }) =>
    policy.revocable_while_paused === false
      ? {
          message:
            'The mandate is paused, and this provider lets a paused mandate be resumed only.',
          pointer: '',
        }
      : null,
}

/** Payers pause every mandate but those of loans. */
export const MANDATE_PAYER_PAUSABLE: Rule<PauseFacts> = {
  id: 'mandate.payer_pausable',
  title: 'A payer pauses a mandate, except one of category 7322.',
  value: { not_pausable_mccs: NOT_REVOCABLE_MCCS },
  effective_from: isoDate('2023-12-07'),
  source: 'npci-oc-182',
  consequence: 'pause_not_allowed',
  check: ({ mcc }) =>
    isPayerRevocable(mcc)
      ? null
      : {
          message: `A mandate of category ${mcc} is not paused by the payer.`,
          pointer: '',
          limit: { not_pausable_mccs: NOT_REVOCABLE_MCCS.join(', ') },
        },
}

/** What may refuse a revocation, in order of precedence. */
export const REVOCATION_RULES: readonly Rule<RevocationFacts>[] = [
  MANDATE_PAYER_REVOCABLE,
  MANDATE_REVOCABLE_WHILE_PAUSED,
]

/** What may refuse a pause. */
export const PAUSE_RULES: readonly Rule<PauseFacts>[] = [MANDATE_PAYER_PAUSABLE]

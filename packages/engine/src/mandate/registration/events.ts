import type { Decline } from '../../kernel/decline.ts'
import type { AnswerExpected } from '../../kernel/expected-answers.ts'
import type { Nothing } from '../events.ts'
import type { Mandate } from '../mandate.ts'

/** What happens to the mandate itself. */
export interface MandateEvents {
  'mandate.created': { readonly mandate: Mandate }
  'mandate.authorization_opened': Nothing
  'mandate.answer_expected': AnswerExpected
  'mandate.activated': { readonly umn: string | null }
  'mandate.rejected': { readonly decline: Decline }
  'mandate.expired': Nothing
  'mandate.paused': Nothing
  'mandate.resumed': Nothing
  'mandate.revoked': { readonly by: 'merchant' | 'payer' | 'rail' }
  'mandate.completed': Nothing
}

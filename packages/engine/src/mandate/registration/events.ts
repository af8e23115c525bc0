import type { Ender } from '@upi-autopay/rail'
import type { Decline } from '../../kernel/decline.ts'
import type { AnswerExpected } from '../../kernel/expected-answers.ts'
import type { Mandate } from '../mandate.ts'
import type { ChangeableTerms } from '../modification/modification.ts'
import type { Nothing } from '../nothing.ts'

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
  'mandate.modified': ChangeableTerms
  /** `decline` is what a bank said that told of it. */
  'mandate.revoked': { readonly by: Ender; readonly decline: Decline | null }
  'mandate.completed': Nothing
}

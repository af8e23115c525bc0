import type { Decline } from '../../kernel/decline.ts'
import type { AnswerExpected } from '../../kernel/expected-answers.ts'
import type { Nothing } from '../nothing.ts'
import type { Modification } from './modification.ts'

/** What happens to a change of a mandate's terms. */
export interface ModificationEvents {
  'modification.requested': { readonly modification: Modification }
  'modification.answer_expected': AnswerExpected
  'modification.applied': Nothing
  'modification.declined': { readonly decline: Decline }
  'modification.expired': Nothing
  'modification.cancelled': Nothing
}

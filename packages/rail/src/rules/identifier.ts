import { LAUNCH_DATE } from './launch-date.ts'
import type { RuleRow } from './rule.ts'

/** The numbers of `identifier.*`: how the rail's names of things are formed. */
export const IDENTIFIER_FORMS = {
  rrn: { digits: 12 },
  npci_txn_id: { characters: 35 },
  reference: { longest: 35 },
  umn: { characters: 32 },
} as const

/** The rows of identifiers. They shape what is sent and what is read; a caller's slip in form is told as form. */
export const IDENTIFIER_RULES: readonly RuleRow[] = [
  row('identifier.rrn', 'A bank reference (RRN) has twelve digits.', IDENTIFIER_FORMS.rrn),
  row(
    'identifier.npci_txn_id',
    'A transaction id of the rail has 35 letters and digits.',
    IDENTIFIER_FORMS.npci_txn_id,
  ),
  row(
    'identifier.reference',
    'A reference sent to the rail has at most 35 letters and digits.',
    IDENTIFIER_FORMS.reference,
  ),
  {
    ...row(
      'identifier.umn',
      "A mandate number (UMN) has 32 letters and digits, then @ and the handle of the payer's app.",
      IDENTIFIER_FORMS.umn,
    ),
    assumption: true,
  },
  {
    ...row(
      'identifier.vpa',
      'A VPA is name@handle: letters, digits, dots, dashes and underscores before the @, letters and digits after it.',
      {},
    ),
    assumption: true,
  },
]

function row(id: string, title: string, value: RuleRow['value']): RuleRow {
  return { id, title, value, effective_from: LAUNCH_DATE, source: 'setu', consequence: 'sets' }
}

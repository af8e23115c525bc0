import type { Explanation as WireExplanation } from '@upi-autopay/contract'
import type { Explanation } from '@upi-autopay/engine'
import { formatIst } from '@upi-autopay/rail'
import { instant, type RenderContext } from './context.ts'
import { renderSource } from './source.ts'

/** Why a debit was not made and when it can be, rule by rule. */
export function renderExplanation(
  explanation: Explanation,
  context: RenderContext,
): WireExplanation {
  const { presentation, earliest } = explanation
  return {
    object: 'explanation',
    presentation_id: presentation.id,
    status: presentation.status,
    as_of: instant(context.now),
    summary: summary(explanation),
    earliest_at: instant(earliest?.at ?? null),
    rules: explanation.rules.map(({ rule, holds, message }) => {
      return {
        id: rule.id,
        title: rule.title,
        holds,
        message,
        value: { ...rule.value },
        source: renderSource(rule.source),
        assumption: rule.assumption === true,
      }
    }),
  }
}

function summary({ presentation, rules, earliest }: Explanation): string {
  const { status } = presentation
  if (status === 'succeeded') return 'It was debited.'
  if (status === 'processing') return 'It is with the bank.'
  if (status === 'awaiting_payer') return 'It waits for the payer to enter the PIN.'
  const broken = rules.filter(({ holds }) => !holds).map(({ message }) => message)
  const why = broken.length === 0 ? 'No rule stands in the way.' : broken.join(' ')
  if (earliest !== null) return `${why} The next attempt can be made at ${formatIst(earliest.at)}.`
  return `It is ${status}: no further attempt will be made. ${broken.length === 0 ? '' : why}`.trim()
}

import type { Explanation as WireExplanation } from '@upi-autopay/contract'
import type { Explanation } from '@upi-autopay/engine'
import { type DeferralReason, formatIst, isTerminal } from '@upi-autopay/rail'
import { instant, type RenderContext } from './context.ts'
import { renderDecline } from './decline.ts'
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

/** What an attempt waits for. */
const WAITS_FOR: Readonly<Record<DeferralReason, string>> = {
  notice_lead_time: 'from then on the payer has had the notice long enough',
  debit_date: 'that is the day that the notice names',
  peak_hours: 'peak hours last until then',
  attempt_spacing: 'attempts are held apart',
  requested_time: 'that is the time asked for',
  next_window: 'that is the off-peak window asked for',
  mandate_paused: 'the payer has paused the mandate until then',
  debits_stopped: 'the account has stopped its debits until then',
}

function summary({ presentation, mandate_status, rules, earliest }: Explanation): string {
  const { status } = presentation
  if (status === 'succeeded') return 'It was debited.'
  if (status === 'processing') return 'It is with the bank.'
  if (status === 'awaiting_payer') return 'It waits for the payer to enter the PIN.'
  const said = lastDecline(presentation)
  if (mandate_status === 'paused' && !isTerminal('presentation', status))
    return `${said}The payer has paused the mandate: nothing is debited until the payer resumes it.`
  const broken = rules.filter(({ holds }) => !holds).map(({ message }) => message)
  const why = broken.length === 0 ? 'No rule stands in the way.' : broken.join(' ')
  if (earliest !== null) {
    const wait = earliest.reason === null ? '' : `: ${WAITS_FOR[earliest.reason]}`
    return `${said}${why} The next attempt can be made at ${formatIst(earliest.at)}${wait}.`
  }
  const rest = broken.length === 0 ? '' : ` ${why}`
  return `${said}It is ${status}: no further attempt will be made.${rest}`
}

/** Why the last attempt was refused, where one was: no rule knows that. */
function lastDecline({ attempts }: Explanation['presentation']): string {
  const decline = renderDecline(attempts.at(-1)?.decline ?? null)
  if (decline === null) return ''
  const code = decline.npci_code ?? decline.provider_code
  return `Attempt ${attempts.length} was declined: ${decline.title}${code === null ? '' : ` (${code})`}. `
}

import { amountCollected, type Explanation, type Presentation } from '@upi-autopay/engine'
import {
  type DeferralReason,
  formatIst,
  formatRupees,
  isRefusal,
  isTerminal,
} from '@upi-autopay/rail'
import { renderDecline } from './decline.ts'

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

/** An explanation in a few sentences: what became of the debit, what stands in the way, what comes next. */
export function summaryOf(explanation: Explanation): string {
  const { presentation, earliest } = explanation
  if (presentation === null) return summaryOfPreview(explanation)
  const settled = outcomeOf(presentation, explanation)
  if (settled !== null) return settled
  const said = lastDecline(presentation)
  const hold = holdOf(presentation, explanation)
  if (hold !== null) return `${said}${hold}`
  const why = brokenRules(explanation)
  if (earliest !== null)
    return `${said}${why === '' ? 'No rule stands in the way.' : why} The next attempt can be made at ${moment(explanation)}`
  const { status } = presentation
  const ended = `It is ${status}: no further attempt will be made.`
  return `${said}${ended}${endOfMandate(explanation)}${why === '' ? '' : ` ${why}`}`
}

/** What was decided, or is at the bank or the payer; null where neither is so. */
function outcomeOf(presentation: Presentation, { next_inquiry_at }: Explanation): string | null {
  const { status, outcome } = presentation
  const asked = presentation.attempts.at(-1)?.inquiries ?? 0
  switch (status) {
    case 'succeeded':
      return presentation.attempts.some(({ surplus }) => surplus)
        ? `It was debited, with a surplus: ${formatRupees(amountCollected(presentation))} were collected.`
        : 'It was debited.'
    case 'reversed':
      return `It was debited, and the bank took ${formatRupees(presentation.amount_reversed)} back. Its cycle stays spent.`
    case 'awaiting_payer':
      return 'It waits for the payer to enter the PIN.'
    case 'processing':
      if (outcome === null) return 'It is with the bank.'
      if (next_inquiry_at !== null)
        return `Nobody can say yet whether the money moved, so nothing is repeated. The bank was asked ${times(asked)}, and is asked again at ${formatIst(next_inquiry_at)}.`
      return `Nobody can say whether the money moved, so nothing is repeated. The bank was asked ${times(asked)}; now only its word or an operator's ends the doubt.`
    default:
      return null
  }
}

/** What holds every debit back, whatever the rules say. */
function holdOf(presentation: Presentation, explanation: Explanation): string | null {
  if (isTerminal('presentation', presentation.status)) return null
  if (explanation.mandate_status === 'paused')
    return 'The payer has paused the mandate: nothing is debited until the payer resumes it.'
  return explanation.mandate_status === 'active' && isStopped(explanation) ? STOPPED : null
}

const STOPPED = 'The account has stopped its debits: nothing is debited until it resumes them.'

function isStopped({ rules }: Explanation): boolean {
  return rules.some(({ rule, holds }) => rule.id === 'account.debits_stopped' && !holds)
}

function summaryOfPreview(explanation: Explanation): string {
  const { earliest, mandate_status, blocked_by, requires_pin } = explanation
  if (mandate_status !== 'active')
    return `The mandate is ${mandate_status}: only an active mandate can be debited.`
  if (blocked_by !== null) {
    const { object, id, status } = blocked_by
    return `It would be refused: ${object} ${id} is ${status}.`
  }
  const why = brokenRules(explanation)
  const refused = explanation.rules.some(({ rule, holds }) => !holds && isRefusal(rule.consequence))
  if (earliest === null && !refused && isStopped(explanation))
    return `It can be planned. ${STOPPED}`
  if (earliest === null) return `It would be refused. ${why}`
  const pin = requires_pin ? ' The payer will be asked for the PIN.' : ''
  return `It can be made at ${moment(explanation)}${pin}`
}

function moment({ earliest }: Explanation): string {
  if (earliest === null) return ''
  const wait = earliest.reason === null ? '' : `: ${WAITS_FOR[earliest.reason]}`
  return `${formatIst(earliest.at)}${wait}.`
}

function brokenRules({ rules }: Explanation): string {
  return rules
    .filter(({ holds }) => !holds)
    .map(({ message }) => message)
    .join(' ')
}

function endOfMandate({ mandate_status }: Explanation): string {
  const ended = mandate_status === 'revoked' || mandate_status === 'completed'
  return ended ? ` Its mandate is ${mandate_status}.` : ''
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`
}

/** Why the last attempt was refused, where one was: no rule knows that. */
function lastDecline({ attempts }: Presentation): string {
  const decline = renderDecline(attempts.at(-1)?.decline ?? null)
  if (decline === null) return ''
  const code = decline.npci_code ?? decline.provider_code
  return `Attempt ${attempts.length} was declined: ${decline.title}${code === null ? '' : ` (${code})`}. `
}

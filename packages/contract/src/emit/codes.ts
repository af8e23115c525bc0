import { DECLINE_REASONS, RESPONSE_CODES } from '@upi-autopay/rail'
import { markdownTable } from './markdown-table.ts'

/** The text of `codes.md`: the canonical reasons of a decline, and which response code of UPI means which. */
export function emitCodes(): string {
  return `${[
    '# Decline reasons and response codes',
    '',
    'Made from the code tables by `pnpm specs`. A code that is not listed is `unmapped` and never retried.',
    '',
    'The advice is a choice of this project, one for each reason: `retry_later` as it stands, `after_payer_action` once the',
    'payer has done something about it, `after_inquiry` when the status is known, `never`.',
    '',
    '## Reasons',
    '',
    markdownTable(
      ['reason', 'meaning', 'advice', 'codes'],
      DECLINE_REASONS.map(({ reason, title, advice }) => [
        `\`${reason}\``,
        title,
        `\`${advice}\``,
        RESPONSE_CODES.filter((row) => row.reason === reason)
          .map(({ code }) => code)
          .join(' '),
      ]),
    ),
    '',
    '## Response codes',
    '',
    'Those whose outcome is unknown are never read as a decline: money may have moved, so the status is asked for and nothing',
    'is repeated. Where one matter has two codes, V… is the answer of the payer’s bank and Q… that of a payment service provider.',
    '',
    markdownTable(
      ['code', 'meaning', 'answered by', 'outcome', 'reason', 'advice'],
      RESPONSE_CODES.map(({ code, title, answered_by, outcome, reason, advice }) => [
        code,
        title,
        answered_by,
        outcome,
        reason === null ? '' : `\`${reason}\``,
        advice === null ? '' : `\`${advice}\``,
      ]),
    ),
  ].join('\n')}\n`
}

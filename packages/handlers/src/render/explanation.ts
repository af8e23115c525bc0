import type { Explanation as WireExplanation } from '@upi-autopay/contract'
import type { Explanation } from '@upi-autopay/engine'
import { instant, type RenderContext } from './context.ts'
import { renderDecline } from './decline.ts'
import { summaryOf } from './explanation-summary.ts'
import { renderSource } from './source.ts'

/** Why a debit was not made and when it can be, rule by rule. */
export function renderExplanation(
  explanation: Explanation,
  context: RenderContext,
): WireExplanation {
  const { presentation, earliest, blocked_by } = explanation
  return {
    object: 'explanation',
    presentation_id: presentation?.id ?? null,
    status: presentation?.status ?? null,
    outcome: presentation?.outcome ?? null,
    mandate_id: explanation.mandate_id,
    mandate_status: explanation.mandate_status,
    as_of: instant(context.now),
    summary: summaryOf(explanation),
    earliest_at: instant(earliest?.at ?? null),
    earliest_because: earliest?.reason ?? null,
    requires_pin: explanation.requires_pin,
    next_inquiry_at: instant(explanation.next_inquiry_at),
    blocked_by: blocked_by && { ...blocked_by },
    attempts: (presentation?.attempts ?? []).map(({ number, status, ended_at, decline }) => ({
      number,
      status,
      ended_at: instant(ended_at),
      decline: renderDecline(decline),
    })),
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

import type { Decision, Facts } from '../../kernel/aggregate.ts'
import { type MandateStreamEvent, presentationEvent } from '../events.ts'
import type { MandateState } from '../mandate.ts'
import { rejectPresentationState } from '../state-conflict.ts'
import type { ResolvePresentation } from './commands.ts'
import { attemptInDoubt, attemptUnderWay, type Presentation } from './presentation.ts'
import { recordSuccess } from './record-success.ts'

/**
 * An operator settles an outcome that nobody could tell, having asked the bank. Who and why stand in the log; should
 * the bank say otherwise later, a success still counts.
 */
export function resolvePresentation(
  state: MandateState,
  presentation: Presentation,
  { outcome, rrn, note }: ResolvePresentation,
  facts: Facts,
): Decision<MandateStreamEvent> {
  const doubted = attemptInDoubt(presentation)
  const unknown = presentation.outcome === null ? undefined : attemptUnderWay(presentation)
  const attempt = doubted ?? unknown
  if (attempt === undefined)
    return rejectPresentationState(presentation, 'only an unknown outcome is resolved by hand')
  const { id } = presentation
  const resolved = presentationEvent('presentation.resolved', id, { outcome, rrn, note })
  if (outcome === 'failed') {
    const { number } = attempt
    const ended =
      doubted === undefined
        ? presentationEvent('presentation.failed', id, { decline: null })
        : presentationEvent('presentation.attempt_closed', id, { attempt: number, decline: null })
    return { ok: true, events: [resolved, ended] }
  }
  const success = { number: attempt.number, rrn }
  return { ok: true, events: [resolved, ...recordSuccess(state, presentation, success, facts)] }
}

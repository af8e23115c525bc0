import type { Instant } from '@upi-autopay/rail'
import type { CollectedSource } from '../collected/collected.ts'
import { type EffectDraft, NO_REACTION, type Reaction } from '../kernel/aggregate.ts'
import { effectId, providerReference } from '../kernel/effect-names.ts'
import { answerTimer } from '../kernel/expected-answers.ts'
import { timerDraft } from '../kernel/timer-draft.ts'
import type { RefundEvent } from './events.ts'
import type { Refund } from './refund.ts'

/** What follows from an event of a refund. */
export function reactToRefund(
  { refund, source }: { refund: Refund; source: CollectedSource },
  event: RefundEvent,
  at: Instant,
): Reaction {
  const { id } = refund
  const about = { kind: 'refund', id } as const
  const over = [`bank_answer:${id}`, `inquire:${id}`]
  switch (event.type) {
    case 'refund.created':
      return { ...NO_REACTION, effects: [effectOf('refund', refund, source)] }
    case 'refund.answer_expected': {
      const timer = answerTimer((kind, due) => timerDraft(kind, about, due), event.data)
      return { ...NO_REACTION, timers: [timer] }
    }
    case 'refund.acknowledged':
    case 'refund.outcome_unknown':
      return { ...NO_REACTION, timers: inquiryAt(event.data.inquire_at) }
    case 'refund.inquired':
      return {
        ...NO_REACTION,
        effects: [effectOf('inquire', refund, source)],
        timers: inquiryAt(event.data.next_at),
      }
    case 'refund.unresolved':
      return NO_REACTION
    case 'refund.succeeded':
    case 'refund.corrected': {
      const moved = {
        id: `${id}:refunded`,
        kind: 'refunded',
        resource_kind: 'refund',
        resource_id: id,
        amount: refund.amount,
        fee: 0,
        at,
        speed: source.settlement,
      } as const
      return { ...NO_REACTION, timers_cleared: over, movements: [moved] }
    }
    case 'refund.failed':
      return { ...NO_REACTION, timers_cleared: over }
    default:
      return event satisfies never
  }

  function inquiryAt(moment: Instant | null): Reaction['timers'] {
    return moment === null ? [] : [timerDraft('inquire', about, moment)]
  }
}

function effectOf(
  kind: 'refund' | 'inquire',
  refund: Refund,
  source: CollectedSource,
): EffectDraft {
  const number = kind === 'inquire' ? refund.inquiries : null
  return {
    id: effectId(kind, refund.id, number),
    kind,
    resource_kind: 'refund',
    resource_id: refund.id,
    attempt: null,
    // A question names what was sent, so it carries the same reference.
    provider_reference: providerReference(refund.id, null),
    request: {
      amount: refund.amount,
      flow: 'refund',
      authentication: 'none',
      attempts_before: 0,
      ...(refund.truth !== null && { truth: refund.truth }),
      refund_of: { provider_reference: source.provider_reference, rrn: source.rrn },
    },
  }
}

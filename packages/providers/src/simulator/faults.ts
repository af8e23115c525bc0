import type { LaterOutcome, Outcome, SpoiltAnswer } from '@upi-autopay/engine'
import type { FaultTarget } from '@upi-autopay/rail'
import { collected, refused } from './answers.ts'
import { ANSWER_DELAY_MS, SLOW_ANSWER_DELAY_MS } from './policy.ts'
import { registrationReferences } from './references.ts'

/** After the first status inquiry, which comes within two minutes of the question. */
const AFTER_INQUIRY_MS = 120_000
/** How long a bank takes to say the opposite: so long that another attempt may have been made meanwhile. */
const CONTRADICTION_MS = 90 * 60_000

/** What goes out instead of a bank's answer when something goes wrong with it. Pure: the same fault spoils alike. */
export function spoil({ fault, answer, about }: SpoiltAnswer): readonly LaterOutcome[] {
  const { after_ms, outcome } = answer
  switch (fault) {
    case 'delay':
      return [{ after_ms: Math.max(after_ms, SLOW_ANSWER_DELAY_MS), outcome }]
    case 'duplicate':
      return [answer, { after_ms: after_ms + ANSWER_DELAY_MS, outcome }]
    case 'reorder':
      // Behind the answer to the next question; alone, behind the inquiry that finds it out first.
      return about.followed || !isInquired(about.on)
        ? [{ after_ms: after_ms + ANSWER_DELAY_MS, outcome }]
        : [unknown(answer), { after_ms: after_ms + AFTER_INQUIRY_MS, outcome }]
    case 'timeout_after_success':
      return isInquired(about.on)
        ? [unknown(answer)]
        : [unknown(answer), { after_ms: after_ms + AFTER_INQUIRY_MS, outcome }]
    case 'contradict': {
      const opposite = oppositeOf(outcome, about)
      return opposite === null
        ? [answer]
        : [
            { after_ms, outcome: opposite },
            { after_ms: after_ms + CONTRADICTION_MS, outcome },
          ]
    }
    default:
      return fault satisfies never
  }
}

/** What moves money is inquired about; anything else is told by itself, or not at all. */
function isInquired(on: FaultTarget): boolean {
  return on === 'presentation' || on === 'payment' || on === 'refund'
}

function unknown({ after_ms, outcome }: LaterOutcome): LaterOutcome {
  return { after_ms, outcome: { result: 'unknown', truth: outcome } }
}

/** The no to a yes and the yes to a no; null where nothing was decided. */
function oppositeOf(outcome: Outcome, about: SpoiltAnswer['about']): Outcome | null {
  if (outcome.result === 'accepted' && outcome.state === 'done') return refused(REFUSALS[about.on])
  if (outcome.result !== 'declined') return null
  switch (about.on) {
    case 'registration': {
      const references = registrationReferences(about.resource_id, about.payer_vpa)
      return { result: 'accepted', state: 'done', references }
    }
    case 'notification':
      return { result: 'accepted', state: 'done' }
    case 'presentation':
    case 'payment':
    case 'refund':
      return collected(about.provider_reference)
    default:
      return about.on satisfies never
  }
}

/** How each kind of question is refused. A debit is refused for a technical reason, so that it may be tried again. */
const REFUSALS: Readonly<Record<FaultTarget, string>> = {
  registration: 'YC',
  notification: 'NU',
  presentation: 'U30',
  payment: 'U30',
  refund: 'U30',
}

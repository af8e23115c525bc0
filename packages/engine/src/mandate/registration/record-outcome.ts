import type { Instant } from '@upi-autopay/rail'
import type { Facts } from '../../kernel/aggregate.ts'
import { toDecline } from '../../kernel/decline.ts'
import { expectedAnswers } from '../../kernel/expected-answers.ts'
import { withoutPayerAddress } from '../../kernel/payer-address.ts'
import type { LaterOutcome, Outcome, OutcomeReferences } from '../../ports/outcome.ts'
import type { Payer, PrivateData } from '../../ports/private-data.ts'
import { type MandateStreamEvent, mandateEvent } from '../events.ts'
import type { LoadedMandate, Mandate } from '../mandate.ts'
import { firstDebit } from '../presentation/first-debit.ts'

interface Recorded {
  readonly ok: true
  readonly events: readonly MandateStreamEvent[]
  readonly private?: PrivateData
}

/** What the provider says of a registration. An answer that comes after the mandate has moved on changes nothing. */
export function recordRegistration(state: LoadedMandate, outcome: Outcome, facts: Facts): Recorded {
  const { mandate } = state
  if (mandate.status !== 'pending') return { ok: true, events: [] }
  switch (outcome.result) {
    case 'accepted': {
      if (outcome.state === 'done')
        return activate(mandate, state.payer, outcome.references ?? {}, facts)
      // A collect request has reached the payer: that counts as the link being opened.
      const opened =
        mandate.opened_at === null
          ? [mandateEvent('mandate.authorization_opened', mandate.id, {})]
          : []
      return expectAnswer(state, { opened, later: outcome.later }, facts.now)
    }
    case 'declined':
      return {
        ok: true,
        events: [mandateEvent('mandate.rejected', mandate.id, { decline: toDecline(outcome) })],
      }
    case 'unknown':
      // The payer may still approve; the registration's expiry ends it otherwise.
      return expectAnswer(state, { opened: [], later: outcome.later }, facts.now)
    case 'not_sent':
      return { ok: true, events: [] }
    default:
      return outcome satisfies never
  }
}

/** The payer has approved: the mandate lives, and its first debit, if it has one, is made at once. */
export function activate(
  mandate: Mandate,
  payer: Payer,
  references: OutcomeReferences,
  facts: Facts,
): Recorded {
  return {
    ok: true,
    events: [
      mandateEvent('mandate.activated', mandate.id, { umn: references.umn ?? null }),
      ...firstDebit(mandate, facts),
    ],
    private: { payer: { ...payer, vpa: references.payer_vpa ?? payer.vpa } },
  }
}

/**
 * The bank's answers that are on their way. They take the place of those expected earlier. The address in them goes to
 * the payer's record, not into the log.
 */
export function expectAnswer(
  { mandate, payer }: LoadedMandate,
  {
    opened,
    later = [],
  }: { opened: readonly MandateStreamEvent[]; later: readonly LaterOutcome[] | undefined },
  now: Instant,
): Recorded {
  const { later: logged, payer_vpa } = withoutPayerAddress(later)
  return {
    ok: true,
    events: [
      ...opened,
      ...expectedAnswers(logged, { now, attempt: null }).map((expected) =>
        mandateEvent('mandate.answer_expected', mandate.id, expected),
      ),
    ],
    ...(payer_vpa !== undefined && { private: { payer: { ...payer, vpa: payer_vpa } } }),
  }
}

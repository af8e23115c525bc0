import type { FaultTarget } from '@upi-autopay/rail'
import { type Account, tenantOf } from '../account/account.ts'
import type { LaterOutcome, Outcome } from '../ports/outcome.ts'
import type { Provider } from '../ports/provider.ts'
import type { EffectKind, LeasedEffect } from '../ports/work-store.ts'
import type { EngineDeps } from './deps.ts'

interface Sent {
  readonly account: Account
  readonly provider: Provider
  readonly wanted: readonly LeasedEffect[]
  readonly outcomes: readonly Outcome[]
}

/** What the simulated bank can be made to get wrong, by what it is asked. */
const TARGETS: Readonly<Partial<Record<EffectKind, FaultTarget>>> = {
  register: 'registration',
  notify: 'notification',
  present: 'presentation',
  collect: 'payment',
  refund: 'refund',
}

/**
 * Lets go wrong what the merchant asked for: each answer that the simulated bank is about to give takes the oldest
 * fault of its kind. What only waits for a payer is no answer yet and takes none.
 */
export async function withFaults(
  deps: EngineDeps,
  { account, provider, wanted, outcomes }: Sent,
): Promise<readonly Outcome[]> {
  const { spoil } = provider
  if (spoil === undefined || (account.sandbox.faults ?? []).length === 0) return outcomes
  const targets = wanted.map(({ effect }, index) =>
    answerOf(outcomes[index]) === null ? null : (TARGETS[effect.kind] ?? null),
  )
  const faults = await deps.store.accounts.takeFaults(
    tenantOf(account),
    targets.filter((target) => target !== null),
  )
  return outcomes.map((outcome, index) => {
    const on = targets[index] ?? null
    const answer = answerOf(outcome)
    const fault = on === null ? null : (faults.shift() ?? null)
    if (on === null || answer === null || fault === null) return outcome
    const { effect, payer } = wanted[index] as LeasedEffect
    const about = {
      on,
      resource_id: effect.resource_id,
      provider_reference: effect.provider_reference,
      payer_vpa: payer?.vpa ?? null,
      followed: targets.includes(on, index + 1),
    }
    return { ...outcome, later: spoil({ fault, answer, about }) } as Outcome
  })
}

/** The one answer that is on its way; null where none is. */
function answerOf(outcome: Outcome | undefined): LaterOutcome | null {
  return outcome?.result === 'accepted' ? (outcome.later?.[0] ?? null) : null
}

import type { Instant } from '@upi-autopay/rail'
import { type Account, merchantNow, tenantOf } from '../account/account.ts'
import type { Outcome } from '../ports/outcome.ts'
import type { Provider, ProviderContext } from '../ports/provider.ts'
import type { EffectKind, LeasedEffect } from '../ports/work-store.ts'
import type { EngineDeps } from './deps.ts'
import { handle } from './handle.ts'
import type { Item } from './item.ts'
import { withPresentStops } from './present-stops.ts'
import { withFaults } from './with-faults.ts'

/** How long a provider may take before the effect is inquired about. System time. */
export const LEASE_MS = 60_000

/**
 * Sends one merchant's effects to the provider: leases them, inquires about those whose lease ran out, asks whether
 * each of the others may still go out, sends outside any transaction, records the outcomes as commands. Answers how
 * many it took.
 */
export async function dispatch(deps: EngineDeps, account: Account, limit: number): Promise<number> {
  const system_now = deps.clock.now()
  const lease_until = (system_now + LEASE_MS) as Instant
  const leased = await deps.store.work.leaseEffects(
    tenantOf(account),
    system_now,
    lease_until,
    limit,
  )
  if (leased.length === 0) return 0
  const provider = deps.providerOf(account)
  const context = { account, now: merchantNow(account.clock, system_now) }
  const asking = leased.filter(({ effect }) => effect.kind === 'inquire')
  const silent = leased.filter((one) => one.expired && !asking.includes(one))
  await record(deps, account, asking, await inquireAll(provider, asking, context))
  const found = await inquireAll(provider, silent, context)
  // What surely never went out goes out now; of anything else the answer is recorded, and nothing is repeated.
  const lost = silent.filter((_, index) => found[index]?.result === 'not_sent')
  const told = silent.flatMap((one, index) => (lost.includes(one) ? [] : [{ one, index }]))
  await record(
    deps,
    account,
    told.map(({ one }) => one),
    told.map(({ index }) => found[index]),
  )
  const fresh = leased.filter((one) => !one.expired && !asking.includes(one))
  const wanted = await stillWanted(deps, account, [...lost, ...fresh])
  const outcomes = wanted.length === 0 ? [] : await provider.execute(wanted, context)
  await record(
    deps,
    account,
    wanted,
    await withFaults(deps, { account, provider, wanted, outcomes }),
  )
  return leased.length
}

/** What became of effects that were sent: of none, nothing is asked. */
async function inquireAll(
  provider: Provider,
  leased: readonly LeasedEffect[],
  context: ProviderContext,
): Promise<Outcome[]> {
  return leased.length === 0 ? [] : provider.inquire(leased, context)
}

/** What nothing but the bank's word may end: a lapse would leave money, or a permission, behind unseen. */
const ASKED_UNTIL_KNOWN: readonly EffectKind[] = ['settle', 'revoke']

/** What moves money is looked at once more before it goes out. */
const CONFIRMED: readonly EffectKind[] = ['present', 'collect', 'refund', 'settle']

/** Leaves out what a decision withdrew since it was asked for. */
async function stillWanted(
  deps: EngineDeps,
  account: Account,
  leased: readonly LeasedEffect[],
): Promise<LeasedEffect[]> {
  const moving = leased.filter(({ effect }) => CONFIRMED.includes(effect.kind))
  if (moving.length === 0) return [...leased]
  const standing = await withPresentStops(deps, account)
  const judged = await handle(
    deps,
    moving.map(({ effect }) => ({
      account: standing,
      command: { type: 'ConfirmSending', effect },
      target: { kind: effect.resource_kind, id: effect.resource_id },
      cause: `effect:${effect.id}`,
      effect_if_refused: effect.id,
    })),
  )
  const withdrawn = new Set(
    moving.filter((_, index) => !confirmed(judged[index])).map(({ effect }) => effect.id),
  )
  return leased.filter(({ effect }) => !withdrawn.has(effect.id))
}

function confirmed(answer: Awaited<ReturnType<typeof handle>>[number] | undefined): boolean {
  return answer?.ok === true && answer.events === 0
}

/** Nothing is known of it, and no answer is on its way. */
function leavesOpen(outcome: Outcome): boolean {
  return (
    outcome.result === 'unknown' ||
    (outcome.result === 'accepted' &&
      outcome.state !== 'done' &&
      (outcome.later ?? []).length === 0)
  )
}

async function record(
  deps: EngineDeps,
  account: Account,
  leased: readonly LeasedEffect[],
  outcomes: readonly (Outcome | undefined)[],
): Promise<void> {
  const items = leased.flatMap(({ effect }, index): Item[] => {
    const outcome = outcomes[index] ?? { result: 'unknown' }
    // A debit that did not go out is planned again; anything else stays leased and is taken up when the lease ends.
    const debit = effect.kind === 'present' || effect.kind === 'inquire'
    if (outcome.result === 'not_sent' && !debit) return []
    // Whether a transfer was made, or a mandate ended, is asked until the bank knows.
    if (ASKED_UNTIL_KNOWN.includes(effect.kind) && leavesOpen(outcome)) return []
    const item: Item = {
      account,
      command: {
        type: 'RecordOutcome',
        resource_kind: effect.resource_kind,
        resource_id: effect.resource_id,
        attempt: effect.attempt,
        outcome,
        ...(effect.kind === 'inquire' && { inquiry: true }),
      },
      target: { kind: effect.resource_kind, id: effect.resource_id },
      cause: `effect:${effect.id}`,
      effect_answered: effect.id,
    }
    return [item]
  })
  if (items.length > 0) await handle(deps, items)
}

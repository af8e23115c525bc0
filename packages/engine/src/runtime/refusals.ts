import { REJECTIONS } from '@upi-autopay/rail'
import { tenantOf } from '../account/account.ts'
import { reject } from '../kernel/result.ts'
import type { CommitAnswer, StoredAnswer } from '../ports/decision-store.ts'
import type { EngineDeps } from './deps.ts'
import type { Claim, Handled, Item } from './item.ts'

/** What a conflict means for one item of the unit; null when the item was not its cause and is decided again. */
export async function refusal(
  deps: EngineDeps,
  item: Item,
  answer: Extract<CommitAnswer, { ok: false }>,
): Promise<Handled | null> {
  if (answer.conflict === 'busy') return { ok: false, busy: true }
  const replay = await storedAnswer(deps, item)
  if (replay !== null) return { ok: false, replay }
  if (answer.conflict !== 'reference_id') return null
  const { kind, reference_id } = answer
  if (!claimsOf(item).some((one) => one.kind === kind && one.reference_id === reference_id))
    return null
  return takenReference(deps, item)
}

/**
 * What came before a refusal. The answer of an equal request, which may have been carried out since the caller looked
 * for it; then a reference that is taken, before every other refusal of its stage and before broken rules.
 */
export async function preferEarlier(
  deps: EngineDeps,
  items: readonly Item[],
  indices: readonly number[],
  answers: Handled[],
): Promise<void> {
  for (const index of indices) {
    const answer = answers[index]
    if (answer === undefined || answer.ok || !('rejection' in answer)) continue
    const { rejection } = answer
    const replay = await storedAnswer(deps, items[index] as Item)
    if (replay !== null) {
      answers[index] = { ok: false, replay }
      continue
    }
    const stage = REJECTIONS.find((row) => row.code === rejection.code)?.status
    if (stage === 404 || stage === 412) continue
    const taken = await takenReference(deps, items[index] as Item)
    if (taken !== null) answers[index] = taken
  }
}

async function storedAnswer(deps: EngineDeps, item: Item): Promise<StoredAnswer | null> {
  if (item.idempotency === undefined) return null
  return deps.store.decisions.replay(tenantOf(item.account), item.idempotency.key)
}

async function takenReference(deps: EngineDeps, item: Item): Promise<Handled | null> {
  for (const { kind, reference_id } of claimsOf(item)) {
    const id = await deps.store.decisions.findReference(tenantOf(item.account), kind, reference_id)
    if (id === null) continue
    return reject({
      code: 'reference_id_taken',
      detail: `reference_id ${reference_id} belongs to ${kind} ${id}.`,
      existing: { object: kind, id },
    })
  }
  return null
}

function claimsOf({ reference = [] }: Item): readonly Claim[] {
  return 'kind' in reference ? [reference] : reference
}

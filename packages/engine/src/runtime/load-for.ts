import { tenantOf } from '../account/account.ts'
import type { Loaded, ResourceRef } from '../ports/decision-store.ts'
import { aggregateOf } from './aggregates.ts'
import type { EngineDeps } from './deps.ts'
import type { Item } from './item.ts'

/** What the named items decide upon, by item: their targets, what else they name, and what those need besides. */
export async function loadFor(
  deps: EngineDeps,
  items: readonly Item[],
  indices: readonly number[],
): Promise<Map<number, (Loaded | null)[]>> {
  const refs: ResourceRef[] = []
  const owners: number[] = []
  for (const index of indices) {
    const item = items[index] as Item
    const tenant = tenantOf(item.account)
    const wanted = item.target.create === true ? [] : [item.target, ...(item.also ?? [])]
    for (const { kind, id } of wanted) {
      refs.push({ tenant, kind, id })
      owners.push(index)
    }
  }
  const found = refs.length === 0 ? [] : await deps.store.decisions.load(refs)
  await addLacking(deps, { refs, owners, found })
  const byIndex = new Map<number, (Loaded | null)[]>()
  for (const [position, loaded] of found.entries()) {
    const owner = owners[position] as number
    const list = byIndex.get(owner)
    if (list === undefined) byIndex.set(owner, [loaded])
    else list.push(loaded)
  }
  return byIndex
}

/** Loads what the resources found need besides, where their streams' states no longer hold it. */
async function addLacking(
  deps: EngineDeps,
  { refs, owners, found }: { refs: ResourceRef[]; owners: number[]; found: (Loaded | null)[] },
): Promise<void> {
  const lacking: ResourceRef[] = []
  for (const [position, loaded] of found.entries()) {
    if (loaded === null) continue
    const wanted = aggregateOf(loaded.kind).lacks?.(loaded.state, loaded.row) ?? []
    const { tenant } = refs[position] as ResourceRef
    for (const { kind, id } of wanted) {
      lacking.push({ tenant, kind, id })
      owners.push(owners[position] as number)
    }
  }
  if (lacking.length > 0) found.push(...(await deps.store.decisions.load(lacking)))
}

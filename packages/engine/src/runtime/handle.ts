import { type Account, merchantNow, tenantOf } from '../account/account.ts'
import type { Facts } from '../kernel/aggregate.ts'
import { applyDecision, beginFold, type Fold, unitOf } from '../kernel/fold.ts'
import { type Rejection, reject } from '../kernel/result.ts'
import type { Loaded, Unit } from '../ports/decision-store.ts'
import { aggregateOf, streamKindOf } from './aggregates.ts'
import type { EngineDeps } from './deps.ts'
import type { Accepted, Handled, Item } from './item.ts'
import { loadFor } from './load-for.ts'
import { manyProviderFacts } from './provider-facts.ts'
import { preferEarlier, refusal } from './refusals.ts'

const CHUNK = 500
/** Each round one of those who race for a stream gets through: this many may race. */
const ROUNDS = 200

/**
 * The one way through: load, decide, evolve, react, commit. Takes many items and answers each, in order.
 * A stream that another writer moved is loaded and decided again, alone.
 */
export async function handle(deps: EngineDeps, items: readonly Item[]): Promise<Handled[]> {
  const answers = new Array<Handled>(items.length)
  let waiting = items.map((_, index) => index)
  for (let round = 0; waiting.length > 0; round++) {
    if (round === ROUNDS)
      throw new Error(`${waiting.length} items still conflict after ${ROUNDS} rounds`)
    const again: number[] = []
    for (let start = 0; start < waiting.length; start += CHUNK) {
      again.push(...(await handleChunk(deps, items, waiting.slice(start, start + CHUNK), answers)))
    }
    waiting = again
  }
  return answers
}

/** Handles the named items; answers which of them must be decided again. */
async function handleChunk(
  deps: EngineDeps,
  items: readonly Item[],
  indices: readonly number[],
  answers: Handled[],
): Promise<number[]> {
  const loaded = await loadFor(deps, items, indices)
  const groups = new Map<string, { indices: number[]; from: Loaded | null }>()
  for (const index of indices) {
    const item = items[index] as Item
    const from = loaded.get(index)?.[0] ?? null
    if (from === null && item.target.create !== true) {
      answers[index] = { ok: false, rejection: notFound(item) }
      continue
    }
    const stream = from?.stream ?? item.target.id
    const key = `${item.account.merchant_id}/${item.account.mode}/${stream}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { indices: [index], from })
    else group.indices.push(index)
  }
  const units: { unit: Unit; indices: number[] }[] = []
  const chunk: Chunk = { items, loaded, answers, providerOf: manyProviderFacts(deps) }
  for (const group of groups.values()) {
    const unit = foldGroup(deps, chunk, group)
    if (unit !== null) units.push({ unit, indices: group.indices })
  }
  const again = await commitUnits(deps, items, units, answers)
  await preferEarlier(deps, items, indices, answers)
  return again
}

/** What is decided in one go. */
interface Chunk {
  readonly items: readonly Item[]
  /** What each item decides upon, by its index. */
  readonly loaded: ReadonlyMap<number, readonly (Loaded | null)[]>
  /** Written here, by the item's index. */
  readonly answers: Handled[]
  readonly providerOf: (account: Account) => Facts['provider']
}

/** Applies a stream's commands one after the other to one state. */
function foldGroup(
  deps: EngineDeps,
  { items, loaded, answers, providerOf }: Chunk,
  group: { indices: readonly number[]; from: Loaded | null },
): Unit | null {
  const first = items[group.indices[0] as number] as Item
  const aggregate = aggregateOf(group.from?.kind ?? streamKindOf(first.target.kind))
  const fold: Fold<unknown> = beginFold(
    tenantOf(first.account),
    group.from?.stream ?? first.target.id,
    {
      version: group.from?.version ?? 0,
      state: group.from?.state ?? null,
      private: group.from?.private ?? {},
    },
  )
  const system_now = deps.clock.now()
  for (const index of group.indices) {
    const item = items[index] as Item
    for (const beside of loaded.get(index) ?? []) {
      if (beside !== null && beside.stream === fold.stream && fold.state !== null) {
        fold.state = aggregate.restore(fold.state, beside.row)
      }
    }
    const now = merchantNow(item.account.clock, system_now)
    const facts: Facts = {
      now,
      account: item.account,
      provider: providerOf(item.account),
      mint: (kind) => deps.ids.mint(kind, now),
    }
    if (item.timer_fired !== undefined) fold.timers_fired.push(item.timer_fired)
    if (item.effect_answered !== undefined) fold.effects_done.add(item.effect_answered)
    const stale = staleRevision(fold, item, loaded.get(index)?.[0] ?? null)
    const decision =
      stale === null
        ? aggregate.decide(fold.state, item.command, facts, fold.private)
        : reject(stale)
    if (!decision.ok) {
      if (item.effect_if_refused !== undefined) fold.effects_done.add(item.effect_if_refused)
      answers[index] = { ok: false, rejection: decision.rejection }
      continue
    }
    const moved = applyDecision(aggregate, fold, decision, {
      facts,
      cause: item.cause,
      traceparent: item.traceparent,
    })
    const accepted: Accepted = {
      // Accepted without a change: the rows are those that stand.
      rows:
        decision.events.length > 0
          ? moved
          : (loaded.get(index) ?? []).flatMap((one) => (one === null ? [] : [one.row])),
      private: fold.private,
      events: decision.events.length,
    }
    if (item.idempotency !== undefined) {
      const { key, hash, answer } = item.idempotency
      fold.answers.push({ key, hash, ...answer(accepted), at: system_now })
    }
    answers[index] = { ok: true, ...accepted }
  }
  return unitOf(aggregate, fold, merchantNow(first.account.clock, system_now))
}

/** Whether the target has moved on from the revisions that the caller knows: judged on what is decided upon, so that the version lock guards it. */
function staleRevision(
  { rows }: Fold<unknown>,
  { if_revision, target: { kind, id } }: Item,
  loaded: Loaded | null,
): Rejection | null {
  if (if_revision === undefined || loaded === null) return null
  const { revision } = rows.get(id) ?? loaded.row
  if (if_revision.includes(revision)) return null
  return {
    code: 'precondition_failed',
    detail: `If-Match names another version of ${kind} ${id} than the present one, "${revision}".`,
    revision,
  }
}

async function commitUnits(
  deps: EngineDeps,
  items: readonly Item[],
  units: readonly { unit: Unit; indices: readonly number[] }[],
  answers: Handled[],
): Promise<number[]> {
  if (units.length === 0) return []
  const committed = await deps.store.decisions.commit(units.map(({ unit }) => unit))
  const again: number[] = []
  for (const [position, answer] of committed.entries()) {
    if (answer.ok) continue
    const indices = units[position]?.indices ?? []
    if (answer.conflict === 'version') {
      again.push(...indices)
      continue
    }
    for (const index of indices) {
      const refused = await refusal(deps, items[index] as Item, answer)
      if (refused === null) again.push(index)
      else answers[index] = refused
    }
  }
  return again
}

function notFound({ target }: Item): Rejection {
  return { code: 'not_found', detail: `There is no ${target.kind} ${target.id}.` }
}

import type { Instant, ResourceKind } from '@upi-autopay/rail'
import type { LoggedEvent } from '../kernel/envelope.ts'
import type { CommitAnswer, ResourceRow, Unit } from '../ports/decision-store.ts'
import type { PrivateData } from '../ports/private-data.ts'
import type { Timer } from '../ports/work-store.ts'
import { firstAtOrAfter, insertSorted } from './sorted-ids.ts'
import type { Collection, TenantData } from './tenant-data.ts'

const NO_PRIVATE_DATA: PrivateData = {}

/** Writes one unit whole, or says why not. */
export function commitUnit(data: TenantData, unit: Unit): CommitAnswer {
  const conflict = findConflict(data, unit)
  if (conflict !== null) return conflict
  for (const answer of unit.answers) data.answers.set(answer.key, answer)
  data.streams.set(unit.stream, {
    kind: unit.kind,
    version: unit.expected_version + unit.events.length,
    state: unit.state,
    private: unit.private ?? data.streams.get(unit.stream)?.private ?? NO_PRIVATE_DATA,
  })
  for (const row of unit.rows) writeRow(data, row)
  for (const movement of unit.movements)
    if (!data.movements.has(movement.id)) data.movements.set(movement.id, movement)
  for (const event of unit.events) if (event.public) writeEvent(data, event)
  writeEffects(data, unit)
  writeTimers(data, unit)
  return { ok: true }
}

/** How a timer is found: its key is unique in its stream only. */
export function timerKey({ stream, key }: Pick<Timer, 'stream' | 'key'>): string {
  return `${stream} ${key}`
}

function findConflict(data: TenantData, unit: Unit): CommitAnswer | null {
  // The key comes first: the twin of a request that was carried out moved the stream and took the reference as well.
  if (unit.answers.some((answer) => data.answers.has(answer.key)))
    return { ok: false, conflict: 'idempotency' }
  const version = data.streams.get(unit.stream)?.version
  const isAsExpected =
    unit.expected_version === 0 ? version === undefined : version === unit.expected_version
  if (!isAsExpected) return { ok: false, conflict: 'version' }
  for (const { kind, id, reference_id } of unit.rows) {
    if (reference_id === null) continue
    const holder = data.kinds.get(kind)?.by_reference.get(reference_id)
    if (holder !== undefined && holder !== id)
      return { ok: false, conflict: 'reference_id', kind, reference_id }
  }
  return null
}

function writeRow(data: TenantData, row: ResourceRow): void {
  const collection = openCollection(data, row.kind)
  if (!collection.rows.has(row.id)) {
    insertSorted(collection.ids, row.id)
    if (row.mandate_id !== null)
      insertSorted(openList(collection.by_mandate, row.mandate_id), row.id)
  }
  if (row.reference_id !== null) collection.by_reference.set(row.reference_id, row.id)
  const { links = [], ...kept } = row
  for (const link of links) {
    const linked = openList(collection.by_link, link)
    if (linked[firstAtOrAfter(linked, row.id)] !== row.id) insertSorted(linked, row.id)
  }
  collection.rows.set(row.id, kept)
}

function writeEvent(data: TenantData, event: LoggedEvent): void {
  data.events.set(event.id, event)
  insertSorted(data.event_ids, event.id)
  insertSorted(openList(data.stream_event_ids, event.stream), event.id)
  data.outbox.push(event)
}

/** What is answered goes first, so that an effect which was not sent can be asked for again under its own id. */
function writeEffects(data: TenantData, unit: Unit): void {
  for (const id of unit.effects_done) {
    data.ready_effects.delete(id)
    data.leased_effects.delete(id)
  }
  const since: Instant | null = unit.events.at(-1)?.at ?? null
  for (const effect of unit.effects) {
    data.leased_effects.delete(effect.id)
    data.ready_effects.set(effect.id, { effect, since })
  }
}

/** A timer that is cleared and set by one unit is set. */
function writeTimers(data: TenantData, unit: Unit): void {
  const { stream } = unit
  for (const key of unit.timers_cleared) data.timers.delete(timerKey({ stream, key }))
  for (const { key, at } of unit.timers_fired) {
    const name = timerKey({ stream, key })
    if (data.timers.get(name)?.at === at) data.timers.delete(name)
  }
  for (const timer of unit.timers) data.timers.set(timerKey(timer), timer)
}

function openCollection(data: TenantData, kind: ResourceKind): Collection {
  const existing = data.kinds.get(kind)
  if (existing !== undefined) return existing
  const collection: Collection = {
    rows: new Map(),
    ids: [],
    by_mandate: new Map(),
    by_reference: new Map(),
    by_link: new Map(),
  }
  data.kinds.set(kind, collection)
  return collection
}

function openList(lists: Map<string, string[]>, key: string): string[] {
  const list = lists.get(key) ?? []
  lists.set(key, list)
  return list
}

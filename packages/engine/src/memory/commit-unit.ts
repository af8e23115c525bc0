import type { Instant, ResourceKind } from '@upi-autopay/rail'
import type { LoggedEvent } from '../kernel/envelope.ts'
import type { CommitAnswer, ResourceRow, Unit } from '../ports/decision-store.ts'
import type { PrivateData } from '../ports/private-data.ts'
import { HELD_AT, type Timer } from '../ports/work-store.ts'
import { firstAtOrAfter, insertSorted } from './sorted-ids.ts'
import type { Collection, StreamRecord, TenantData } from './tenant-data.ts'

const NO_PRIVATE_DATA: PrivateData = {}

/** Writes one unit whole, or says why not. */
export function commitUnit(data: TenantData, unit: Unit): CommitAnswer {
  const stream = data.streams.get(unit.stream)
  const conflict = findConflict(data, stream, unit)
  if (conflict !== null) return conflict
  for (const answer of unit.answers) data.answers.set(answer.key, answer)
  const moved = writeStream(data, stream, unit)
  for (const row of unit.rows) writeRow(data, row)
  for (const movement of unit.movements) data.books.add(movement)
  if (unit.claim !== undefined) data.books.take(unit.claim)
  for (const event of unit.events) if (event.public) writeEvent(data, moved, event)
  writeEffects(data, unit)
  writeTimers(data, unit)
  return { ok: true }
}

/** How a timer is found: its key is unique in its stream only. */
export function timerKey({ stream, key }: Pick<Timer, 'stream' | 'key'>): string {
  return `${stream} ${key}`
}

function findConflict(
  data: TenantData,
  stream: StreamRecord | undefined,
  unit: Unit,
): CommitAnswer | null {
  // The key comes first: the twin of a request that was carried out moved the stream and took the reference as well.
  if (unit.answers.some((answer) => data.answers.has(answer.key)))
    return { ok: false, conflict: 'idempotency' }
  const version = stream?.version
  const isAsExpected =
    unit.expected_version === 0 ? version === undefined : version === unit.expected_version
  if (!isAsExpected) return { ok: false, conflict: 'version' }
  for (const { kind, id, reference_id } of unit.rows) {
    if (reference_id === null) continue
    const collection = data.kinds.get(kind)
    // A row that carried the reference before holds it already.
    if (collection?.rows.get(id)?.reference_id === reference_id) continue
    const holder = collection?.by_reference.get(reference_id)
    if (holder !== undefined && holder !== id)
      return { ok: false, conflict: 'reference_id', kind, reference_id }
  }
  if (unit.claim !== undefined && !data.books.holds(unit.claim))
    return { ok: false, conflict: 'busy' }
  return null
}

function writeStream(data: TenantData, stream: StreamRecord | undefined, unit: Unit): StreamRecord {
  const version = unit.expected_version + unit.events.length
  if (stream === undefined) {
    const { kind, state, private: beside = NO_PRIVATE_DATA } = unit
    const begun: StreamRecord = { kind, version, state, private: beside, event_ids: [] }
    data.streams.set(unit.stream, begun)
    return begun
  }
  stream.version = version
  stream.state = unit.state
  if (unit.private !== undefined) stream.private = unit.private
  return stream
}

function writeRow(data: TenantData, row: ResourceRow): void {
  const collection = openCollection(data, row.kind)
  const earlier = collection.rows.get(row.id)
  if (earlier === undefined) {
    insertSorted(collection.ids, row.id)
    if (row.mandate_id !== null)
      insertSorted(openList(collection.by_mandate, row.mandate_id), row.id)
  }
  const reference_before = earlier?.reference_id ?? null
  if (reference_before !== row.reference_id) {
    // A resource may give its reference back.
    if (reference_before !== null) collection.by_reference.delete(reference_before)
    if (row.reference_id !== null) collection.by_reference.set(row.reference_id, row.id)
  }
  if (row.links === undefined) {
    collection.rows.set(row.id, row)
    return
  }
  const { links, ...kept } = row
  for (const link of links) {
    const linked = openList(collection.by_link, link)
    if (linked[firstAtOrAfter(linked, row.id)] !== row.id) insertSorted(linked, row.id)
  }
  collection.rows.set(row.id, kept)
}

function writeEvent(data: TenantData, stream: StreamRecord, event: LoggedEvent): void {
  data.events.set(event.id, event)
  insertSorted(data.event_ids, event.id)
  insertSorted(stream.event_ids, event.id)
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
  for (const key of unit.timers_cleared) removeTimer(data, timerKey({ stream, key }))
  for (const { key, at } of unit.timers_fired) {
    const name = timerKey({ stream, key })
    if ((data.timers.get(name) ?? data.held_timers.get(name))?.at === at) removeTimer(data, name)
  }
  for (const timer of unit.timers) {
    const name = timerKey(timer)
    const [queue, other] =
      timer.at === HELD_AT ? [data.held_timers, data.timers] : [data.timers, data.held_timers]
    other.delete(name)
    queue.set(name, timer)
  }
}

function removeTimer(data: TenantData, name: string): void {
  if (!data.timers.delete(name)) data.held_timers.delete(name)
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
  const known = lists.get(key)
  if (known !== undefined) return known
  const list: string[] = []
  lists.set(key, list)
  return list
}

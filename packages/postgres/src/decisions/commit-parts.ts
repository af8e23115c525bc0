import type { Unit } from '@upi-autopay/engine'
import { lastOfEach } from './last-of-each.ts'
import * as write from './writes.ts'

/** One table's share of a commit. `$1` and `$2` are merchant and mode. */
export interface Part {
  /** Names the part in the statement's name. */
  readonly letter: string
  readonly sql: (parameter: string) => string
  readonly value: unknown
  /** What is judged of the rows that it wrote, by its parameter and its own name; else the whole statement is undone. */
  readonly require?: (parameter: string, written: string) => string
}

/**
 * What units write, table by table, leaving out tables that get nothing. Streams that are new have nothing yet, so
 * theirs are plain inserts; for streams that exist rows are replaced.
 */
export function commitParts(units: readonly Unit[]): Part[] {
  const parts: Part[] = []
  const add = (part: Omit<Part, 'value'>, records: readonly unknown[]) => {
    if (records.length > 0) parts.push({ ...part, value: JSON.stringify(records) })
  }
  const created = units.filter((unit) => unit.expected_version === 0)
  const moved = created.length === 0 ? units : units.filter((unit) => unit.expected_version > 0)

  add(
    { letter: 'a', sql: write.insertAnswers },
    flatten(units, (unit) => unit.answers),
  )
  add({ letter: 'c', sql: write.insertStreams }, created.map(streamRecord))
  add({ letter: 'm', sql: write.moveStreams, require: write.allMoved }, moved.map(streamRecord))
  add(
    { letter: 'e', sql: write.insertEvents },
    flatten(units, (unit) => unit.events),
  )
  add({ letter: 'o', sql: write.insertOutbox }, flatten(units, publicEventIds))
  add({ letter: 'p', sql: write.insertPrivateData }, flatten(created, privateRecords))
  add({ letter: 'q', sql: write.upsertPrivateData }, flatten(moved, privateRecords))
  add({ letter: 'r', sql: write.insertResources }, flatten(created, resourceRecords))
  add({ letter: 's', sql: write.upsertResources }, flatten(moved, resourceRecords))
  add({ letter: 'l', sql: write.insertLinks }, flatten(units, linkRecords))
  add(
    { letter: 'b', sql: write.insertMovements },
    flatten(units, (unit) => unit.movements),
  )
  add({ letter: 'd', sql: write.claimMovements, require: write.allClaimed }, flatten(units, claims))
  add({ letter: 't', sql: write.insertTimers }, flatten(created, timerRecords))
  add({ letter: 'u', sql: write.upsertTimers }, flatten(moved, timerRecords))
  add({ letter: 'v', sql: write.deleteTimers }, flatten(moved, clearedTimers))
  add({ letter: 'w', sql: write.insertEffects }, flatten(created, effectRecords))
  add({ letter: 'x', sql: write.upsertEffects }, flatten(moved, effectRecords))
  add({ letter: 'y', sql: write.deleteEffects }, flatten(moved, doneEffects))
  return parts
}

function flatten<T>(units: readonly Unit[], pick: (unit: Unit) => readonly T[]): readonly T[] {
  const [only] = units
  return units.length === 1 && only !== undefined ? pick(only) : units.flatMap(pick)
}

function claims({ claim }: Unit) {
  return claim === undefined ? [] : [claim]
}

function streamRecord({ stream, kind, expected_version, events, state }: Unit) {
  return {
    stream,
    kind,
    expected: expected_version,
    version: expected_version + events.length,
    state,
  }
}

function privateRecords(unit: Unit) {
  return unit.private === undefined ? [] : [{ stream: unit.stream, data: unit.private }]
}

function publicEventIds({ events }: Unit) {
  return events.filter((event) => event.public).map(({ id }) => ({ id }))
}

function resourceRecords({ rows }: Unit) {
  return lastOfEach(rows, ({ kind, id }) => `${kind} ${id}`).map(({ links: _, ...row }) => row)
}

function linkRecords({ rows }: Unit) {
  return rows.flatMap(({ kind, id, links = [] }) => links.map((link) => ({ link, kind, id })))
}

function timerRecords({ timers }: Unit) {
  return lastOfEach(timers, ({ stream, key }) => `${stream} ${key}`).map(
    ({ tenant: _, ...data }) => ({
      stream: data.stream,
      key: data.key,
      at: data.at,
      data,
    }),
  )
}

/**
 * One statement may touch a row once: what is set again is replaced, not deleted. A timer that fired goes only if it
 * still stands at its instant.
 */
function clearedTimers({ stream, timers, timers_cleared, timers_fired }: Unit) {
  return [
    ...timers_cleared.map((key) => ({ stream, key, at: null })),
    ...timers_fired.map(({ key, at }) => ({ stream, key, at })),
  ].filter(({ key }) => !timers.some((timer) => timer.key === key))
}

function effectRecords({ effects, events }: Unit) {
  const since = events.at(-1)?.at ?? null
  return lastOfEach(effects, ({ id }) => id).map(({ tenant: _, ...data }) => ({
    id: data.id,
    stream: data.stream,
    since,
    data,
  }))
}

function doneEffects({ effects, effects_done }: Unit) {
  return effects_done
    .filter((id) => !effects.some((effect) => effect.id === id))
    .map((id) => ({ id }))
}

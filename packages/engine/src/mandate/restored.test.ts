import { isoDate } from '@upi-autopay/rail'
import { describe, expect, test } from 'vitest'
import type { ResourceRow } from '../ports/decision-store.ts'
import { debitCollected, GIVE_BACK, OBJECT, rowsOf } from './debited-specification.ts'
import { notify, type Stream } from './decider-specification.ts'
import { lackedByMandate, restoreMandate } from './rows.ts'
import { plan } from './schedule/schedule-specification.ts'

/** A mandate with one resource of each kind, and the rows that show them. */
function withRows(): { stream: Stream; rowOf: (kind: string) => ResourceRow } {
  const stream = debitCollected()
  const rows = new Map<string, ResourceRow>()
  const second = notify({ id: 'pdn_2', debit_date: isoDate('2030-01-09') })
  for (const command of [second, plan(), GIVE_BACK, OBJECT])
    for (const row of rowsOf(stream, stream.when(command))) rows.set(row.kind, row)
  return { stream, rowOf: (kind) => rows.get(kind) as ResourceRow }
}

const KINDS = [
  ['notification', 'notifications'],
  ['presentation', 'presentations'],
  ['refund', 'refunds'],
  ['dispute', 'disputes'],
  ['schedule', 'schedules'],
] as const

describe('a closed resource that is spoken of again', () => {
  test.each(KINDS)('a %s is put back where decisions look, beside what is there', (kind, where) => {
    const { stream, rowOf } = withRows()
    const row = rowOf(kind)
    const state = stream.state()
    const others = Object.entries(state[where]).filter(([id]) => id !== row.id)
    const without = { ...state, [where]: Object.fromEntries(others) }
    expect(restoreMandate(without, row)).toEqual({
      ...state,
      [where]: { ...Object.fromEntries(others), [row.id]: row.data },
    })
  })

  test.each(KINDS)('a %s that is there is not set back to an older row', (kind) => {
    const { stream, rowOf } = withRows()
    const older = { ...rowOf(kind), revision: 0, data: {} }
    const state = stream.state()
    expect(restoreMandate(state, older)).toBe(state)
  })

  test('a mandate is always there', () => {
    const { stream, rowOf } = withRows()
    expect(restoreMandate(stream.state(), rowOf('mandate'))).toBe(stream.state())
  })
})

describe('money that is given back needs its debit', () => {
  const NONE = { presentations: {} }
  const lacked = (kind: string, without: boolean) => {
    const { stream, rowOf } = withRows()
    const state = stream.state()
    return lackedByMandate(without ? { ...state, ...NONE } : state, rowOf(kind))
  }

  test.each(['refund', 'dispute'])('a %s, where the state holds the debit no longer', (kind) => {
    expect(lacked(kind, true)).toEqual([{ kind: 'presentation', id: 'prs_1' }])
    expect(lacked(kind, false)).toEqual([])
  })

  test.each(['notification', 'presentation', 'schedule'])('a %s needs none', (kind) => {
    expect(lacked(kind, true)).toEqual([])
  })
})

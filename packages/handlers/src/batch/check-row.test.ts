import { expect, test } from 'vitest'
import { checkRow } from './check-row.ts'

let minted = 0
const mint = (kind: string): string => `${kind}_${++minted}`
const ROW = {
  mandate_id: 'mdt_1',
  amount: 30_000,
  debit_date: '2030-01-08',
  reference_id: 'debit-1',
}

function check(value: unknown, kind: 'debits' | 'notifications' = 'debits') {
  return checkRow({ line: 3, raw: '', reading: { ok: true, value } }, { kind, mint })
}

test('a row of debits has the ids of its notice and its debit from the start', () => {
  const { status, order } = check(ROW)
  expect(status).toBe('accepted')
  expect(order).toMatchObject({ when: 'asap', retry: 'none', metadata: {}, debit_at: null })
  expect([order?.notification_id, order?.presentation_id]).toEqual([
    expect.stringMatching(/^notification_/),
    expect.stringMatching(/^presentation_/),
  ])
  expect(check(ROW, 'notifications').order?.presentation_id).toBe(null)
})

test('a moment names its Indian day', () => {
  const { debit_date: _, ...rest } = ROW
  const { order } = check({ ...rest, debit_at: '2030-01-08T20:00:00Z' })
  expect(order?.debit_date).toBe('2030-01-09')
})

test('everything that is wrong with a row is named, and its reference kept', () => {
  const { status, reference_id, errors } = check({
    reference_id: 'debit-1',
    amount: '300',
    when: 'at',
  })
  expect([status, reference_id]).toEqual(['refused', 'debit-1'])
  expect(errors.map(({ field }) => field).sort()).toEqual([
    'amount',
    'debit_date',
    'mandate_id',
    'present_at',
  ])
})

test('nothing that a database cannot keep comes out of a row', () => {
  const { errors, reference_id } = check({ ...ROW, 'col\u0000our': 1, reference_id: 'a\u0000b' })
  expect(errors.map(({ field }) => field).sort()).toEqual(['col?our', 'reference_id'])
  expect(reference_id).toBe(null)
  expect(
    check({ ['x'.repeat(500)]: 1 }).errors.every(({ field }) => (field?.length ?? 0) <= 64),
  ).toBe(true)
})

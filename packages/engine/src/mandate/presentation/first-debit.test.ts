import { isoDate } from '@upi-autopay/rail'
import { describe, expect, test } from 'vitest'
import {
  answer,
  createMandate,
  createStream,
  DONE,
  MINUTE,
  MONDAY_8,
  type Stream,
} from '../decider-specification.ts'
import { followUp } from '../follow-up-specification.ts'
import { firstDebitReference } from './first-debit.ts'
import type { Presentation } from './presentation.ts'

const APPROVED = answer('mandate', 'mdt_1', DONE)
const pending = (terms: Parameters<typeof createMandate>[0]): Stream =>
  createStream().given(createMandate(terms))

describe('a mandate with a first debit', () => {
  test('makes it by itself when it is approved, at once and once, as the debit of its first cycle', () => {
    const stream = pending({
      description: 'Gym, every month',
      frequency: 'monthly',
      start_date: isoDate('2030-01-10'),
      first_debit: { amount: 500_00 },
    }).wait(MINUTE)
    const approved = followUp(stream, () => stream.when(APPROVED))
    const [one] = Object.values(stream.state().presentations)
    expect(one?.id).toMatch(/^prs_/)
    const id = one?.id ?? ''
    const expected: Presentation = {
      id,
      revision: 1,
      status: 'scheduled',
      mandate_id: 'mdt_1',
      notification_id: null,
      reference_id: 'first-mdt_1',
      description: 'Gym, every month',
      amount: 500_00,
      instant: true,
      cycle_key: '2030-01-01',
      cycle_until: isoDate('2030-01-31'),
      sequence_number: 1,
      when: 'asap',
      present_at: null,
      retry: 'none',
      due_at: stream.at,
      deferred_because: null,
      payer_expires_at: null,
      outcome: null,
      attempts: [],
      attempts_left: 1,
      rrn: null,
      npci_txn_id: null,
      succeeded_at: null,
      failure: null,
      batch_id: null,
      schedule_id: null,
      quiet: false,
      resolution: null,
      amount_refunded: 0,
      amount_refund_pending: 0,
      amount_disputed: 0,
      amount_reversed: 0,
      reversed_at: null,
      metadata: {},
      created_at: stream.at,
      updated_at: stream.at,
    }
    expect(one).toEqual(expected)
    expect(approved.said).toEqual([
      ['mandate.activated', { umn: null }],
      ['presentation.created', { presentation: expected, cycle_until: '2030-01-31' }],
    ])
    expect(approved.timers).toMatchObject({ [`present:${id}`]: MONDAY_8 + MINUTE })
  })

  test('asks for no second PIN', () => {
    const stream = pending({ first_debit: { amount: 500_00 } }).given(APPROVED)
    const [one] = Object.values(stream.state().presentations)
    expect(followUp(stream, () => stream.fire(`present:${one?.id}`)).said).toEqual([
      ['presentation.processing', { attempt: 1, authentication: 'none', attempts_left: 0 }],
    ])
  })
})

test('a mandate without one debits nothing by itself', () => {
  const stream = pending({ first_debit: null })
  expect(followUp(stream, () => stream.when(APPROVED)).said).toEqual([
    ['mandate.activated', { umn: null }],
  ])
})

test('the first debit is named after its mandate', () => {
  expect(firstDebitReference('mdt_7')).toBe('first-mdt_7')
})

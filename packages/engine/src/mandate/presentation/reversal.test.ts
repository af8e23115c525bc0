import { describe, expect, test } from 'vitest'
import { mandateAggregate } from '../aggregate.ts'
import { DONE, declined, MINUTE, type Stream } from '../decider-specification.ts'
import { followUp, refusal } from '../follow-up-specification.ts'
import { atTheBank, debit, tell } from './attempt-specification.ts'

const REVERSE = { type: 'ReversePresentation', presentation_id: 'prs_1' } as const
const collected = (): Stream => atTheBank().given(tell(1, DONE)).wait(MINUTE)
const refund = (amount: number | null) =>
  ({
    type: 'CreateRefund',
    id: 'rfd_1',
    reference_id: 'refund-001',
    of: { kind: 'presentation', id: 'prs_1' },
    amount,
    metadata: {},
  }) as const

describe('a collected debit that the bank takes back', () => {
  test('has a reversal of its own, which is found by its debit', () => {
    const stream = collected()
    const decision = stream.when(REVERSE)
    if (!decision.ok) throw new Error('it was collected')
    const [, created] = decision.events
    const id = created?.resource_id ?? ''
    expect(id).toMatch(/^rvs_/)
    const reversal = {
      id,
      revision: 1,
      status: 'succeeded',
      mandate_id: 'mdt_1',
      presentation_id: 'prs_1',
      amount: 100_00,
      metadata: {},
      created_at: stream.at,
      updated_at: stream.at,
    }
    expect(decision.events).toMatchObject([
      { type: 'presentation.reversed', resource_id: 'prs_1', data: { amount: 100_00 } },
      { type: 'reversal.created', resource_kind: 'reversal', data: { reversal } },
    ])
    const rows = mandateAggregate.rows(stream.state(), decision.events)
    expect(rows.filter(({ kind }) => kind === 'reversal')).toEqual([
      {
        kind: 'reversal',
        id,
        stream: 'mdt_1',
        revision: 1,
        status: 'succeeded',
        reference_id: null,
        mandate_id: 'mdt_1',
        notification_id: null,
        created_at: stream.at,
        updated_at: stream.at,
        links: ['prs_1'],
        data: reversal,
      },
    ])
  })

  test.each([
    ['all of it where nothing was given back', null, 100_00],
    ['the rest of a partial refund', 99_99, 1],
  ])('gives back %s', (_what, refunded, amount) => {
    const stream = collected()
    if (refunded !== null) stream.given(refund(refunded))
    expect(followUp(stream, () => stream.when(REVERSE)).said[0]).toEqual([
      'presentation.reversed',
      { amount },
    ])
    expect(debit(stream).amount_reversed).toBe(amount)
  })

  test('has nothing left to take where all of it is being refunded', () => {
    const stream = collected().given(refund(null))
    expect(refusal(stream.when(REVERSE))).toEqual({
      code: 'state_conflict',
      detail:
        'Presentation prs_1 is succeeded: all that it collected has gone back or is disputed.',
      allowed_actions: [],
    })
  })
})

test.each([
  ['processing', () => atTheBank()],
  ['declined', () => atTheBank().given(tell(1, declined('Z9')))],
  ['failed', () => atTheBank().given(tell(1, declined('YE')))],
  ['reversed', () => collected().given(REVERSE)],
])('a debit that is %s is not taken back', (status, made) => {
  expect(refusal(made().when(REVERSE))).toMatchObject({
    code: 'state_conflict',
    detail: `Presentation prs_1 is ${status}: only a collected debit is reversed.`,
  })
})

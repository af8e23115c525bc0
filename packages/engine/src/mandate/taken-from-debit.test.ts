import { describe, expect, test } from 'vitest'
import type { Reaction } from '../kernel/aggregate.ts'
import type { MandateCommand } from './commands.ts'
import { debitAtBank, debitCollected, GIVE_BACK, OBJECT } from './debited-specification.ts'
import {
  answer,
  DAY,
  DONE,
  declined,
  MINUTE,
  MONDAY_8,
  type Stream,
  told,
} from './decider-specification.ts'
import { evolveMandate } from './evolve.ts'
import { reactToMandate } from './react.ts'

const TUESDAY_8 = MONDAY_8 + DAY
const DISPUTE = { dispute_id: 'dsp_1' }
const evidence = { note: 'signed by the payer', urls: [] }

/** What follows from the last event of a decision. */
function reaction(stream: Stream, command: MandateCommand): Reaction {
  const decision = stream.when(command)
  const event = decision.ok ? decision.events.at(-1) : undefined
  if (event === undefined) throw new Error('nothing was decided')
  return reactToMandate(stream.state(), event, stream.at)
}

const booked = { fee: 0, at: TUESDAY_8 + MINUTE, speed: 't1' }

describe('a refund of a debit', () => {
  test('is asked of the provider by the attempt that collected', () => {
    const stream = debitAtBank().given(answer('presentation', 'prs_1', declined('Z9'), 1))
    stream.given({
      type: 'RetryPresentation',
      presentation_id: 'prs_1',
      when: 'asap',
      present_at: null,
    })
    stream.fire('present:prs_1')
    stream.given(answer('presentation', 'prs_1', DONE, 2))
    expect(reaction(stream, GIVE_BACK).effects).toEqual([
      {
        id: 'refund:rfd_1',
        kind: 'refund',
        resource_kind: 'refund',
        resource_id: 'rfd_1',
        attempt: null,
        provider_reference: 'rfd1',
        request: {
          amount: 60_00,
          flow: 'refund',
          authentication: 'none',
          attempts_before: 0,
          refund_of: { provider_reference: 'prs1a2', rrn: '000000000001' },
        },
      },
    ])
  })

  test('leaves the settlement when it is made', () => {
    const stream = debitCollected().given(GIVE_BACK).wait(MINUTE)
    const done: MandateCommand = { type: 'AnswerRefund', refund_id: 'rfd_1', outcome: DONE }
    const about = { kind: 'refunded', resource_kind: 'refund', resource_id: 'rfd_1' }
    expect(reaction(stream, done).movements).toEqual([
      { id: 'rfd_1:refunded', ...about, amount: 60_00, ...booked },
    ])
  })

  test('is a new version of the debit, which shows it', () => {
    const stream = debitCollected()
    const before = stream.state().presentations.prs_1
    stream.wait(MINUTE).given(GIVE_BACK)
    expect(stream.state().presentations.prs_1).toEqual({
      ...before,
      amount_refund_pending: 60_00,
      revision: (before?.revision ?? 0) + 1,
      updated_at: TUESDAY_8 + MINUTE,
    })
  })

  test('is refused while nothing was collected', () => {
    expect(told(debitAtBank().when(GIVE_BACK))).toEqual(['state_conflict'])
    expect(told(debitAtBank().when(OBJECT))).toEqual(['state_conflict'])
  })
})

describe('a dispute of a debit', () => {
  const about = { resource_kind: 'dispute', resource_id: 'dsp_1', amount: 30_00 }

  test('takes its amount out of the settlement, and names its deadline', () => {
    const opened = reaction(debitCollected().wait(MINUTE), OBJECT)
    expect(opened.timers.map(({ key }) => key)).toEqual(['dispute_deadline:dsp_1'])
    expect(opened.movements).toEqual([
      { id: 'dsp_1:disputed', kind: 'disputed', ...about, ...booked },
    ])
  })

  test('brings it back when it is won', () => {
    const stream = debitCollected().given(OBJECT).wait(MINUTE)
    const won = reaction(stream, { type: 'DecideDispute', ...DISPUTE, outcome: 'won' })
    expect(won.timers_cleared).toEqual(['dispute_deadline:dsp_1'])
    expect(won.movements).toEqual([
      { id: 'dsp_1:dispute_won', kind: 'dispute_won', ...about, ...booked },
    ])
  })

  test('that is contested moves no money, and is no new version of the debit', () => {
    const stream = debitCollected().given(OBJECT)
    const before = stream.state().presentations.prs_1
    stream.wait(MINUTE).given({ type: 'ContestDispute', ...DISPUTE, evidence })
    expect(stream.state().presentations.prs_1).toEqual(before)
    expect(stream.timers.get('dispute_deadline:dsp_1')).toBeNull()
  })
})

test('what the bank takes back leaves the settlement by itself', () => {
  const stream = debitCollected().wait(MINUTE)
  const taken = reaction(stream, { type: 'ReversePresentation', presentation_id: 'prs_1' })
  const [id = ''] = Object.keys(stream.state().reversals)
  const about = { kind: 'reversed', resource_kind: 'reversal', resource_id: id }
  expect(taken).toEqual({
    effects: [],
    timers: [],
    timers_cleared: [],
    effects_withdrawn: [],
    movements: [{ id: `${id}:reversed`, ...about, amount: 100_00, ...booked }],
  })
})

test.each([
  ['a refund', GIVE_BACK],
  ['a dispute', OBJECT],
])('%s of a debit that the state does not hold is a bug, and is named', (_what, command) => {
  const stream = debitCollected()
  const state = { ...stream.state(), presentations: {} }
  const decision = stream.when(command)
  const [event] = decision.ok ? decision.events : []
  if (event === undefined) throw new Error('nothing was decided')
  expect(() => evolveMandate(state, event, stream.at)).toThrow(
    'the debit prs_1 that money goes back of is not loaded',
  )
})

import { isoDate } from '@upi-autopay/rail'
import { describe, expect, test } from 'vitest'
import type { Decision } from '../kernel/aggregate.ts'
import {
  activeMandate,
  debitAtBank,
  debitCollected,
  GIVE_BACK,
  modify,
  OBJECT,
  rowsOf,
} from './debited-specification.ts'
import {
  answer,
  DAY,
  DONE,
  declined,
  notify,
  present,
  type Stream,
} from './decider-specification.ts'
import type { MandateStreamEvent } from './events.ts'
import { mandateRecord } from './rows.ts'

const paid = answer('presentation', 'prs_1', DONE, 1)
const refused = answer('presentation', 'prs_1', declined('YE'), 1)

/** A month whose debit failed with its first attempt, and whose second debit is at the bank. */
function triedTwice(): Stream {
  const stream = debitAtBank({ frequency: 'monthly' })
    .given(refused)
    .given(notify({ id: 'pdn_2', debit_date: isoDate('2030-01-10') }))
    .given(answer('notification', 'pdn_2', DONE))
    .given(
      present({ id: 'prs_2', reference_id: 'debit-002', source: { notification_id: 'pdn_2' } }),
    )
  stream.fire('present:prs_2')
  return stream
}

type Case = readonly [
  what: string,
  given: () => Stream,
  when: (stream: Stream) => Decision<MandateStreamEvent>,
  rows: readonly string[],
]

describe('a decision writes the rows of what it moved', () => {
  test.each<Case>([
    [
      'a notice gives the cycle its number, which the mandate shows',
      activeMandate,
      (stream) => stream.when(notify()),
      ['mandate mdt_1 active', 'notification pdn_1 pending'],
    ],
    [
      'a notice that arrives is the notice’s matter alone',
      () => activeMandate().given(notify()),
      (stream) => stream.when(answer('notification', 'pdn_1', DONE)),
      ['notification pdn_1 delivered'],
    ],
    [
      'a planned debit takes its cycle, which the mandate shows',
      () =>
        activeMandate()
          .given(notify())
          .given(answer('notification', 'pdn_1', DONE)),
      (stream) => stream.when(present()),
      ['mandate mdt_1 active', 'presentation prs_1 scheduled'],
    ],
    [
      'an attempt uses the notice',
      () =>
        activeMandate()
          .given(notify())
          .given(answer('notification', 'pdn_1', DONE))
          .given(present()),
      (stream) => stream.fire('present:prs_1'),
      ['notification pdn_1 used', 'presentation prs_1 processing'],
    ],
    [
      'a success spends the cycle',
      debitAtBank,
      (stream) => stream.when(paid),
      ['mandate mdt_1 active', 'presentation prs_1 succeeded'],
    ],
    [
      'a failure with attempts left leaves the cycle open',
      debitAtBank,
      (stream) => stream.when(refused),
      ['presentation prs_1 failed'],
    ],
    [
      'a failure with the last attempt spends the cycle',
      () => debitAtBank({}, { attempts_max: 1 }),
      (stream) => stream.when(refused),
      ['mandate mdt_1 active', 'presentation prs_1 failed'],
    ],
    [
      'a success told after a failure spends the cycle',
      () => debitAtBank().given(refused),
      (stream) => stream.when(paid),
      ['mandate mdt_1 active', 'presentation prs_1 succeeded'],
    ],
    [
      'a second success in one cycle is shown with it',
      () => triedTwice().given(answer('presentation', 'prs_2', DONE, 1)),
      (stream) => stream.when(paid),
      ['mandate mdt_1 active', 'presentation prs_1 succeeded'],
    ],
    [
      'a change that waits for the payer is part of the mandate',
      activeMandate,
      (stream) => stream.when(modify()),
      ['mandate mdt_1 active', 'modification mod_1 pending'],
    ],
    [
      'so is a change that is over',
      () => activeMandate().given(modify()),
      (stream) => stream.when(answer('modification', 'mod_1', declined('ZA'))),
      ['mandate mdt_1 active', 'modification mod_1 declined'],
    ],
    [
      'a refund takes from its debit',
      debitCollected,
      (stream) => stream.when(GIVE_BACK),
      ['refund rfd_1 pending', 'presentation prs_1 succeeded'],
    ],
    [
      'a dispute takes from its debit',
      debitCollected,
      (stream) => stream.when(OBJECT),
      ['dispute dsp_1 open', 'presentation prs_1 succeeded'],
    ],
  ])('%s', (_what, given, when, rows) => {
    const stream = given()
    const moved = rowsOf(stream, when(stream))
    expect(moved.map(({ kind, id, status }) => `${kind} ${id} ${status}`)).toEqual(rows)
  })

  test('what the bank takes back is a reversal, and is shown on its debit', () => {
    const stream = debitCollected().wait(DAY)
    const moved = rowsOf(
      stream,
      stream.when({ type: 'ReversePresentation', presentation_id: 'prs_1' }),
    )
    const [reversal] = Object.values(stream.state().reversals)
    expect(reversal).toMatchObject({ presentation_id: 'prs_1', amount: 100_00 })
    expect(moved).toMatchObject([
      { kind: 'presentation', id: 'prs_1', status: 'reversed' },
      { kind: 'reversal', id: reversal?.id, status: 'succeeded', data: reversal },
    ])
    expect(moved).toHaveLength(2)
  })
})

test('before a mandate is created there is no record of it', () => {
  const decision = activeMandate().when(notify())
  const events = decision.ok ? decision.events : []
  expect(events.map((event) => mandateRecord(null, event))).toEqual([undefined])
})

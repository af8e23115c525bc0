import { isoDate } from '@upi-autopay/rail'
import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../ports/outcome.ts'
import { mandateAggregate } from '../aggregate.ts'
import {
  DAY,
  DONE,
  declined,
  HOUR,
  MINUTE,
  notify,
  present,
  told,
} from '../decider-specification.ts'
import { followUp } from '../follow-up-specification.ts'
import {
  AWAITING,
  active,
  atTheBank,
  debit,
  NOBODY_ASKED,
  reply,
  TUESDAY_8,
  tell,
  UNKNOWN,
} from './attempt-specification.ts'

const AGAIN: Outcome = {
  result: 'accepted',
  state: 'done',
  references: { rrn: '000000000002', npci_txn_id: 'N2' },
}
const NAMELESS: Outcome = { result: 'accepted', state: 'done' }
const RECEIPT = { attempt: 1, rrn: '000000000001', npci_txn_id: 'N1', still_open: null }

/** A debit whose first attempt was refused and whose second is at the bank, from nine o’clock on. */
function secondAtTheBank(policy = {}) {
  const stream = atTheBank({ debit: { retry: 'auto' }, policy }).given(tell(1, declined('Z9')))
  stream.fire('present:prs_1')
  return stream
}

describe('a success', () => {
  test('is told with the rail’s names for it, and leaves nothing to do', () => {
    expect(followUp(atTheBank(), (stream) => stream.when(tell(1, DONE)))).toEqual({
      said: [['presentation.succeeded', RECEIPT]],
      timers: { 'pin_expiry:prs_1': null, 'window_end:prs_1': null },
      asked: [],
      withdrawn: ['present:prs_1:1'],
    })
  })

  test('may come without names', () => {
    const stream = atTheBank()
    expect(followUp(stream, () => stream.when(tell(1, NAMELESS))).said).toEqual([
      ['presentation.succeeded', { ...RECEIPT, rrn: null, npci_txn_id: null }],
    ])
  })

  test('of the second attempt asks nobody about the first, which was refused', () => {
    const stream = secondAtTheBank()
    expect(followUp(stream, () => stream.when(tell(2, AGAIN))).said).toEqual([
      [
        'presentation.succeeded',
        { attempt: 2, rrn: '000000000002', npci_txn_id: 'N2', still_open: null },
      ],
    ])
  })

  test.each([
    ['with the same reference', DONE, DONE],
    ['without one', DONE, NAMELESS],
    ['with the reference that it lacked', NAMELESS, DONE],
  ])('told again %s says nothing new', (_how, first, again) => {
    const stream = atTheBank().given(tell(1, first))
    expect(stream.when(tell(1, again))).toEqual({ ok: true, events: [] })
  })

  test('told again with another reference is kept in the log as it was said', () => {
    const stream = atTheBank().given(tell(1, DONE))
    const outcome = { result: 'accepted', state: 'done', references: { rrn: '000000000002' } }
    expect(followUp(stream, () => stream.when(tell(1, AGAIN))).said).toEqual([
      ['presentation.contradicted', { attempt: 1, outcome }],
    ])
  })
})

describe('a success of the first attempt while the second is at the bank', () => {
  test('has the bank asked about the second, ninety seconds after that began', () => {
    const stream = secondAtTheBank()
    const inquire_at = stream.at + 90_000
    const { said, timers } = followUp(stream, () => stream.when(tell(1, DONE)))
    expect(said).toEqual([
      ['presentation.succeeded', { ...RECEIPT, still_open: { attempt: 2, inquire_at } }],
    ])
    expect(timers).toMatchObject({ 'inquire:prs_1:2': inquire_at })
  })

  test('ends the questions about the first and begins those about the second', () => {
    const stream = atTheBank({ debit: { retry: 'auto' } }).given(tell(1, UNKNOWN))
    stream.fire('inquire:prs_1:1')
    stream.given(reply(1, declined('Z9')))
    stream.fire('present:prs_1')
    const inquire_at = stream.at + 90_000
    expect(followUp(stream, () => stream.when(tell(1, DONE)))).toMatchObject({
      timers: { 'inquire:prs_1:2': inquire_at },
      withdrawn: ['present:prs_1:2', 'inquire:prs_1:1:1'],
    })
  })

  test('leaves the questions about the second as they are planned where it is in doubt already', () => {
    const stream = secondAtTheBank().given(tell(2, UNKNOWN))
    const planned = stream.timers.get('inquire:prs_1:2')?.at
    const { said } = followUp(stream, () => stream.wait(MINUTE).when(tell(1, DONE)))
    expect(said).toEqual([['presentation.succeeded', RECEIPT]])
    expect(stream.timers.get('inquire:prs_1:2')?.at).toBe(planned)
  })

  test('asks nobody where that is not allowed', () => {
    const stream = secondAtTheBank(NOBODY_ASKED)
    expect(followUp(stream, () => stream.when(tell(1, DONE))).said).toEqual([
      ['presentation.succeeded', RECEIPT],
    ])
  })

  test('asks no fourth time about the second, of which three questions told nothing', () => {
    const stream = secondAtTheBank().given(tell(2, UNKNOWN))
    for (let inquiry = 1; inquiry <= 2; inquiry++) {
      stream.fire('inquire:prs_1:2')
      stream.given(reply(2, UNKNOWN))
    }
    stream.fire('inquire:prs_1:2')
    stream.given(reply(2, AWAITING)).given(tell(1, DONE))
    expect(stream.fire('inquire:prs_1:2')).toEqual({ ok: true, events: [] })
  })
})

test('a surplus that a question brought to light ends the questions', () => {
  const stream = secondAtTheBank().given(tell(1, DONE))
  stream.fire('inquire:prs_1:2')
  expect(followUp(stream, () => stream.when(reply(2, AGAIN)))).toMatchObject({
    said: [['presentation.surplus_collected', { attempt: 2, still_open: null }]],
    timers: { 'inquire:prs_1:2': null },
    withdrawn: expect.arrayContaining(['inquire:prs_1:2:1']),
  })
})

describe('a one-time mandate', () => {
  const ONE_TIME = { frequency: 'one_time', end_date: isoDate('2030-01-31') } as const

  test('is completed by its debit, and the rail takes back what else was announced', () => {
    const stream = active({ mandate: ONE_TIME })
      .given(notify())
      .given(present({ source: { instant_amount: 100_00 } }))
    stream.fire('present:prs_1')
    expect(followUp(stream, () => stream.when(tell(1, DONE))).said).toEqual([
      ['presentation.succeeded', RECEIPT],
      ['mandate.completed', {}],
      ['notification.cancelled', { by: 'rail' }],
    ])
  })

  test('that was revoked while its debit was at the bank stays revoked', () => {
    const stream = atTheBank({ mandate: ONE_TIME }).given({
      type: 'RevokeMandate',
      mandate_id: 'mdt_1',
    })
    expect(told(stream.when(tell(1, DONE)))).toEqual(['presentation.succeeded'])
    expect(stream.state().mandate.status).toBe('revoked')
  })
})

describe('a success told weeks later, when the cycle is no longer remembered,', () => {
  /** The same stream as it is loaded after so many days: what is over lives in its row. */
  function later(stream: ReturnType<typeof atTheBank>, days: number) {
    const shown = debit(stream)
    stream.wait(days * DAY)
    const pruned = mandateAggregate.prune(stream.state(), stream.at)
    expect(pruned).toMatchObject({ presentations: {}, cycles: {} })
    const row = mandateAggregate.rows(stream.state(), [
      {
        type: 'presentation.cancelled',
        resource_kind: 'presentation',
        resource_id: shown.id,
        data: {},
      },
    ])
    const loaded = row.reduce(mandateAggregate.restore, pruned)
    return (attempt: number) =>
      told(mandateAggregate.decide(loaded, tell(attempt, AGAIN), stream.facts(), {}))
  }

  test('corrects the debit that had failed', () => {
    const stream = atTheBank().given(tell(1, declined('YE')))
    expect(later(stream, 2)(1)).toEqual(['presentation.corrected'])
  })

  test('is surplus where another attempt of the debit was paid', () => {
    const stream = secondAtTheBank()
      .given(tell(1, DONE))
      .given(tell(2, declined('Z9')))
    expect(later(stream, 32)(2)).toEqual(['presentation.surplus_collected'])
  })
})

test('the moments of this file are those of the rules', () => {
  const stream = secondAtTheBank()
  expect(debit(stream).attempts.map(({ started_at }) => started_at)).toEqual([
    TUESDAY_8,
    TUESDAY_8 + HOUR,
  ])
})

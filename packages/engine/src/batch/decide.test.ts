import {
  BATCH_STATUSES,
  type BatchCancelReason,
  type BatchStatus,
  toInstant,
} from '@upi-autopay/rail'
import { describe, expect, test } from 'vitest'
import type { Facts } from '../kernel/aggregate.ts'
import type { Timer } from '../ports/work-store.ts'
import { type Batch, NO_ROWS } from './batch.ts'
import type { BatchCommand } from './commands.ts'
import { decideBatch } from './decide.ts'
import { evolveBatch } from './evolve.ts'
import { reactToBatch } from './react.ts'
import { batchRows } from './rows.ts'

const NOW = toInstant(Date.parse('2030-01-07T02:30:00.000Z'))
const FACTS = { now: NOW } as Facts

const CREATE: BatchCommand = {
  type: 'CreateBatch',
  id: 'bat_1',
  kind: 'debits',
  events: 'each',
  reference_id: 'batch-0001',
  metadata: {},
}
const START: BatchCommand = {
  type: 'StartBatch',
  batch_id: 'bat_1',
  rows: { accepted: 5, refused: 2 },
  amount: 150_000,
}
const received = (accepted: number): BatchCommand => ({
  type: 'RecordBatchUpload',
  batch_id: 'bat_1',
  rows: { accepted, refused: 1 },
  amount: accepted * 100_00,
})
const progress = (from_line: number, through_line: number, last = false): BatchCommand => ({
  type: 'RecordBatchProgress',
  batch_id: 'bat_1',
  from_line,
  through_line,
  counts: { planned: 1, unchanged: 1, refused: 1 },
  last,
})
const ends = (results: [] | null): BatchCommand => ({
  type: 'RecordBatchEnds',
  batch_id: 'bat_1',
  ended_line: 4,
  look_at: toInstant(NOW + 60_000),
  results,
})
const cancel = (reason: BatchCancelReason = 'merchant'): BatchCommand => ({
  type: 'CancelBatch',
  batch_id: 'bat_1',
  reason,
})
const fire = (kind: string): BatchCommand => ({
  type: 'FireTimer',
  timer: { kind, key: `${kind}:bat_1` } as Timer,
})

/** The batch after commands, and the types of the last one's events or the code of its refusal. */
function play(...commands: readonly BatchCommand[]): {
  batch: Batch
  said: string[]
  timers: string[]
} {
  let state: Batch | null = null
  let said: string[] = []
  let timers: string[] = []
  for (const command of commands) {
    const decision = decideBatch(state, command, FACTS)
    said = decision.ok ? decision.events.map(({ type }) => type) : [decision.rejection.code]
    timers = []
    for (const event of decision.ok ? decision.events : []) {
      state = evolveBatch(state, event, NOW)
      const reaction = reactToBatch(state, event, NOW)
      timers.push(
        ...reaction.timers.map(({ kind, at }) => `${kind} in ${at - NOW}`),
        ...reaction.timers_cleared.map((key) => `no ${key.split(':')[0]}`),
      )
    }
  }
  if (state === null) throw new Error('the first command creates')
  return { batch: state, said, timers }
}

const IN: Readonly<Record<BatchStatus, readonly BatchCommand[]>> = {
  validating: [CREATE],
  running: [CREATE, START],
  completed: [CREATE, START, progress(0, 7, true), ends([])],
  cancelled: [CREATE, START, cancel()],
}

describe('a batch', () => {
  test.each([
    // command, then what it says in: validating, running, completed, cancelled
    ['to start', START, ['batch.started', 'state_conflict', 'state_conflict', 'state_conflict']],
    [
      'that receives more rows',
      received(1_000),
      ['batch.received', 'state_conflict', 'state_conflict', 'state_conflict'],
    ],
    [
      'to be cancelled',
      cancel(),
      ['batch.cancelled', 'batch.cancelled', 'state_conflict', 'state_conflict'],
    ],
    ['whose upload broke off', cancel('upload_dropped'), ['batch.cancelled', '', '', '']],
    ['that moves on', progress(0, 3), ['', 'batch.progressed', '', 'batch.progressed']],
    ['whose debits have ended', ends([]), ['', 'batch.completed', '', '']],
    ['whose debits have not', ends(null), ['', 'batch.progressed', '', '']],
    ['whose upload takes too long', fire('upload_deadline'), ['batch.cancelled', '', '', '']],
    ['whose rows were swept', fire('batch_sweep'), ['', '', '', '']],
  ] as const)('%s, in each of its states', (_name, command, answers) => {
    const said = BATCH_STATUSES.map((status) => play(...IN[status], command).said.join())
    expect(said).toEqual(answers)
  })

  test('that does not exist is not found', () => {
    expect(decideBatch(null, START, FACTS)).toMatchObject({ rejection: { code: 'not_found' } })
  })
})

describe('the rows of a batch', () => {
  test('are counted once, however often they are told', () => {
    const told = play(...IN.running, progress(0, 3), progress(0, 3))
    expect(told.said).toEqual([])
    expect(told.batch).toMatchObject({
      through_line: 3,
      rows: { total: 7, accepted: 2, planned: 1, unchanged: 1, refused: 3, cancelled: 0 },
    })
  })

  test('are counted while they come in, and as a whole when the upload is', () => {
    const half = play(CREATE, received(1_000), received(2_000))
    expect(half.batch).toMatchObject({
      status: 'validating',
      rows: { ...NO_ROWS, total: 2_001, accepted: 2_000, refused: 1 },
      amount: 200_000_00,
    })
    const { batch } = play(CREATE, received(1_000), START)
    expect(batch.rows).toEqual({ ...NO_ROWS, total: 7, accepted: 5, refused: 2 })
    expect(play(CREATE, received(1_000), cancel('upload_dropped')).batch.rows).toEqual({
      ...NO_ROWS,
      total: 1_001,
      refused: 1,
      cancelled: 1_000,
    })
  })

  test('that waited when it was cancelled are cancelled', () => {
    const { batch } = play(...IN.running, progress(0, 3), cancel())
    expect(batch.rows).toEqual({
      ...NO_ROWS,
      total: 7,
      planned: 1,
      unchanged: 1,
      refused: 3,
      cancelled: 2,
    })
  })

  test('that were under way when it was cancelled are counted as what they became', () => {
    const { batch, timers } = play(...IN.cancelled, progress(0, 3))
    expect(batch).toMatchObject({ status: 'cancelled', through_line: 3 })
    expect(batch.rows).toEqual({
      ...NO_ROWS,
      total: 7,
      planned: 1,
      unchanged: 1,
      refused: 3,
      cancelled: 2,
    })
    expect(timers).toEqual(['no batch_run', 'no batch_look'])
  })
})

describe('what a batch does next', () => {
  test('waits for its upload, then hands rows over until none is left, then looks for ends', () => {
    expect(play(CREATE).timers).toEqual(['upload_deadline in 600000'])
    expect(play(CREATE, received(1_000)).timers).toEqual(['upload_deadline in 600000'])
    expect(play(CREATE, START).timers).toEqual(['batch_run in 0', 'no upload_deadline'])
    expect(play(...IN.running, progress(0, 3)).timers[0]).toBe('batch_run in 0')
    expect(play(...IN.running, progress(0, 7, true)).timers[0]).toBe('batch_look in 0')
    expect(play(...IN.running, ends(null)).timers[0]).toBe('batch_look in 60000')
    expect(play(...IN.completed).timers).toEqual(['no batch_look'])
    expect(play(...IN.cancelled).timers[0]).toBe('batch_sweep in 0')
  })
})

describe('the reference of a batch', () => {
  const reference = (...commands: readonly BatchCommand[]) =>
    batchRows(play(...commands).batch)[0]?.reference_id

  test('stays taken, but where the upload came to nothing', () => {
    expect(reference(CREATE)).toBe('batch-0001')
    expect(reference(...IN.cancelled)).toBe('batch-0001')
    expect(reference(CREATE, cancel('upload_dropped'))).toBe(null)
    expect(reference(CREATE, cancel())).toBe(null)
  })
})

import { toInstant } from '@upi-autopay/rail'
import { describe, expect, test } from 'vitest'
import type { Facts, Reaction } from '../kernel/aggregate.ts'
import type { Timer } from '../ports/work-store.ts'
import { type Batch, NO_ROWS } from './batch.ts'
import type { BatchCommand } from './commands.ts'
import { decideBatch } from './decide.ts'
import { batchEvent } from './events.ts'
import { evolveBatch } from './evolve.ts'
import { reactToBatch } from './react.ts'

const BEGUN = Date.parse('2030-01-07T02:30:00.000Z')
const MINUTE = 60_000
/** Commands come a minute apart. */
const minute = (count: number) => toInstant(BEGUN + count * MINUTE)

const CREATE: BatchCommand = {
  type: 'CreateBatch',
  id: 'bat_1',
  kind: 'notifications',
  events: 'summary',
  reference_id: 'batch-0001',
  metadata: { branch: 'north' },
}
const START: BatchCommand = {
  type: 'StartBatch',
  batch_id: 'bat_1',
  rows: { accepted: 3, refused: 1 },
  amount: 300_00,
}
const PROGRESS: BatchCommand = {
  type: 'RecordBatchProgress',
  batch_id: 'bat_1',
  from_line: 0,
  through_line: 4,
  counts: { planned: 2, unchanged: 0, refused: 1 },
  last: true,
}
const RESULTS = [{ kind: 'notification', status: 'delivered', count: 2, amount: 200_00 }] as never
const ends = (results: typeof RESULTS | null): BatchCommand => ({
  type: 'RecordBatchEnds',
  batch_id: 'bat_1',
  ended_line: 2,
  look_at: minute(60),
  results,
})
const CANCEL: BatchCommand = { type: 'CancelBatch', batch_id: 'bat_1', reason: 'merchant' }

/** The batch after commands that come a minute apart, and what follows from the last of them. */
function play(...commands: readonly BatchCommand[]): { batch: Batch; next: Reaction } {
  let batch: Batch | null = null
  let next: Reaction | null = null
  for (const [index, command] of commands.entries()) {
    const now = minute(index)
    const decision = decideBatch(batch, command, { now } as Facts)
    if (!decision.ok) throw new Error(decision.rejection.detail)
    for (const event of decision.events) {
      batch = evolveBatch(batch, event, now)
      next = reactToBatch(batch, event, now)
    }
  }
  if (batch === null || next === null) throw new Error('nothing was said')
  return { batch, next }
}

const NEW: Batch = {
  id: 'bat_1',
  revision: 1,
  status: 'validating',
  kind: 'notifications',
  events: 'summary',
  reference_id: 'batch-0001',
  rows: NO_ROWS,
  amount: 0,
  through_line: 0,
  ended_line: 0,
  results: null,
  cancel_reason: null,
  metadata: { branch: 'north' },
  started_at: null,
  ended_at: null,
  created_at: minute(0),
  updated_at: minute(0),
}
const RUNNING: Batch = {
  ...NEW,
  revision: 2,
  status: 'running',
  rows: { ...NO_ROWS, total: 4, accepted: 3, refused: 1 },
  amount: 300_00,
  started_at: minute(1),
  updated_at: minute(1),
}
const HANDED_OVER: Batch = {
  ...RUNNING,
  revision: 3,
  rows: { ...NO_ROWS, total: 4, planned: 2, refused: 2 },
  through_line: 4,
  updated_at: minute(2),
}

describe('what a batch shows', () => {
  test.each<readonly [string, readonly BatchCommand[], Batch]>([
    ['when its upload begins', [CREATE], NEW],
    ['when its upload is whole', [CREATE, START], RUNNING],
    ['when its rows were handed over', [CREATE, START, PROGRESS], HANDED_OVER],
    [
      'while some of its debits are open',
      [CREATE, START, PROGRESS, ends(null)],
      { ...HANDED_OVER, revision: 4, ended_line: 2, updated_at: minute(3) },
    ],
    [
      'when all of them have ended',
      [CREATE, START, PROGRESS, ends(RESULTS)],
      {
        ...HANDED_OVER,
        revision: 4,
        status: 'completed',
        results: RESULTS,
        ended_at: minute(3),
        updated_at: minute(3),
      },
    ],
    [
      'when the merchant cancels it',
      [CREATE, START, CANCEL],
      {
        ...RUNNING,
        revision: 3,
        status: 'cancelled',
        cancel_reason: 'merchant',
        rows: { ...NO_ROWS, total: 4, refused: 1, cancelled: 3 },
        ended_at: minute(2),
        updated_at: minute(2),
      },
    ],
    [
      'when its upload brings nothing for too long',
      [CREATE, { type: 'FireTimer', timer: { kind: 'upload_deadline' } as Timer }],
      {
        ...NEW,
        revision: 2,
        status: 'cancelled',
        cancel_reason: 'upload_dropped',
        ended_at: minute(1),
        updated_at: minute(1),
      },
    ],
  ])('%s', (_when, commands, shown) => expect(play(...commands).batch).toEqual(shown))
})

describe('what a batch does next', () => {
  const timer = (kind: string, at: Batch['created_at']) => ({
    key: `${kind}:bat_1`,
    kind,
    resource_kind: 'batch',
    resource_id: 'bat_1',
    at,
    outcome: null,
    attempt: null,
  })
  const nothing = { effects: [], timers: [], timers_cleared: [], effects_withdrawn: [] }
  const WORK = ['batch_run:bat_1', 'batch_look:bat_1']

  test.each<readonly [string, readonly BatchCommand[], Reaction]>([
    [
      'it waits ten minutes for its upload',
      [CREATE],
      { ...nothing, timers: [timer('upload_deadline', minute(10))] as Reaction['timers'] },
    ],
    [
      'it hands its rows over as soon as it is whole',
      [CREATE, START],
      {
        ...nothing,
        timers: [timer('batch_run', minute(1))] as Reaction['timers'],
        timers_cleared: ['upload_deadline:bat_1'],
      },
    ],
    [
      'it looks for what has ended when that is due',
      [CREATE, START, PROGRESS, ends(null)],
      {
        ...nothing,
        timers: [timer('batch_look', minute(60))] as Reaction['timers'],
        timers_cleared: WORK,
      },
    ],
    [
      'it sweeps its rows and does nothing else once it is cancelled',
      [CREATE, START, CANCEL],
      {
        ...nothing,
        timers: [timer('batch_sweep', minute(2))] as Reaction['timers'],
        timers_cleared: ['upload_deadline:bat_1', ...WORK],
      },
    ],
  ])('%s', (_what, commands, next) => expect(play(...commands).next).toEqual(next))
})

describe('a batch refuses', () => {
  const refusal = (state: Batch | null, command: BatchCommand) => {
    const decision = decideBatch(state, command, { now: minute(9) } as Facts)
    return decision.ok ? decision.events : decision.rejection
  }
  const in_state = (status: Batch['status']): Batch => ({ ...RUNNING, status })

  test.each<readonly [string, Batch | null, BatchCommand, unknown]>([
    [
      'what is asked of one that does not exist',
      null,
      CANCEL,
      { code: 'not_found', detail: 'There is no batch bat_1.' },
    ],
    [
      'rows that come after its upload',
      in_state('running'),
      START,
      {
        code: 'state_conflict',
        detail: 'Batch bat_1 is running: its upload is over.',
        allowed_actions: ['cancel'],
      },
    ],
    [
      'to be cancelled again',
      in_state('cancelled'),
      CANCEL,
      {
        code: 'state_conflict',
        detail: 'Batch bat_1 is cancelled: it is cancelled already.',
        allowed_actions: [],
      },
    ],
    [
      'to be cancelled when it is over',
      in_state('completed'),
      CANCEL,
      {
        code: 'state_conflict',
        detail: 'Batch bat_1 is completed: all its debits have ended.',
        allowed_actions: [],
      },
    ],
  ])('%s', (_what, state, command, said) => expect(refusal(state, command)).toEqual(said))
})

test('a batch asks nothing of the provider, and so hears nothing from it', () => {
  const outcome = { result: 'unknown' } as const
  const about = { resource_kind: 'batch', resource_id: 'bat_1', attempt: null } as const
  const told: BatchCommand = { type: 'RecordOutcome', ...about, outcome }
  const sending: BatchCommand = { type: 'ConfirmSending', effect: {} as never }
  for (const command of [told, sending])
    expect(decideBatch(RUNNING, command, { now: minute(2) } as Facts)).toEqual({
      ok: true,
      events: [],
    })
})

test('the log of a batch begins with its creation', () => {
  const event = batchEvent('batch.cancelled', 'bat_1', { reason: 'merchant' })
  expect(() => evolveBatch(null, event, minute(0))).toThrow(
    'the stream of bat_1 does not begin with its creation',
  )
})

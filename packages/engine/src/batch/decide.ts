import { allowedActions, type BatchCancelReason } from '@upi-autopay/rail'
import type { Decision, Facts } from '../kernel/aggregate.ts'
import { reject } from '../kernel/result.ts'
import { type Batch, NO_ROWS } from './batch.ts'
import type {
  BatchCommand,
  CreateBatch,
  RecordBatchEnds,
  RecordBatchProgress,
  RecordBatchUpload,
  StartBatch,
} from './commands.ts'
import { type BatchEvent, batchEvent } from './events.ts'

type Answer = Decision<BatchEvent>

/** Judges one command against one batch. Its rows are not looked at here: what became of them comes as commands. */
export function decideBatch(state: Batch | null, command: BatchCommand, facts: Facts): Answer {
  if (command.type === 'CreateBatch') return createBatch(command, facts)
  if (state === null) {
    const id = 'batch_id' in command ? command.batch_id : ''
    return reject({ code: 'not_found', detail: `There is no batch ${id}.` })
  }
  switch (command.type) {
    case 'RecordBatchUpload':
    case 'StartBatch':
      return recordUpload(state, command)
    case 'CancelBatch':
      return cancelBatch(state, command.reason)
    case 'RecordBatchProgress':
      return recordProgress(state, command, facts)
    case 'RecordBatchEnds':
      return recordEnds(state, command)
    case 'FireTimer':
      return command.timer.kind === 'upload_deadline'
        ? cancelBatch(state, 'upload_dropped')
        : NOTHING
    case 'RecordOutcome':
    case 'ConfirmSending':
      // A batch asks nothing of the provider.
      return NOTHING
    default:
      return command satisfies never
  }
}

const NOTHING: Answer = { ok: true, events: [] }

function createBatch(command: CreateBatch, { now }: Facts): Answer {
  const { id, kind, events, reference_id, metadata } = command
  const batch: Batch = {
    id,
    revision: 1,
    status: 'validating',
    kind,
    events,
    reference_id,
    rows: NO_ROWS,
    amount: 0,
    through_line: 0,
    ended_line: 0,
    results: null,
    cancel_reason: null,
    metadata,
    started_at: null,
    ended_at: null,
    created_at: now,
    updated_at: now,
  }
  return { ok: true, events: [batchEvent('batch.created', id, { batch })] }
}

function recordUpload(state: Batch, command: RecordBatchUpload | StartBatch): Answer {
  if (state.status !== 'validating') return refuseState(state, 'its upload is over')
  const { rows, amount } = command
  const type = command.type === 'StartBatch' ? 'batch.started' : 'batch.received'
  return { ok: true, events: [batchEvent(type, state.id, { rows, amount })] }
}

/** What is over has nothing left to cancel; an upload is given up, by whoever sees it first, only while it comes in. */
function cancelBatch(state: Batch, reason: BatchCancelReason): Answer {
  if (reason !== 'merchant' && state.status !== 'validating') return NOTHING
  if (state.status === 'cancelled') return refuseState(state, 'it is cancelled already')
  if (state.status === 'completed') return refuseState(state, 'all its debits have ended')
  return { ok: true, events: [batchEvent('batch.cancelled', state.id, { reason })] }
}

/** Handed over twice, by two servers or after a crash, rows are counted once: the first to tell moves the line. */
function recordProgress(state: Batch, command: RecordBatchProgress, { now }: Facts): Answer {
  const { from_line, through_line, counts, last } = command
  if (state.status !== 'running' && state.status !== 'cancelled') return NOTHING
  if (state.through_line !== from_line) return NOTHING
  const next =
    state.status === 'cancelled'
      ? null
      : { work: last ? ('look' as const) : ('run' as const), at: now }
  const { ended_line } = state
  return {
    ok: true,
    events: [batchEvent('batch.progressed', state.id, { through_line, ended_line, counts, next })],
  }
}

function recordEnds(state: Batch, { ended_line, look_at, results }: RecordBatchEnds): Answer {
  if (state.status !== 'running') return NOTHING
  if (results !== null) {
    return { ok: true, events: [batchEvent('batch.completed', state.id, { results })] }
  }
  const counts = { planned: 0, unchanged: 0, refused: 0 }
  const next = { work: 'look' as const, at: look_at }
  const { through_line } = state
  return {
    ok: true,
    events: [batchEvent('batch.progressed', state.id, { through_line, ended_line, counts, next })],
  }
}

function refuseState(state: Batch, why: string): Answer {
  return reject({
    code: 'state_conflict',
    detail: `Batch ${state.id} is ${state.status}: ${why}.`,
    allowed_actions: allowedActions('batch', state.status),
  })
}

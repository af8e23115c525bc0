import type { Instant } from '@upi-autopay/rail'
import { NO_REACTION, type Reaction, type TimerDraft } from '../kernel/aggregate.ts'
import type { Batch } from './batch.ts'
import type { BatchEvent } from './events.ts'

/** What a batch does by itself: give an upload up, hand rows over, look for the end of debits, mark rows as cancelled. */
export const BATCH_TIMERS = ['upload_deadline', 'batch_run', 'batch_look', 'batch_sweep'] as const
export type BatchTimerKind = (typeof BATCH_TIMERS)[number]

/**
 * How long an upload may bring nothing, on the merchant's clock. One that breaks off is cancelled at once by who received
 * it; this is for a server that went down meanwhile.
 */
const UPLOAD_MS = 10 * 60_000

/** What follows from an event of a batch. */
export function reactToBatch(_state: Batch, event: BatchEvent, at: Instant): Reaction {
  const id = event.resource_id
  const timer = timersOf(id)
  switch (event.type) {
    case 'batch.created':
    case 'batch.received':
      return {
        ...NO_REACTION,
        timers: [timer('upload_deadline', (at + UPLOAD_MS) as Instant)],
      }
    case 'batch.started':
      return {
        ...NO_REACTION,
        timers: [timer('batch_run', at)],
        timers_cleared: [`upload_deadline:${id}`],
      }
    case 'batch.progressed': {
      const { next } = event.data
      const done = [`batch_run:${id}`, `batch_look:${id}`]
      if (next === null) return { ...NO_REACTION, timers_cleared: done }
      return {
        ...NO_REACTION,
        timers: [timer(next.work === 'run' ? 'batch_run' : 'batch_look', next.at)],
        timers_cleared: done,
      }
    }
    case 'batch.completed':
      return { ...NO_REACTION, timers_cleared: [`batch_look:${id}`] }
    case 'batch.cancelled':
      return {
        ...NO_REACTION,
        timers: [timer('batch_sweep', at)],
        timers_cleared: [`upload_deadline:${id}`, `batch_run:${id}`, `batch_look:${id}`],
      }
    default:
      return event satisfies never
  }
}

function timersOf(resource_id: string): (kind: BatchTimerKind, at: Instant) => TimerDraft {
  return (kind, at) => ({
    key: `${kind}:${resource_id}`,
    kind,
    resource_kind: 'batch',
    resource_id,
    at,
    outcome: null,
    attempt: null,
  })
}

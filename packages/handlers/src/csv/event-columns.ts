import type { Event } from '@upi-autopay/contract'
import type { CsvColumn } from './csv-answer.ts'

/** The columns of `events.csv`: what happened, and where it left the resource. */
export const EVENT_COLUMNS: readonly CsvColumn<Event>[] = [
  ['id', ({ id }) => id],
  ['type', ({ type }) => type],
  ['created_at', ({ created_at }) => created_at],
  ['sequence', ({ sequence }) => sequence],
  ['object', ({ data }) => data.object.object],
  ['resource_id', ({ data }) => data.object.id],
  ['status', ({ data }) => data.object.status],
]

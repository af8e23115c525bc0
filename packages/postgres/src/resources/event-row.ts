import type { LoggedEvent, PrivateData, ReadEvent } from '@upi-autopay/engine'
import { privateData } from './private-data.ts'

/** The columns of an event `e`, and the private data of its stream. */
export const EVENT_COLUMNS = `e.stream, e.version, e.id, e.type, e.resource_kind, e.resource_id, e.at, e.cause, e.traceparent, e.public,
e.data, e.object, ${privateData('e.stream')} as private`

export interface EventColumns extends Omit<LoggedEvent, 'traceparent'> {
  readonly traceparent: string | null
  readonly private: PrivateData | null
}

export function readEvent(columns: EventColumns): ReadEvent {
  return {
    event: {
      id: columns.id,
      stream: columns.stream,
      version: columns.version,
      type: columns.type,
      resource_kind: columns.resource_kind,
      resource_id: columns.resource_id,
      at: columns.at,
      cause: columns.cause,
      ...(columns.traceparent !== null && { traceparent: columns.traceparent }),
      public: columns.public,
      data: columns.data,
      object: columns.object,
    },
    private: columns.private ?? {},
  }
}

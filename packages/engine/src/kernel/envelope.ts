import type { Instant, Mode, ResourceKind } from '@upi-autopay/rail'

/** Whose data: every command, key and statement carries it. */
export interface Tenant {
  readonly merchant_id: string
  readonly mode: Mode
}

/** The units of consistency: one stream, one version, one decision at a time. */
export type StreamKind = 'batch' | 'mandate' | 'payment' | 'settlement' | 'webhook_endpoint'

/** An event as a decider emits it. `type` is `<resource>.<past participle>`, a row of that resource's lifecycle. */
export interface DomainEvent<T extends string = string, D = unknown> {
  readonly type: T
  readonly resource_kind: ResourceKind
  readonly resource_id: string
  readonly data: D
}

/** An event as the log keeps it. */
export interface LoggedEvent extends DomainEvent {
  readonly id: string
  readonly stream: string
  /** Position in the stream, from 1. Unique with the stream: that is the lock. */
  readonly version: number
  readonly at: Instant
  /** What made it happen: a request, a timer, an effect. */
  readonly cause: string
  /** The trace of the request that made it happen (W3C Trace Context), carried on to webhooks. */
  readonly traceparent?: string
  /** Whether merchants are told. */
  readonly public: boolean
  /** Public events only: the resource as it was after the event, without private data. */
  readonly object: unknown
}

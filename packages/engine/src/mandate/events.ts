import type { DisputeEvent } from '../dispute/events.ts'
import type { EventOf } from '../kernel/event-of.ts'
import type { RefundEvent } from '../refund/events.ts'
import type { ModificationEvents } from './modification/events.ts'
import type { NotificationEvents } from './notification/events.ts'
import type { PresentationEvents } from './presentation/events.ts'
import type { ReversalEvent } from './presentation/reversal.ts'
import type { MandateEvents } from './registration/events.ts'
import type { ScheduleEvents } from './schedule/events.ts'

export type MandateOwnEvent = EventOf<MandateEvents, 'mandate'>
export type ModificationEvent = EventOf<ModificationEvents, 'modification'>
export type NotificationEvent = EventOf<NotificationEvents, 'notification'>
export type PresentationEvent = EventOf<PresentationEvents, 'presentation'>
export type ScheduleEvent = EventOf<ScheduleEvents, 'schedule'>
/** Every event of a mandate's stream. */
export type MandateStreamEvent =
  | MandateOwnEvent
  | ModificationEvent
  | NotificationEvent
  | PresentationEvent
  | RefundEvent
  | ReversalEvent
  | DisputeEvent
  | ScheduleEvent

/** An event about the mandate itself. */
export function mandateEvent<T extends keyof MandateEvents>(
  type: T,
  resource_id: string,
  data: MandateEvents[T],
): MandateStreamEvent {
  return { type, resource_kind: 'mandate', resource_id, data } as MandateOwnEvent
}

/** An event about a change of its terms. */
export function modificationEvent<T extends keyof ModificationEvents>(
  type: T,
  resource_id: string,
  data: ModificationEvents[T],
): MandateStreamEvent {
  return { type, resource_kind: 'modification', resource_id, data } as ModificationEvent
}

/** An event about one of its notifications. */
export function notificationEvent<T extends keyof NotificationEvents>(
  type: T,
  resource_id: string,
  data: NotificationEvents[T],
): MandateStreamEvent {
  return { type, resource_kind: 'notification', resource_id, data } as NotificationEvent
}

/** An event about one of its presentations. */
export function presentationEvent<T extends keyof PresentationEvents>(
  type: T,
  resource_id: string,
  data: PresentationEvents[T],
): MandateStreamEvent {
  return { type, resource_kind: 'presentation', resource_id, data } as PresentationEvent
}

/** An event about one of its schedules. */
export function scheduleEvent<T extends keyof ScheduleEvents>(
  type: T,
  resource_id: string,
  data: ScheduleEvents[T],
): MandateStreamEvent {
  return { type, resource_kind: 'schedule', resource_id, data } as ScheduleEvent
}

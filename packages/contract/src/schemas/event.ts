import { PUBLIC_EVENT_TYPES, type PublicEventType } from '@upi-autopay/rail'
import { z } from 'zod'
import { Batch } from './batch.ts'
import { Dispute } from './dispute.ts'
import { InstantField } from './fields.ts'
import { Mandate } from './mandate.ts'
import { Modification } from './modification.ts'
import { Notification } from './notification.ts'
import { Payment } from './payment.ts'
import { Presentation } from './presentation.ts'
import { Refund } from './refund.ts'
import { Schedule } from './schedule.ts'
import { Settlement } from './settlement.ts'
import { WebhookEndpoint } from './webhook-endpoint.ts'

/** The public event types of one resource. */
export function typesOf<R extends string>(resource: R) {
  type Type = Extract<PublicEventType, `${R}.${string}`>
  return PUBLIC_EVENT_TYPES.filter((type) => type.startsWith(`${resource}.`)) as unknown as [
    Type,
    ...Type[],
  ]
}

function eventOf<R extends string, T extends z.ZodType>(resource: R, name: string, object: T) {
  return z
    .strictObject({
      id: z.string(),
      object: z.literal('event'),
      type: z.enum(typesOf(resource)).meta({ id: `${name}EventType` }),
      created_at: InstantField,
      livemode: z.boolean(),
      sequence: z
        .int()
        .meta({ description: 'Grows within one mandate or endpoint; not across them.' }),
      data: z.strictObject({ object }).meta({ id: `${name}EventData` }),
    })
    .meta({ id: `${name}Event` })
}

/** Something that happened to a mandate. */
export const MandateEvent = eventOf('mandate', 'Mandate', Mandate)
/** Something that happened to a change of a mandate's terms. */
export const ModificationEvent = eventOf('modification', 'Modification', Modification)
/** Something that happened to a notification. */
export const NotificationEvent = eventOf('notification', 'Notification', Notification)
/** Something that happened to a debit. */
export const PresentationEvent = eventOf('presentation', 'Presentation', Presentation)
/** Something that happened to a payment. */
export const PaymentEvent = eventOf('payment', 'Payment', Payment)
/** Something that happened to a refund. */
export const RefundEvent = eventOf('refund', 'Refund', Refund)
/** Something that happened to a dispute. */
export const DisputeEvent = eventOf('dispute', 'Dispute', Dispute)
/** Something that happened to a settlement. */
export const SettlementEvent = eventOf('settlement', 'Settlement', Settlement)
/** Something that happened to a batch. */
export const BatchEvent = eventOf('batch', 'Batch', Batch)
/** Something that happened to a schedule. */
export const ScheduleEvent = eventOf('schedule', 'Schedule', Schedule)
/** Something that happened to a webhook endpoint. */
export const WebhookEndpointEvent = eventOf('webhook_endpoint', 'WebhookEndpoint', WebhookEndpoint)

/** Something that happened, with the resource as it was after it. `type` tells which resource. */
export const Event = z
  .discriminatedUnion('type', [
    MandateEvent,
    ModificationEvent,
    NotificationEvent,
    PresentationEvent,
    PaymentEvent,
    RefundEvent,
    DisputeEvent,
    SettlementEvent,
    BatchEvent,
    ScheduleEvent,
    WebhookEndpointEvent,
  ])
  .meta({
    id: 'Event',
    description: 'Something that happened, with the resource as it was after it.',
  })
export type Event = z.output<typeof Event>

export const EventTypeField = z.enum(PUBLIC_EVENT_TYPES).meta({ id: 'EventType', 'x-open': true })

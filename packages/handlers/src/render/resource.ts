import type {
  Delivery as WireDelivery,
  Event as WireEvent,
  WebhookEndpoint as WireWebhookEndpoint,
} from '@upi-autopay/contract'
import type {
  Batch,
  Delivery,
  Dispute,
  Mandate,
  Modification,
  Notification,
  Payment,
  Presentation,
  PrivateData,
  ReadEvent,
  Refund,
  Schedule,
  Settlement,
  WebhookEndpoint,
} from '@upi-autopay/engine'
import { allowedActions, type ResourceKind } from '@upi-autopay/rail'
import { renderBatch } from './batch.ts'
import { instant, type RenderContext } from './context.ts'
import { renderDispute } from './dispute.ts'
import { renderMandate } from './mandate.ts'
import { renderModification } from './modification.ts'
import { renderNotification } from './notification.ts'
import { renderPayment } from './payment.ts'
import { renderPresentation } from './presentation.ts'
import { renderRefund } from './refund.ts'
import { renderSchedule } from './schedule.ts'
import { renderSettlement } from './settlement.ts'

/** Any resource's record as merchants read it. */
export function renderResource(
  kind: ResourceKind,
  data: unknown,
  beside: PrivateData,
  context: RenderContext,
): object {
  switch (kind) {
    case 'mandate':
      return renderMandate(data as Mandate, beside, context)
    case 'modification':
      return renderModification(data as Modification, context)
    case 'notification':
      return renderNotification(data as Notification, context)
    case 'presentation':
      return renderPresentation(data as Presentation, context)
    case 'payment':
      return renderPayment(data as Payment, beside, context)
    case 'refund':
      return renderRefund(data as Refund, context)
    case 'dispute':
      return renderDispute(data as Dispute, context)
    case 'reversal':
      throw new Error('a reversal is told by its debit')
    case 'settlement':
      return renderSettlement(data as Settlement, context)
    case 'batch':
      return renderBatch(data as Batch, context)
    case 'schedule':
      return renderSchedule(data as Schedule, context)
    case 'webhook_endpoint':
      return renderWebhookEndpoint(data as WebhookEndpoint, context)
    default:
      return kind satisfies never
  }
}

/** An endpoint as merchants read it; its secret is told at creation only. */
export function renderWebhookEndpoint(
  endpoint: WebhookEndpoint,
  context: RenderContext,
): WireWebhookEndpoint {
  return {
    id: endpoint.id,
    object: 'webhook_endpoint',
    livemode: context.livemode,
    created_at: instant(endpoint.created_at),
    updated_at: instant(endpoint.updated_at),
    metadata: { ...endpoint.metadata },
    status: endpoint.status,
    allowed_actions: [...allowedActions('webhook_endpoint', endpoint.status)],
    url: endpoint.url,
    events: [...endpoint.events] as WireWebhookEndpoint['events'],
    description: endpoint.description,
    disabled_because: endpoint.disabled_because ?? null,
  }
}

/** An event as lists and webhooks tell it: the resource as it was after the event. */
export function renderEvent(
  { event, private: beside }: ReadEvent,
  context: Omit<RenderContext, 'now'>,
): WireEvent {
  return {
    id: event.id,
    object: 'event',
    type: event.type,
    created_at: instant(event.at),
    livemode: context.livemode,
    sequence: event.version,
    data: {
      object: renderResource(event.resource_kind, event.object, beside, {
        ...context,
        now: event.at,
      }),
    },
  } as WireEvent
}

/** A delivery with every request and answer. */
export function renderDelivery(delivery: Delivery): WireDelivery {
  return {
    id: delivery.id,
    object: 'delivery',
    livemode: delivery.tenant.mode === 'live',
    created_at: instant(delivery.created_at),
    updated_at: instant(delivery.updated_at),
    metadata: {},
    status: delivery.status,
    allowed_actions: [...allowedActions('delivery', delivery.status)],
    event_id: delivery.event_id,
    event_type: delivery.event_type as WireDelivery['event_type'],
    webhook_endpoint_id: delivery.webhook_endpoint_id,
    attempts: delivery.attempts.map((attempt) => ({
      ...attempt,
      at: instant(attempt.at),
      request: { ...attempt.request, headers: { ...attempt.request.headers } },
      response: attempt.response && {
        ...attempt.response,
        headers: { ...attempt.response.headers },
      },
    })),
    next_attempt_at: instant(delivery.next_attempt_at),
  }
}

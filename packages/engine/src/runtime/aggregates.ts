import type { ResourceKind } from '@upi-autopay/rail'
import { batchAggregate } from '../batch/aggregate.ts'
import type { BatchCommand } from '../batch/commands.ts'
import type { Aggregate } from '../kernel/aggregate.ts'
import type { DomainEvent, StreamKind } from '../kernel/envelope.ts'
import { mandateAggregate } from '../mandate/aggregate.ts'
import type { MandateCommand } from '../mandate/commands.ts'
import { paymentAggregate } from '../payment/aggregate.ts'
import type { PaymentCommand } from '../payment/commands.ts'
import { settlementAggregate } from '../settlement/aggregate.ts'
import type { SettlementCommand } from '../settlement/settlement.ts'
import { webhookEndpointAggregate } from '../webhook-endpoint/aggregate.ts'
import type { WebhookEndpointCommand } from '../webhook-endpoint/webhook-endpoint.ts'

/** Everything that can be asked of the engine. */
export type Command =
  | BatchCommand
  | MandateCommand
  | PaymentCommand
  | SettlementCommand
  | WebhookEndpointCommand

/** An aggregate without its types: the runtime moves states, commands and events, and looks into none. */
export type AnyAggregate = Aggregate<unknown, unknown, DomainEvent>

/** The aggregate of each kind of stream: the one list of the units of consistency. */
const AGGREGATES: Readonly<Record<StreamKind, unknown>> = {
  batch: batchAggregate,
  mandate: mandateAggregate,
  payment: paymentAggregate,
  settlement: settlementAggregate,
  webhook_endpoint: webhookEndpointAggregate,
}

/** The aggregate that decides for a kind of stream. */
export function aggregateOf(kind: StreamKind): AnyAggregate {
  return AGGREGATES[kind] as AnyAggregate
}

/** The kind of stream that the creation of a resource begins. */
export function streamKindOf(kind: ResourceKind): StreamKind {
  if (kind in AGGREGATES) return kind as StreamKind
  throw new Error(`no stream begins with a ${kind}`)
}

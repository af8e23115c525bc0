import type { Instant } from '@upi-autopay/rail'
import type { Tenant } from '../kernel/envelope.ts'
import type {
  ClaimedDelivery,
  DeliveryAttempt,
  DeliveryRecord,
  FailingEndpoint,
} from '../ports/delivery-store.ts'
import type { ReadEvent } from '../ports/resource-store.ts'
import type { EngineDeps } from './deps.ts'
import { handle } from './handle.ts'

/** How a host signs and sends. Handed in: the engine knows no crypto and no network. */
export interface DeliveryHost {
  /** The event as merchants read it, as JSON text. */
  render(event: ReadEvent, tenant: Tenant): string
  sign(message: {
    id: string
    at: Instant
    payload: string
    secrets: readonly string[]
  }): Promise<Record<string, string>>
  /** Sends once. A refusal to connect or a time-out is an `error`, never an exception. */
  send(
    request: DeliveryAttempt['request'],
    tenant: Tenant,
  ): Promise<Pick<DeliveryAttempt, 'response' | 'error' | 'duration_ms'>>
}

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** How long after each failed attempt the next one follows; after the last the delivery is given up, visibly. */
export const RETRY_DELAYS_MS: readonly number[] = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
]

/** How long an endpoint may fail, without one success, before it is told no more. */
export const PATIENCE_MS = 5 * 24 * HOUR

/** Longer than any sending takes; then another worker may try. System time. */
const LEASE_MS = 60 * SECOND

/**
 * Turns outbox rows into deliveries and makes those that are due, side by side: one slow endpoint holds back
 * nothing else. Answers how much it did; a loop calls it again while there is anything.
 */
export async function deliver(
  deps: EngineDeps,
  host: DeliveryHost,
  limit: number,
): Promise<number> {
  const now = deps.clock.now()
  const taken = await deps.store.deliveries.fanOut(now, limit, () => deps.ids.mint('delivery', now))
  const claimed = await deps.store.deliveries.claim(now, (now + LEASE_MS) as Instant, limit)
  const records = await Promise.all(claimed.map((one) => attempt(deps, host, one)))
  if (records.length > 0) await giveUpOn(deps, await deps.store.deliveries.record(records))
  return taken + claimed.length
}

/** Tells an endpoint no more that has failed for days, and tells the merchant so. */
async function giveUpOn(deps: EngineDeps, failing: readonly FailingEndpoint[]): Promise<void> {
  const now = deps.clock.now()
  for (const { tenant, webhook_endpoint_id: id, since } of failing) {
    if (now - since < PATIENCE_MS) continue
    const account = await deps.store.accounts.get(tenant)
    if (account === null) continue
    await handle(deps, [
      {
        account,
        command: { type: 'DisableWebhookEndpoint', id, because: 'failing' },
        target: { kind: 'webhook_endpoint', id },
        cause: 'deliveries:failing',
      },
    ])
    await deps.store.deliveries.forgive(tenant, id)
  }
}

async function attempt(
  deps: EngineDeps,
  host: DeliveryHost,
  claimed: ClaimedDelivery,
): Promise<DeliveryRecord> {
  const { delivery } = claimed
  const at = deps.clock.now()
  const payload = host.render(claimed.event, delivery.tenant)
  const signed = await host.sign({ id: delivery.event_id, at, payload, secrets: claimed.secrets })
  const { traceparent } = claimed.event.event
  const traced = traceparent === undefined ? {} : { traceparent }
  const request = {
    url: claimed.url,
    headers: { 'content-type': 'application/json', ...traced, ...signed },
    body: payload,
  }
  const result = await host.send(request, delivery.tenant)
  const number = delivery.attempts.length + 1
  const made: DeliveryAttempt = { number, at, request, ...result }
  return { tenant: delivery.tenant, id: delivery.id, attempt: made, ...verdict(made, at) }
}

/** Two hundred and something is delivered; anything else, a redirect too, is tried again or given up. */
function verdict(
  made: DeliveryAttempt,
  at: Instant,
): Pick<DeliveryRecord, 'status' | 'next_attempt_at'> {
  const status = made.response?.status ?? 0
  if (status >= 200 && status < 300) return { status: 'succeeded', next_attempt_at: null }
  const delay = RETRY_DELAYS_MS[made.number - 1]
  if (delay === undefined) return { status: 'given_up', next_attempt_at: null }
  return { status: 'retrying', next_attempt_at: (at + delay) as Instant }
}

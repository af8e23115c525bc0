import type { Instant } from '@upi-autopay/rail'
import type { LoggedEvent } from '../kernel/envelope.ts'
import type {
  ClaimedDelivery,
  Delivery,
  DeliveryRecord,
  DeliveryStore,
} from '../ports/delivery-store.ts'
import { isTold } from '../webhook-endpoint/is-told.ts'
import { signingSecrets } from '../webhook-endpoint/signing-secrets.ts'
import { pageOf } from './page.ts'
import { readEvent } from './resource-store.ts'
import { insertSorted } from './sorted-ids.ts'
import type { TenantData, Tenants } from './tenant-data.ts'

/** The outbox and its deliveries in memory. */
export function createMemoryDeliveryStore(tenants: Tenants): DeliveryStore {
  return {
    async fanOut(system_now, limit, mint) {
      let taken = 0
      for (const data of tenants.all()) {
        const events = data.outbox.splice(0, limit - taken)
        for (const event of events) fanOutEvent(data, event, system_now, mint)
        taken += events.length
      }
      return taken
    },
    async claim(system_now, lease_until, limit) {
      const due = tenants
        .all()
        .filter((data) => (data.due_deliveries.first()?.at ?? Infinity) <= system_now)
      const share = Math.max(1, Math.ceil(limit / Math.max(1, due.length)))
      const claimed: ClaimedDelivery[] = []
      for (const data of due) {
        const room = Math.min(share, limit - claimed.length)
        for (const { id } of data.due_deliveries.peek(room, ({ at }) => at <= system_now)) {
          const delivery = claimOne(data, id, { system_now, lease_until })
          if (delivery !== null) claimed.push(delivery)
        }
      }
      return claimed
    },
    async record(results) {
      return results.flatMap((result) => {
        const data = tenants.find(result.tenant)
        const endpoint = recordOne(data, result)
        if (data === undefined || endpoint === null) return []
        if (result.status === 'succeeded') {
          data.failing_since.delete(endpoint)
          return []
        }
        const since = data.failing_since.get(endpoint) ?? result.attempt.at
        data.failing_since.set(endpoint, since)
        return [{ tenant: result.tenant, webhook_endpoint_id: endpoint, since }]
      })
    },
    async forgive(tenant, webhook_endpoint_id) {
      tenants.find(tenant)?.failing_since.delete(webhook_endpoint_id)
    },
    async redeliver(tenant, ids, system_now, mint) {
      const data = tenants.find(tenant)
      return ids.flatMap((id) => {
        const delivery = data?.deliveries.get(id)
        const event = delivery && data?.events.get(delivery.event_id)
        if (data === undefined || delivery === undefined || event === undefined) return []
        return [enter(data, event, delivery.webhook_endpoint_id, { system_now, mint })]
      })
    },
    async nextAt() {
      let earliest: Instant | null = null
      for (const { due_deliveries } of tenants.all()) {
        const at = due_deliveries.first()?.at
        if (at !== undefined && (earliest === null || at < earliest)) earliest = at
      }
      return earliest
    },
    async get(tenant, id) {
      return tenants.find(tenant)?.deliveries.get(id) ?? null
    },
    async list(query) {
      const data = tenants.find(query.tenant)
      return pageOf(data?.delivery_ids ?? [], query, (id) => {
        const delivery = data?.deliveries.get(id)
        if (delivery === undefined) return null
        const matches =
          (query.event_id === undefined || delivery.event_id === query.event_id) &&
          (query.status === undefined || delivery.status === query.status) &&
          (query.created_from === undefined || delivery.created_at >= query.created_from) &&
          (query.created_until === undefined || delivery.created_at < query.created_until) &&
          (query.webhook_endpoint_id === undefined ||
            delivery.webhook_endpoint_id === query.webhook_endpoint_id)
        return matches ? delivery : null
      })
    },
  }
}

function fanOutEvent(
  data: TenantData,
  event: LoggedEvent,
  system_now: Instant,
  mint: () => string,
): void {
  for (const endpoint of data.kinds.get('webhook_endpoint')?.rows.values() ?? []) {
    const { events } = endpoint.data as { readonly events: readonly string[] }
    if (endpoint.status !== 'enabled' || !isTold({ id: endpoint.id, events }, event)) continue
    enter(data, event, endpoint.id, { system_now, mint })
  }
}

/** Puts an event on its way to an endpoint. */
function enter(
  data: TenantData,
  event: LoggedEvent,
  webhook_endpoint_id: string,
  { system_now, mint }: { system_now: Instant; mint: () => string },
): Delivery {
  const delivery: Delivery = {
    tenant: data.tenant,
    id: mint(),
    status: 'pending',
    event_id: event.id,
    event_type: event.type,
    webhook_endpoint_id,
    attempts: [],
    next_attempt_at: system_now,
    created_at: system_now,
    updated_at: system_now,
  }
  data.deliveries.set(delivery.id, delivery)
  insertSorted(data.delivery_ids, delivery.id)
  enterLane(data, laneOf(delivery, event), delivery)
  return delivery
}

function claimOne(
  data: TenantData,
  id: string,
  { system_now, lease_until }: { system_now: Instant; lease_until: Instant },
): ClaimedDelivery | null {
  const delivery = data.deliveries.get(id)
  const event = delivery && data.events.get(delivery.event_id)
  const endpoint =
    delivery && data.kinds.get('webhook_endpoint')?.rows.get(delivery.webhook_endpoint_id)
  if (delivery === undefined || event === undefined || endpoint === undefined) return null
  if (endpoint.status !== 'enabled') {
    // Nobody listens there any more; given up visibly, so that it can be sent again by hand.
    settle(data, event, {
      ...delivery,
      status: 'given_up',
      next_attempt_at: null,
      updated_at: system_now,
    })
    return null
  }
  data.due_deliveries.set(id, { id, at: lease_until })
  return {
    delivery,
    url: (endpoint.data as { readonly url: string }).url,
    secrets: signingSecrets(data.streams.get(endpoint.stream)?.private ?? {}, system_now),
    event: readEvent(data, event),
  }
}

function recordOne(
  data: TenantData | undefined,
  { id, status, attempt, next_attempt_at }: DeliveryRecord,
): string | null {
  const delivery = data?.deliveries.get(id)
  const event = delivery && data?.events.get(delivery.event_id)
  if (data === undefined || delivery === undefined || event === undefined) return null
  // A worker whose lease ran out may report a failure after another one's success.
  const succeeded = delivery.status === 'succeeded'
  settle(data, event, {
    ...delivery,
    status: succeeded ? 'succeeded' : status,
    attempts: [...delivery.attempts, attempt],
    next_attempt_at: succeeded ? null : next_attempt_at,
    updated_at: attempt.at,
  })
  return delivery.webhook_endpoint_id
}

/** Stores what became of a delivery and lets the next one of its endpoint and resource go. */
function settle(data: TenantData, event: LoggedEvent, delivery: Delivery): void {
  data.deliveries.set(delivery.id, delivery)
  if (delivery.next_attempt_at === null) data.due_deliveries.delete(delivery.id)
  else data.due_deliveries.set(delivery.id, { id: delivery.id, at: delivery.next_attempt_at })
  leaveLane(data, laneOf(delivery, event), delivery.id)
}

function enterLane(data: TenantData, name: string, delivery: Delivery): void {
  const lane = data.lanes.get(name)
  if (lane !== undefined) lane.push(delivery.id)
  else {
    data.lanes.set(name, [delivery.id])
    admit(data, delivery.id)
  }
}

function leaveLane(data: TenantData, name: string, id: string): void {
  const lane = data.lanes.get(name)
  if (lane?.[0] !== id) return
  lane.shift()
  const next = lane[0]
  if (next === undefined) data.lanes.delete(name)
  else admit(data, next)
}

function admit(data: TenantData, id: string): void {
  const at = data.deliveries.get(id)?.next_attempt_at
  if (at !== undefined && at !== null) data.due_deliveries.set(id, { id, at })
}

function laneOf(delivery: Delivery, event: LoggedEvent): string {
  return `${delivery.webhook_endpoint_id} ${event.resource_id}`
}

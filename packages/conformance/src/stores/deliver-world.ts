import type { DeliveryRecord, Tenant } from '@upi-autopay/engine'
import { at } from './samples.ts'
import type { World } from './world.ts'

/** The steps of a delivery, as the cases take them. */
export interface DeliverySteps {
  /** Makes deliveries `dlv_1`, `dlv_2`, … of the outbox at an offset from the start; answers how many rows it took. */
  fanOut(offset_ms: number, limit?: number): Promise<number>
  /** Claims for 100 ms; answers `<endpoint> <event>` each. */
  claim(offset_ms: number, limit?: number): Promise<string[]>
  /** Reports one attempt of a delivery. */
  record(
    id: string,
    status: DeliveryRecord['status'],
    times: { at: number; next?: number },
    tenant?: Tenant,
  ): Promise<void>
}

export function createDeliverySteps({ store, tenant }: World): DeliverySteps {
  let minted = 0
  return {
    fanOut: (offset_ms, limit = 100) =>
      store.deliveries.fanOut(at(offset_ms), limit, () => `dlv_${++minted}`),
    async claim(offset_ms, limit = 100) {
      const claimed = await store.deliveries.claim(at(offset_ms), at(offset_ms + 100), limit)
      return claimed.map(({ delivery }) => `${delivery.webhook_endpoint_id} ${delivery.event_id}`)
    },
    async record(id, status, times, owner = tenant) {
      const attempt = sampleAttempt(times.at, status === 'succeeded' ? 200 : 500)
      await store.deliveries.record([
        {
          tenant: owner,
          id,
          status,
          attempt,
          next_attempt_at: times.next === undefined ? null : at(times.next),
        },
      ])
    },
  }
}

export function sampleAttempt(offset_ms: number, status: number): DeliveryRecord['attempt'] {
  return {
    number: 1,
    at: at(offset_ms),
    duration_ms: 12,
    request: { url: 'https://a.example.com/hook', headers: { 'webhook-id': 'evt_1' }, body: '{}' },
    response: { status, headers: {}, body: 'ok' },
    error: null,
  }
}

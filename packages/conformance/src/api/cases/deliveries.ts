import { Autopay } from '@upi-autopay/client'
import type { Delivery } from '@upi-autopay/contract'
import type { Api } from '../api.ts'
import { group } from '../case.ts'

/** Webhooks as they arrive, and the log of them. System time dates these, so nothing of it is compared. */
export const deliveryCases = group(
  'webhook deliveries',
  {
    'Each event of a subscribed type arrives once, signed, as the list of events has it': async ({
      api,
      given,
      openReceiver,
      unrecorded,
      expect,
    }) => {
      const receiver = await openReceiver()
      try {
        await unrecorded(async () => {
          const types = ['mandate.created', 'mandate.revoked']
          const { id, secret } = await api.ok('webhookEndpoints.create', {
            body: { url: receiver.url, events: types },
          })
          const mandate = await given.active()
          await api.ok('mandates.revoke', { params: { id: mandate.id } })
          const made = await eventually(api, { webhook_endpoint_id: id, status: 'succeeded' }, 2)
          expect(made.map(({ event_type }) => event_type).sort()).toEqual(types)
          expect(receiver.received().length).toBe(2)
          const { webhooks } = new Autopay({ apiKey: 'unused' })
          for (const { headers, body } of receiver.received()) {
            const event = await webhooks.verify(body, headers, secret)
            expect(event).toEqual(await api.ok('events.get', { params: { id: event.id } }))
            expect(headers['webhook-id']).toBe(event.id)
          }
        })
      } finally {
        await receiver.close()
      }
    },

    'The log shows what was posted and what was answered': async ({
      api,
      given,
      openReceiver,
      unrecorded,
      expect,
    }) => {
      const receiver = await openReceiver()
      try {
        await unrecorded(async () => {
          const { id } = await api.ok('webhookEndpoints.create', {
            body: { url: receiver.url, events: ['mandate.created'] },
          })
          await given.pending()
          const [made] = await eventually(api, { webhook_endpoint_id: id, status: 'succeeded' }, 1)
          const delivery = await api.ok('deliveries.get', { params: { id: made?.id ?? '' } })
          const [post] = receiver.received()
          expect(delivery).toMatchObject({
            object: 'delivery',
            metadata: {},
            status: 'succeeded',
            allowed_actions: ['redeliver'],
            webhook_endpoint_id: id,
            next_attempt_at: null,
            attempts: [
              { number: 1, error: null, request: { url: receiver.url, body: post?.body } },
            ],
          })
          const { request, response } = delivery.attempts[0] ?? {}
          expect(Math.floor((response?.status ?? 0) / 100)).toBe(2)
          expect(request?.headers['webhook-signature']).toBe(post?.headers['webhook-signature'])
        })
      } finally {
        await receiver.close()
      }
    },

    'A post that is turned away is planned again': async ({
      api,
      given,
      openReceiver,
      unrecorded,
      expect,
    }) => {
      const receiver = await openReceiver()
      receiver.refuseOnce(503)
      try {
        await unrecorded(async () => {
          const { id } = await api.ok('webhookEndpoints.create', {
            body: { url: receiver.url, events: ['mandate.created'] },
          })
          await given.pending()
          const [made] = await eventually(api, { webhook_endpoint_id: id, status: 'retrying' }, 1)
          expect(made?.attempts[0]?.response?.status).toBe(503)
          expect(made?.next_attempt_at === null).toBe(false)
        })
      } finally {
        await receiver.close()
      }
    },

    'While a rotation overlaps, both secrets sign; a test arrives though no subscription asks for it':
      async ({ api, openReceiver, unrecorded, expect }) => {
        const receiver = await openReceiver()
        try {
          await unrecorded(async () => {
            const made = await api.ok('webhookEndpoints.create', {
              body: { url: receiver.url, events: ['mandate.created'] },
            })
            const params = { id: made.id }
            const beside = await api.ok('webhookEndpoints.create', {
              body: { url: `${receiver.url}/beside`, events: ['*'] },
            })
            const rotated = await api.ok('webhookEndpoints.rotateSecret', { params, body: {} })
            await api.ok('webhookEndpoints.test', { params })
            await eventually(api, { webhook_endpoint_id: made.id, status: 'succeeded' }, 1)
            const [post] = receiver.received()
            const { webhooks } = new Autopay({ apiKey: 'unused' })
            for (const { secret } of [made, rotated])
              expect(
                await webhooks.verify(post?.body ?? '', post?.headers ?? {}, secret),
              ).toMatchObject({ type: 'webhook_endpoint.tested' })
            const query = { webhook_endpoint_id: beside.id }
            expect((await api.ok('deliveries.list', { query })).data).toEqual([])
          })
        } finally {
          await receiver.close()
        }
      },

    'A rotation without overlap leaves the new secret alone to sign': async ({
      api,
      openReceiver,
      unrecorded,
      expect,
    }) => {
      const receiver = await openReceiver()
      try {
        await unrecorded(async () => {
          const made = await api.ok('webhookEndpoints.create', {
            body: { url: receiver.url, events: ['mandate.created'] },
          })
          const params = { id: made.id }
          await api.ok('webhookEndpoints.rotateSecret', { params, body: { overlap: 'PT0S' } })
          await api.ok('webhookEndpoints.test', { params })
          await eventually(api, { webhook_endpoint_id: made.id, status: 'succeeded' }, 1)
          const signatures = receiver.received()[0]?.headers['webhook-signature'] ?? ''
          expect(signatures.split(' ').length).toBe(1)
        })
      } finally {
        await receiver.close()
      }
    },

    'What is over is sent again, one or a range, with the event it told': async ({
      api,
      given,
      openReceiver,
      unrecorded,
      expect,
    }) => {
      const receiver = await openReceiver()
      try {
        await unrecorded(async () => {
          const { id } = await api.ok('webhookEndpoints.create', {
            body: { url: receiver.url, events: ['mandate.created'] },
          })
          await given.pending()
          const done = { webhook_endpoint_id: id, status: 'succeeded' }
          const [made] = await eventually(api, done, 1)
          const params = { id: made?.id ?? '' }
          const { headers } = await api.call('deliveries.get', { params })
          for (const [operation, request] of [
            ['deliveries.redeliver', { params }],
            ['webhookEndpoints.redeliver', { params: { id }, body: { from: made?.created_at } }],
          ] as const)
            expect(
              await api.refused(operation, { ...request, headers: { 'if-match': '"99"' } }),
            ).toMatchObject({ status: 412, code: 'precondition_failed' })
          const again = await api.ok('deliveries.redeliver', {
            params,
            headers: { 'if-match': headers.etag ?? '' },
          })
          expect(again).toMatchObject({ event_id: made?.event_id, attempts: [] })
          expect(again.id === made?.id).toBe(false)
          await eventually(api, done, 2)
          const sent = await api.ok('webhookEndpoints.redeliver', {
            params: { id },
            body: { from: made?.created_at ?? '', status: 'succeeded' },
          })
          expect(sent.count).toBe(1)
          await eventually(api, done, 3)
          const told = receiver.received().map(({ headers }) => headers['webhook-id'])
          expect(new Set(told).size).toBe(1)
          expect(told.length).toBe(3)
        })
      } finally {
        await receiver.close()
      }
    },

    'The trace of a request is carried to the webhooks of what it did': async ({
      api,
      given,
      openReceiver,
      unrecorded,
      expect,
    }) => {
      const receiver = await openReceiver()
      try {
        await unrecorded(async () => {
          const { id } = await api.ok('webhookEndpoints.create', {
            body: { url: receiver.url, events: ['mandate.created'] },
          })
          const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'
          for (const header of [traceparent, 'no-trace'])
            await api.ok('mandates.create', {
              headers: { traceparent: header },
              body: given.terms(),
            })
          await eventually(api, { webhook_endpoint_id: id, status: 'succeeded' }, 2)
          const traces = receiver.received().map(({ headers }) => headers.traceparent ?? 'none')
          expect(traces.sort()).toEqual([traceparent, 'none'])
        })
      } finally {
        await receiver.close()
      }
    },

    'Nothing goes to an endpoint that was deleted': async ({
      api,
      given,
      openReceiver,
      unrecorded,
      expect,
    }) => {
      const receiver = await openReceiver()
      try {
        await unrecorded(async () => {
          const body = { url: receiver.url, events: ['mandate.created'] }
          const gone = await api.ok('webhookEndpoints.create', { body })
          const kept = await api.ok('webhookEndpoints.create', { body })
          await api.ok('webhookEndpoints.delete', { params: { id: gone.id } })
          await given.pending()
          await eventually(api, { webhook_endpoint_id: kept.id, status: 'succeeded' }, 1)
          expect(receiver.received().length).toBe(1)
          const query = { webhook_endpoint_id: gone.id }
          expect((await api.ok('deliveries.list', { query })).data).toEqual([])
        })
      } finally {
        await receiver.close()
      }
    },
  },
  'openReceiver',
)

const PATIENCE = 200
const PAUSE_MS = 50

/** Deliveries go out beside the requests that cause them: asks until as many are there. */
async function eventually(
  api: Api,
  query: Readonly<Record<string, string>>,
  count: number,
): Promise<readonly Delivery[]> {
  for (let tries = 0; tries < PATIENCE; tries++) {
    const { data } = await api.ok('deliveries.list', { query })
    if (data.length >= count) return data
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
  const { data } = await api.ok('deliveries.list')
  throw new Error(`${count} deliveries did not come: ${JSON.stringify(data)}`)
}

import type { World } from '../../case.ts'
import { ask, type Row, type Subject } from './way.ts'

/** What a webhook endpoint takes in each status. */
export const webhookEndpointRow: Row = {
  kind: 'webhook_endpoint',
  read: 'webhookEndpoints.get',
  ask: {
    update: ask('webhookEndpoints.update', { description: 'Ledger' }),
    disable: ask('webhookEndpoints.disable'),
    enable: ask('webhookEndpoints.enable'),
    rotate_secret: ask('webhookEndpoints.rotateSecret', {}),
    test: ask('webhookEndpoints.test'),
    redeliver: ask('webhookEndpoints.redeliver', { from: '2020-01-01T00:00:00Z' }),
    delete: ask('webhookEndpoints.delete'),
  },
  ways: [
    { status: 'enabled', bring: enabled },
    {
      status: 'disabled',
      bring: async (world) => {
        const { id } = await enabled(world)
        return world.api.ok('webhookEndpoints.disable', { params: { id } })
      },
    },
    {
      status: 'deleted',
      bring: async (world) => {
        const { id } = await enabled(world)
        return world.api.ok('webhookEndpoints.delete', { params: { id } })
      },
    },
  ],
  // DELETE is idempotent by its method; a switch may be set where it stands.
  calm: { enabled: ['enable'], disabled: ['disable'], deleted: ['delete'] },
}

async function enabled({ api }: World): Promise<Subject> {
  return api.ok('webhookEndpoints.create', {
    body: { url: 'https://hooks.example.com/autopay', events: ['*'] },
  })
}

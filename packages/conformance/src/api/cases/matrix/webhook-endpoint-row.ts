import type { World } from '../../case.ts'
import { ask, type Row, type Subject } from './way.ts'

/** What a webhook endpoint takes in each status. */
export const webhookEndpointRow: Row = {
  kind: 'webhook_endpoint',
  read: 'webhookEndpoints.get',
  ask: { delete: ask('webhookEndpoints.delete') },
  ways: [
    { status: 'enabled', bring: enabled },
    {
      status: 'deleted',
      bring: async (world) => {
        const { id } = await enabled(world)
        return world.api.ok('webhookEndpoints.delete', { params: { id } })
      },
    },
  ],
  unreached: { disabled: 'Five days of failing by system time, which no case can move.' },
  // DELETE is idempotent by its method.
  calm: { deleted: ['delete'] },
}

async function enabled({ api }: World): Promise<Subject> {
  return api.ok('webhookEndpoints.create', {
    body: { url: 'https://hooks.example.com/autopay', events: ['*'] },
  })
}

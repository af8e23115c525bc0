import { body, row } from '../../batch-steps.ts'
import type { World } from '../../case.ts'
import { ask, type Row, type Subject } from './way.ts'

/** What a batch takes in each status. */
export const batchRow: Row = {
  kind: 'batch',
  read: 'batches.get',
  ask: { cancel: ask('batches.cancel') },
  ways: [
    { status: 'running', bring: running },
    // Of its one row nothing is accepted, so that nothing is left to do.
    {
      status: 'completed',
      bring: ({ api }) => api.ok('batches.create', { body: body([row({})]) }),
    },
    {
      status: 'cancelled',
      bring: async (world) => {
        const { id } = await running(world)
        return world.api.ok('batches.cancel', { params: { id } })
      },
    },
  ],
  unreached: {
    validating:
      'A batch is in it while its upload is read, and is answered when that is over; its decider is tested in it.',
  },
}

async function running({ given, api }: World): Promise<Subject> {
  const { id } = await given.debitedOnce()
  return api.ok('batches.create', { body: body([row({ mandate_id: id })]) })
}

import type { World } from '../../case.ts'
import { ask, type Row, type Subject } from './way.ts'

const EVIDENCE = { evidence: { note: 'The passbook is signed' } }

/** What a dispute takes in each status. */
export const disputeRow: Row = {
  kind: 'dispute',
  read: 'disputes.get',
  ask: {
    accept: ask('disputes.accept'),
    contest: ask('disputes.contest', EVIDENCE),
  },
  others: {
    'decided for the merchant': { by: 'bank', on: 'dispute.won', ask: ask('sandbox.winDispute') },
    'decided for the payer': { by: 'bank', on: 'dispute.lost', ask: ask('sandbox.loseDispute') },
  },
  ways: [
    { status: 'open', bring: opened },
    {
      status: 'open',
      which: 'that is contested',
      offers: ['accept'],
      bring: async (world) => {
        const { id } = await opened(world)
        return world.api.ok('disputes.contest', { params: { id }, body: EVIDENCE })
      },
    },
    {
      status: 'won',
      bring: async (world) => {
        const { id } = await opened(world)
        return world.api.ok('sandbox.winDispute', { params: { id } })
      },
    },
    {
      status: 'lost',
      bring: async (world) => {
        const { id } = await opened(world)
        return world.api.ok('sandbox.loseDispute', { params: { id } })
      },
    },
  ],
}

async function opened({ given }: World): Promise<Subject> {
  return given.dispute(await given.paid())
}

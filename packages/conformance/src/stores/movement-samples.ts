import {
  type BookedMovement,
  type DueMovements,
  netOf,
  type Tenant,
  type Unit,
} from '@upi-autopay/engine'
import { at, createMandate, mandateRow, presentationRow, sampleEvent } from './samples.ts'
import type { World } from './world.ts'

/** A movement of the presentation `prs_<name>`: a rupee collected, of T+0, unless said otherwise. */
export function movement(name: string, more: Partial<BookedMovement> = {}): BookedMovement {
  const kind = more.kind ?? 'collected'
  return {
    id: `prs_${name}:1:${kind}`,
    kind,
    resource_kind: 'presentation',
    resource_id: `prs_${name}`,
    amount: 100,
    fee: 0,
    at: at(0),
    speed: 't0',
    rrn: null,
    settle_at: at(0),
    ...more,
  }
}

let streams = 0

/** Books movements, each with the row of its presentation, by a new mandate's stream. */
export async function book(
  { store, tenant }: Pick<World, 'store' | 'tenant'>,
  movements: readonly BookedMovement[],
): Promise<void> {
  const name = `book${++streams}`
  const rows = movements.map(({ resource_id }) =>
    presentationRow(name, resource_id.slice(4), { reference_id: null, status: 'succeeded' }),
  )
  await store.decisions.commit([
    createMandate(tenant, name, { rows: [mandateRow(name), ...rows], movements }),
  ])
}

/** The unit that forms the settlement `stl_<name>` of what is due. */
export function settle(tenant: Tenant, name: string, due: DueMovements | undefined): Unit {
  if (due === undefined) throw new Error('nothing is due')
  const stream = `stl_${name}`
  const { speed, until, sums } = due
  const net = netOf(sums)
  const created = sampleEvent(stream, {
    id: `evt_${stream}`,
    version: 1,
    type: 'settlement.created',
    resource_kind: 'settlement',
  })
  const { reference_id: _, ...row } = mandateRow(name)
  return {
    ...createMandate(tenant, name),
    stream,
    kind: 'settlement',
    events: [created],
    private: {},
    rows: [
      {
        ...row,
        kind: 'settlement',
        id: stream,
        stream,
        reference_id: null,
        data: { ...sums, net, status: 'pending' },
      },
    ],
    claim: { settlement_id: stream, speed, until, count: sums.count, net },
  }
}

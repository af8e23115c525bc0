import type { World } from '../../case.ts'
import { rs } from '../../given.ts'
import { ask, type Row, type Subject } from './way.ts'

/** What a schedule takes in each status. */
export const scheduleRow: Row = {
  kind: 'schedule',
  read: 'schedules.get',
  ask: {
    pause: ask('schedules.pause'),
    resume: ask('schedules.resume'),
    cancel: ask('schedules.cancel'),
  },
  ways: [
    { status: 'active', bring: planned },
    {
      status: 'paused',
      bring: async (world) => {
        const { id } = await planned(world)
        return world.api.ok('schedules.pause', { params: { id } })
      },
    },
    {
      status: 'completed',
      bring: async (world) => {
        const schedule = await planned(world)
        await world.clock.to('2030-01-11 00:00')
        return schedule
      },
    },
    {
      status: 'cancelled',
      bring: async (world) => {
        const { id } = await planned(world)
        return world.api.ok('schedules.cancel', { params: { id } })
      },
    },
  ],
}

/** One debit, three days ahead. */
async function planned({ given, api }: World): Promise<Subject> {
  const { id } = await given.debitedOnce({ frequency: 'daily' })
  const body = {
    reference_id: given.reference(),
    amount: rs(80),
    starts_on: '2030-01-10',
    count: 1,
  }
  return api.ok('schedules.create', { params: { id }, body })
}

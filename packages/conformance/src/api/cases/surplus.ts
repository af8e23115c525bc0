import type { Notification, Presentation } from '@upi-autopay/contract'
import { group, type World } from '../case.ts'
import { rs } from '../given.ts'
import { ist } from '../test-clock.ts'

/** A cycle paid by two of its debits: the second success is collected, flagged and told, whatever its debit came to. */
export const surplusCases = group('cycles paid twice', {
  'Of a debit that was declined': async (world) => {
    const { given, clock } = world
    const second = await presentAgain(world, await givenUp(world, rs(50)), { contradict: true })
    await clock.to('2030-01-08 10:00')
    world.expect((await given.presentation(second)).status).toBe('declined')
    await clock.to('2030-01-08 10:31')
    await expectSurplus(world, second)
  },

  'Of a debit whose retry by hand waits': async (world) => {
    const { api, given, clock } = world
    const second = await presentAgain(world, await givenUp(world, rs(50)), { contradict: true })
    await clock.to('2030-01-08 09:01')
    const body = { when: 'at', present_at: ist('2030-01-08 14:00') }
    await api.ok('presentations.retry', { params: { id: second.id }, body })
    await clock.to('2030-01-08 10:00')
    world.expect((await given.presentation(second)).status).toBe('scheduled')
    await clock.to('2030-01-08 10:31')
    await expectSurplus(world, second)
  },

  'Of a debit whose automatic retry waits': async (world) => {
    const { given, clock } = world
    const again = { contradict: true, over: { retry: 'auto' } } as const
    const second = await presentAgain(world, await givenUp(world, rs(50)), again)
    await clock.to('2030-01-08 10:00')
    world.expect((await given.presentation(second)).status).toBe('retry_scheduled')
    await clock.to('2030-01-08 10:31')
    await expectSurplus(world, second)
  },

  'Of a debit that failed with the end of its mandate': async (world) => {
    const { api, given, clock } = world
    const second = await presentAgain(world, await givenUp(world, rs(50)), { contradict: true })
    await clock.to('2030-01-08 09:00:15')
    await api.ok('mandates.revoke', { params: { id: second.mandate_id } })
    await clock.to('2030-01-08 09:01')
    world.expect((await given.presentation(second)).status).toBe('failed')
    await clock.to('2030-01-08 10:31')
    await expectSurplus(world, second)
  },

  'Of a debit that is with the bank when the first turns out to be paid': async (world) => {
    const over = { when: 'at', present_at: ist('2030-01-08 09:30:15') } as const
    const second = await presentAgain(world, await givenUp(world, rs(50)), { over })
    await world.clock.to('2030-01-08 09:31')
    await expectSurplus(world, second)
  },

  'Of a debit whose payer enters the PIN as the first turns out to be paid': async (world) => {
    const { api, clock } = world
    const over = { when: 'at', present_at: ist('2030-01-08 09:29') } as const
    const second = await presentAgain(world, await givenUp(world, rs(300)), { over })
    await clock.to('2030-01-08 09:30:15')
    await api.ok('sandbox.approvePresentation', { params: { id: second.id } })
    await clock.to('2030-01-08 09:31')
    await expectSurplus(world, second)
  },

  'A debit whose cycle was paid before its turn has no next moment, and is not made': async (
    world,
  ) => {
    const { api, given, clock, expect } = world
    const over = { when: 'at', present_at: ist('2030-01-08 14:00') } as const
    const second = await presentAgain(world, await givenUp(world, rs(50)), { over })
    const explain = () => api.ok('presentations.explanation', { params: { id: second.id } })
    expect((await explain()).earliest_at).toBe(ist('2030-01-08 14:00'))
    await clock.to('2030-01-08 10:00')
    const explained = await explain()
    expect(explained).toMatchObject({ status: 'scheduled', earliest_at: null })
    expect(explained.rules.find(({ id }) => id === 'cycle.one_success')?.holds).toBe(false)
    await clock.to('2030-01-08 14:00')
    expect(await given.presentation(second)).toMatchObject({ status: 'failed', attempts: [] })
  },
})

/** A monthly debit that the bank declines at 08:00:20 on Tuesday, given up, and paid at 09:30:20 after all. */
async function givenUp(world: World, amount: number): Promise<Notification> {
  const { api, given, clock, expect } = world
  const notice = await given.delivered(await given.active({ frequency: 'monthly' }), { amount })
  await api.ok('sandbox.addFault', { body: { on: 'presentation', fault: 'contradict' } })
  const first = await given.debit(notice)
  await clock.to('2030-01-08 08:00:10')
  if ((await given.presentation(first)).status === 'awaiting_payer')
    await api.ok('sandbox.approvePresentation', { params: { id: first.id } })
  await clock.to('2030-01-08 08:00:30')
  const cancelled = await api.ok('presentations.cancel', { params: { id: first.id } })
  expect(cancelled.attempts[0]?.decline?.npci_code).toBe('U30')
  return notice
}

/** Another debit of the same cycle; perhaps the bank contradicts itself there too. */
async function presentAgain(
  { api, given }: World,
  notice: Notification,
  {
    contradict = false,
    over = {},
  }: { contradict?: boolean; over?: Readonly<Record<string, unknown>> },
): Promise<Presentation> {
  if (contradict)
    await api.ok('sandbox.addFault', { body: { on: 'presentation', fault: 'contradict' } })
  return given.debit(notice, over)
}

async function expectSurplus(
  { api, given, expect }: World,
  second: { readonly id: string },
): Promise<void> {
  const done = await given.presentation(second)
  expect(done.status).toBe('succeeded')
  expect(done.amount_collected).toBe(done.amount)
  expect(done.attempts.map(({ surplus }) => surplus)).toEqual([true])
  const told = await api.ok('events.list', { query: { type: 'presentation.surplus_collected' } })
  expect(told.data.map(({ data }) => data.object.id)).toEqual([second.id])
}

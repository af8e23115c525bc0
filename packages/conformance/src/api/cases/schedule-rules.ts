import { brokenRule } from '../broken-rule.ts'
import { group, type World } from '../case.ts'
import { rs } from '../given.ts'
import { plan } from '../schedule-steps.ts'

/** What a schedule must keep to. */
export const scheduleRuleCases = group('rules of schedules', {
  'A mandate without cycles has no schedule': async (world) => {
    const mandate = await world.given.active()
    world
      .expect(await refused(world, mandate))
      .toMatchObject(brokenRule('schedule.frequency', 'schedule_without_cycles', ''))
  },

  'It starts today or later, and not after the mandate ends': async (world) => {
    const { given, expect } = world
    const mandate = await given.active({ frequency: 'weekly', end_date: '2030-06-30' })
    for (const starts_on of ['2030-01-06', '2030-07-01']) {
      const problem = await refused(world, mandate, { starts_on })
      expect(problem).toMatchObject(
        brokenRule('schedule.starts_on', 'schedule_dates_invalid', '/starts_on'),
      )
      expect(problem.limit).toEqual({ earliest: '2030-01-07', latest: '2030-06-30' })
    }
    expect((await plan(world, mandate, { starts_on: '2030-01-07' })).status).toBe('active')
  },

  'It ends on or after the day on which it starts, and not after the mandate': async (world) => {
    const { given, expect } = world
    const mandate = await given.active({ frequency: 'weekly', end_date: '2030-06-30' })
    for (const until of ['2030-01-15', '2030-07-01'])
      expect(await refused(world, mandate, { until })).toMatchObject(
        brokenRule('schedule.until', 'schedule_dates_invalid', '/until'),
      )
    expect((await plan(world, mandate, { until: '2030-01-16' })).until).toBe('2030-01-16')
  },

  'All its cycles lie within the mandate: eleven months have no room for twelve': async (world) => {
    const { given, expect } = world
    const terms = { frequency: 'monthly', end_date: '2030-12-15' }
    const mandate = await given.active(terms)
    const problem = await refused(world, mandate, { starts_on: '2030-01-31', count: 12 })
    expect(problem).toMatchObject(brokenRule('schedule.room', 'schedule_too_long', '/count'))
    expect(problem.limit).toEqual({ cycles: 11 })
    expect((await plan(world, mandate, { starts_on: '2030-01-31', count: 11 })).count).toBe(11)
  },

  'A schedule of which no cycle can be announced any more is refused': async (world) => {
    const { given, expect } = world
    const mandate = await given.active({ frequency: 'daily', end_date: '2030-01-07' })
    expect(await refused(world, mandate, { starts_on: '2030-01-07' })).toMatchObject(
      brokenRule('schedule.room', 'schedule_too_long', '/starts_on'),
    )
  },

  'Each amount keeps to the mandate, and each that does not is named': async (world) => {
    const { given, expect } = world
    const mandate = await given.active({ frequency: 'weekly', amount: rs(500) })
    const amounts = [rs(500), rs(500.01), rs(0.99)]
    const problem = await refused(world, mandate, { amount: undefined, amounts })
    expect(problem).toMatchObject({
      status: 422,
      code: 'amount_below_minimum',
      errors: [
        { pointer: '/amounts/2', rule: 'amount.minimum' },
        { pointer: '/amounts/1', rule: 'amount.mandate_rule' },
      ],
    })
    const exact = await given.active({ frequency: 'weekly', amount_rule: 'exact', amount: rs(500) })
    expect(await refused(world, exact, { amount: rs(499.99) })).toMatchObject(
      brokenRule('amount.mandate_rule', 'amount_outside_mandate', '/amount'),
    )
  },

  'A mandate has one open schedule, and the answer names it': async (world) => {
    const { given, expect } = world
    const mandate = await given.active({ frequency: 'weekly' })
    const open = await plan(world, mandate)
    expect(await refused(world, mandate)).toMatchObject({
      status: 409,
      code: 'schedule_open',
      rule: { id: 'schedule.one_open' },
      existing: { object: 'schedule', id: open.id },
    })
  },

  'Only an active mandate is scheduled': async (world) => {
    const { given, expect } = world
    expect(await refused(world, await given.pending({ frequency: 'weekly' }))).toMatchObject({
      status: 409,
      code: 'state_conflict',
    })
  },

  'A reference is used once': async (world) => {
    const { given, expect } = world
    const [one, two] = [await given.active({ frequency: 'weekly' }), await given.active()]
    const first = await plan(world, one, { reference_id: 'plan-0001' })
    expect(await refused(world, two, { reference_id: 'plan-0001' })).toMatchObject({
      status: 409,
      code: 'reference_id_taken',
      existing: { object: 'schedule', id: first.id },
    })
  },

  'The form names every field at fault: one amount or one for each cycle': async (world) => {
    const { given, expect } = world
    const mandate = await given.active({ frequency: 'weekly' })
    const faults = async (over: Record<string, unknown>) =>
      (await refused(world, mandate, over)).errors?.map(({ pointer }) => pointer)
    expect(await faults({ amount: undefined })).toEqual(['/amount'])
    expect(await faults({ amounts: [rs(1)] })).toEqual(['/amounts'])
    expect(await faults({ amount: undefined, amounts: [rs(1)], count: 2 })).toEqual(['/count'])
    expect(
      (await faults({ amount: undefined, amounts: [], starts_on: '2030-02-30', count: 0 }))?.sort(),
    ).toEqual(['/amounts', '/count', '/starts_on'])
  },

  'Schedules are found by mandate, status, reference and payer': async (world) => {
    const { api, given, clock, expect } = world
    const mandate = await given.active({
      frequency: 'weekly',
      payer: { name: 'Asha Patil', reference_id: 'member-77' },
    })
    const one = await plan(world, mandate)
    await clock.advance('PT1S')
    const two = await plan(world, await given.active({ frequency: 'weekly' }), {
      reference_id: 'plan-0002',
    })
    await api.ok('schedules.pause', { params: { id: two.id } })
    const found = async (query: Record<string, string>) =>
      (await api.ok('schedules.list', { query })).data.map(({ id }) => id)
    expect(await found({})).toEqual([two.id, one.id])
    expect(await found({ mandate_id: mandate.id })).toEqual([one.id])
    expect(await found({ status: 'paused' })).toEqual([two.id])
    expect(await found({ reference_id: 'plan-0002' })).toEqual([two.id])
    expect(await found({ payer_reference_id: 'member-77' })).toEqual([one.id])
  },

  'It needs no reference of its own: its debits have theirs': async ({ api, given, expect }) => {
    const mandate = await given.active({ frequency: 'weekly' })
    const body = { amount: rs(80), starts_on: '2030-01-16' }
    const schedule = await api.ok('schedules.create', { params: { id: mandate.id }, body })
    expect(schedule).toMatchObject({ status: 'active', reference_id: null })
  },

  'Its debits move what it shows, and not its revision': async (world) => {
    const { api, given, clock, expect } = world
    const mandate = await given.debitedOnce({ frequency: 'weekly' })
    const { id } = await plan(world, mandate, { count: 2 })
    await clock.to('2030-01-15 00:00')
    const stale = await api.refused('schedules.pause', {
      params: { id },
      headers: { 'if-match': '"1"' },
    })
    expect(stale).toMatchObject({ status: 412 })
    await clock.to('2030-01-17 00:00')
    const paused = await api.ok('schedules.pause', {
      params: { id },
      headers: { 'if-match': '"2"' },
    })
    expect(paused.done.succeeded).toBe(1)
  },
})

function refused(
  { api, given }: World,
  { id }: { readonly id: string },
  over: Readonly<Record<string, unknown>> = {},
) {
  return api.refused('schedules.create', {
    params: { id },
    body: { reference_id: given.reference(), amount: rs(80), starts_on: '2030-01-16', ...over },
  })
}

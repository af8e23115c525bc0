import { group } from '../case.ts'
import { rs } from '../given.ts'
import { ist } from '../test-clock.ts'

/** What a bank takes back after it has paid. */
export const reversalCases = group('reversals', {
  'A collected debit is reversed whole, and shows what went back': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const debit = await given.instant(await given.active())
    await clock.advance('PT1M')
    expect(await api.ok('sandbox.reversePresentation', { params: { id: debit.id } })).toMatchObject(
      {
        status: 'reversed',
        amount_collected: rs(50),
        amount_reversed: rs(50),
        reversed_at: ist('2030-01-07 08:01'),
        allowed_actions: [],
      },
    )
  },

  'The cycle of a reversed debit stays spent': async ({ api, given, clock, expect }) => {
    const mandate = await given.active({ frequency: 'monthly' })
    const debit = await given.instant(mandate)
    await clock.advance('PT10S')
    await api.ok('sandbox.reversePresentation', { params: { id: debit.id } })
    const body = { amount: rs(50), debit_date: '2030-01-08' }
    expect(
      (await api.refused('notifications.create', { params: { id: mandate.id }, body })).code,
    ).toBe('cycle_already_debited')
  },

  'Only what was collected is reversed, and once': async ({ api, given, clock, expect }) => {
    const debit = await given.instant(await given.active())
    const refused = () => api.refused('sandbox.reversePresentation', { params: { id: debit.id } })
    expect(await refused()).toMatchObject({ status: 409, code: 'state_conflict' })
    await clock.advance('PT10S')
    await api.ok('sandbox.reversePresentation', { params: { id: debit.id } })
    expect(await refused()).toMatchObject({ status: 409, code: 'state_conflict' })
  },

  'A second attempt that turns out to be paid after the reversal is collected as surplus': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const mandate = await given.debitedOnce()
    await api.ok('sandbox.addFault', { body: { on: 'presentation', fault: 'contradict' } })
    const debit = await given.debit(await given.delivered(mandate), { retry: 'auto' })
    await clock.to('2030-01-08 09:10')
    await api.ok('sandbox.reversePresentation', { params: { id: debit.id } })
    await clock.to('2030-01-08 09:35')
    expect(await given.presentation(debit)).toMatchObject({
      status: 'reversed',
      amount_collected: rs(600),
      amount_reversed: rs(300),
      attempts: [{ status: 'succeeded', surplus: true }, { status: 'succeeded' }],
    })
  },
})

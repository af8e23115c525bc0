import { group } from '../case.ts'
import { rs } from '../given.ts'

/** Which cycle a mandate names as its next. */
export const mandateCycleCases = group('cycles of a mandate', {
  'An active mandate names its next cycle and when its debit may fall': async ({
    given,
    expect,
  }) => {
    const mandate = await given.active({
      frequency: 'monthly',
      debit_rule: { type: 'on', day: 15 },
    })
    expect(mandate.next_cycle).toEqual({
      from: '2030-01-01',
      until: '2030-01-31',
      debit_from: '2030-01-15',
      debit_until: '2030-01-15',
      sequence_number: 1,
    })
  },

  'A cycle keeps its number when it is notified: the mandate names the same one': async ({
    given,
    expect,
  }) => {
    const mandate = await given.active({ frequency: 'monthly' })
    const notice = await given.delivered(mandate)
    expect((await given.mandate(mandate)).next_cycle).toMatchObject({
      from: '2030-01-01',
      sequence_number: notice.sequence_number,
    })
  },

  'After the debit of a cycle the mandate names the cycle that follows': async ({
    given,
    expect,
  }) => {
    const mandate = await given.debitedOnce({ frequency: 'weekly' })
    expect((await given.mandate(mandate)).next_cycle).toMatchObject({
      from: '2030-01-14',
      until: '2030-01-20',
      sequence_number: 2,
    })
  },

  'After the last attempt of a cycle the mandate names the cycle that follows': async ({
    given,
    clock,
    expect,
  }) => {
    const mandate = await given.active({
      frequency: 'weekly',
      payer: { vpa: 'insufficient_funds@sim' },
    })
    const notice = await given.delivered(mandate, { amount: rs(50) })
    await given.debit(notice, { retry: 'auto' })
    await clock.to('2030-01-08 09:30')
    expect((await given.mandate(mandate)).next_cycle).toMatchObject({ from: '2030-01-07' })
    await clock.to('2030-01-08 15:00')
    expect((await given.mandate(mandate)).next_cycle).toMatchObject({
      from: '2030-01-14',
      sequence_number: 2,
    })
  },
})

import { group } from '../case.ts'

/** The merchant whose key is used. */
export const accountCases = group('the account', {
  'A key shows its own account': async ({ api, other, expect }) => {
    const mine = await api.ok('account.get')
    expect(mine).toMatchObject({ object: 'account', status: 'active', livemode: false })
    expect(mine.approved_mccs).toContain(mine.mcc)
    expect((await (await other()).api.ok('account.get')).id === mine.id).toBe(false)
  },

  'A mandate takes category and settlement of the account unless it names its own': async ({
    api,
    given,
    expect,
  }) => {
    const account = await api.ok('account.get')
    expect(await given.pending()).toMatchObject({
      mcc: account.mcc,
      settlement: account.settlement,
    })
    expect(await given.pending({ mcc: '6211', settlement: 't0' })).toMatchObject({
      mcc: '6211',
      settlement: 't0',
    })
  },
})

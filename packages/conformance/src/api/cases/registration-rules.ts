import { brokenRule } from '../broken-rule.ts'
import { group } from '../case.ts'
import { rs } from '../given.ts'

/** What may refuse a mandate: each rule inside, on and outside its limit. */
export const registrationRuleCases = group('rules of registration', {
  'Only an approved merchant category may be named': async ({ given, api, expect }) => {
    expect((await given.pending({ mcc: '6012' })).mcc).toBe('6012')
    const problem = await api.refused('mandates.create', { body: given.terms({ mcc: '7995' }) })
    expect(problem).toMatchObject(brokenRule('account.mcc_approved', 'mcc_not_approved', '/mcc'))
    expect(problem.limit).toEqual({ approved: '5411, 6211, 6012, 7322' })
  },

  'Registration by collect is open to categories 6012 and 6211 alone': async ({
    given,
    api,
    expect,
  }) => {
    const collect = { flow: 'collect', payer: { vpa: 'asha@ybl' } }
    for (const mcc of ['6012', '6211'])
      expect((await given.pending({ ...collect, mcc })).flow).toBe('collect')
    for (const mcc of ['5411', '7322'])
      expect(
        await api.refused('mandates.create', { body: given.terms({ ...collect, mcc }) }),
      ).toMatchObject(brokenRule('registration.collect_category', 'collect_not_allowed', '/flow'))
  },

  'A mandate is for one rupee or more': async ({ given, api, expect }) => {
    expect((await given.pending({ amount: rs(1) })).amount).toBe(100)
    const problem = await api.refused('mandates.create', {
      body: given.terms({ amount: rs(0.99) }),
    })
    expect(problem).toMatchObject(brokenRule('amount.minimum', 'amount_below_minimum', '/amount'))
    expect(problem.limit).toEqual({ minimum_paise: 100 })
  },

  'A least amount lies between one rupee and the amount, ends included': async ({
    given,
    api,
    expect,
  }) => {
    for (const min_amount of [rs(1), rs(5000)])
      expect((await given.pending({ min_amount })).min_amount).toBe(min_amount)
    for (const min_amount of [rs(0.99), rs(5000.01)])
      expect(
        await api.refused('mandates.create', { body: given.terms({ min_amount }) }),
      ).toMatchObject(brokenRule('amount.min_amount', 'min_amount_invalid', '/min_amount'))
  },

  'An exact amount has no least amount beside it': async ({ given, api, expect }) => {
    const body = given.terms({ amount_rule: 'exact', min_amount: rs(10) })
    expect(await api.refused('mandates.create', { body })).toMatchObject(
      brokenRule('amount.min_amount', 'min_amount_invalid', '/min_amount'),
    )
  },

  'A mandate starts today in India or later': async ({ given, api, clock, expect }) => {
    expect((await given.pending({ start_date: '2030-01-07' })).start_date).toBe('2030-01-07')
    expect((await given.pending({ start_date: '2030-02-01' })).start_date).toBe('2030-02-01')
    expect(
      await api.refused('mandates.create', { body: given.terms({ start_date: '2030-01-06' }) }),
    ).toMatchObject(brokenRule('mandate.start_date', 'start_date_in_past', '/start_date'))
    // In London it is still the seventh.
    await clock.to('2030-01-08 00:00')
    expect((await api.refused('mandates.create', { body: given.terms() })).code).toBe(
      'start_date_in_past',
    )
  },

  'A mandate ends on its first day or later, and within thirty years': async ({
    given,
    api,
    expect,
  }) => {
    for (const end_date of ['2030-01-07', '2060-01-07'])
      expect((await given.pending({ end_date })).end_date).toBe(end_date)
    const past = given.terms({ start_date: '2030-01-08', end_date: '2030-01-07' })
    const long = given.terms({ end_date: '2060-01-08' })
    for (const body of [past, long])
      expect(await api.refused('mandates.create', { body })).toMatchObject(
        brokenRule('mandate.validity', 'validity_invalid', '/end_date'),
      )
  },

  'A first debit lies below the amount of the mandate and is one rupee or more': async ({
    given,
    api,
    expect,
  }) => {
    for (const amount of [rs(1), rs(4999.99)])
      expect((await given.pending({ first_debit: { amount } })).first_debit).toEqual({ amount })
    for (const amount of [rs(0.99), rs(5000)])
      expect(
        await api.refused('mandates.create', { body: given.terms({ first_debit: { amount } }) }),
      ).toMatchObject(
        brokenRule('first_debit.amount', 'first_debit_invalid', '/first_debit/amount'),
      )
  },

  'A first debit keeps the least amount, and does not go with an exact one': async ({
    given,
    api,
    expect,
  }) => {
    const first_debit = { amount: rs(9.99) }
    expect(
      await api.refused('mandates.create', {
        body: given.terms({ first_debit, min_amount: rs(10) }),
      }),
    ).toMatchObject(brokenRule('first_debit.amount', 'first_debit_invalid', '/first_debit/amount'))
    expect(
      await api.refused('mandates.create', {
        body: given.terms({ first_debit, amount_rule: 'exact' }),
      }),
    ).toMatchObject(brokenRule('first_debit.amount', 'first_debit_invalid', '/first_debit'))
  },

  'The payer is given a minute at least and thirty days at most': async ({
    given,
    api,
    expect,
  }) => {
    const until = async (registration_expires_in: string): Promise<string | undefined> =>
      (await given.pending({ registration_expires_in })).authorization?.expires_at
    expect(await until('PT1M')).toBe('2030-01-07T02:31:00.000Z')
    expect(await until('P30D')).toBe('2030-02-06T02:30:00.000Z')
    for (const registration_expires_in of ['PT59S', 'P30DT1S'])
      expect(
        await api.refused('mandates.create', { body: given.terms({ registration_expires_in }) }),
      ).toMatchObject(
        brokenRule(
          'registration.expiry',
          'registration_expiry_invalid',
          '/registration_expires_in',
        ),
      )
  },

  'All broken rules are told at once, the first in order giving the code': async ({
    given,
    api,
    expect,
  }) => {
    const body = given.terms({
      end_date: '2030-01-01',
      start_date: '2030-01-02',
      amount: rs(0.5),
      mcc: '0001',
      registration_expires_in: 'PT1S',
    })
    const problem = await api.refused('mandates.create', { body })
    expect(problem.code).toBe('mcc_not_approved')
    expect((problem.errors ?? []).map(({ rule }) => rule)).toEqual([
      'account.mcc_approved',
      'amount.minimum',
      'mandate.start_date',
      'mandate.validity',
      'registration.expiry',
    ])
  },

  'The sandbox makes no mandate that the rules refuse': async ({ given, api, expect }) => {
    expect(
      (await api.refused('sandbox.createMandate', { body: given.terms({ amount: rs(0.99) }) }))
        .code,
    ).toBe('amount_below_minimum')
  },

  'A refused mandate leaves nothing behind': async ({ given, api, expect }) => {
    const body = given.terms({ amount: rs(0.99) })
    await api.refused('mandates.create', { body })
    expect((await api.ok('mandates.list')).data).toEqual([])
    expect((await api.ok('mandates.create', { body: { ...body, amount: rs(1) } })).status).toBe(
      'pending',
    )
  },
})

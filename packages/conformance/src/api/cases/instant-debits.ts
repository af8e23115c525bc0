import { brokenRule } from '../broken-rule.ts'
import { group } from '../case.ts'
import { rs } from '../given.ts'

/** Debits right after the approval: no notice, and the payer is at hand. */
export const instantDebitCases = group('instant debits', {
  'Right after the approval a debit needs no notice and no PIN': async ({
    given,
    clock,
    expect,
  }) => {
    const mandate = await given.active({ frequency: 'monthly' })
    const debit = await given.instant(mandate, { amount: rs(5000) })
    expect(debit).toMatchObject({
      status: 'scheduled',
      instant: true,
      notification_id: null,
      amount: rs(5000),
      sequence_number: 1,
      attempts_left: 1,
      deferred_until: null,
    })
    await clock.advance('PT10S')
    expect(await given.presentation(debit)).toMatchObject({
      status: 'succeeded',
      attempts: [{ authentication: 'none' }],
    })
  },

  'Five minutes after the approval it is still possible, a second later no more': async ({
    given,
    api,
    clock,
    expect,
  }) => {
    const [one, two] = [await given.active(), await given.active()]
    await clock.advance('PT5M')
    const debit = await given.instant(one)
    expect((await given.presentation(debit)).status).toBe('processing')
    await clock.advance('PT1S')
    const problem = await api.refused('presentations.create', {
      params: { id: two.id },
      body: { instant: true, amount: rs(50), reference_id: given.reference() },
    })
    expect(problem).toMatchObject(brokenRule('instant.window', 'instant_window_closed', '/instant'))
    expect(problem.limit).toMatchObject({ minutes: 5 })
  },

  'Peak hours do not hold it back': async ({ given, clock, expect }) => {
    await clock.to('2030-01-07 11:00')
    const debit = await given.instant(await given.active())
    await clock.advance('PT10S')
    expect((await given.presentation(debit)).status).toBe('succeeded')
  },

  'It counts as the debit of the first cycle': async ({ given, api, expect }) => {
    const mandate = await given.debitedOnce({ frequency: 'weekly' })
    expect(
      await api.refused('notifications.create', {
        params: { id: mandate.id },
        body: { amount: rs(300), debit_date: '2030-01-08' },
      }),
    ).toMatchObject({ code: 'cycle_already_debited' })
  },

  'Of a mandate that starts later it is the debit of the first cycle to come': async ({
    given,
    clock,
    expect,
  }) => {
    const mandate = await given.debitedOnce({ frequency: 'monthly', start_date: '2030-02-01' })
    expect((await given.mandate(mandate)).next_cycle).toMatchObject({
      from: '2030-03-01',
      sequence_number: 2,
    })
    await clock.advance('PT1S')
  },

  'A collected one is not asked for again': async ({ given, api, expect }) => {
    const mandate = await given.debitedOnce()
    const problem = await api.refused('presentations.create', {
      params: { id: mandate.id },
      body: { instant: true, amount: rs(50), reference_id: given.reference() },
    })
    expect(problem).toMatchObject({ status: 422, code: 'cycle_already_debited' })
  },

  'A refused one is not repeated, not even by automatic retry': async ({
    given,
    api,
    clock,
    expect,
  }) => {
    const mandate = await given.active()
    const debit = await given.instant(mandate, { amount: rs(160), retry: 'auto' })
    await clock.advance('PT10S')
    expect(await given.presentation(debit)).toMatchObject({
      status: 'failed',
      attempts_left: 0,
      failure: { reason: 'insufficient_funds', npci_code: 'Z9' },
    })
    expect((await given.mandate(mandate)).status).toBe('active')
    const problem = await api.refused('presentations.create', {
      params: { id: mandate.id },
      body: { instant: true, amount: rs(50), reference_id: given.reference() },
    })
    expect(problem).toMatchObject(brokenRule('instant.attempts', 'attempts_exhausted', '/instant'))
  },

  'Its amount keeps to the mandate and is one rupee or more': async ({ given, api, expect }) => {
    const { id } = await given.active({ amount: rs(500), min_amount: rs(10) })
    const refused = async (amount: number) =>
      api.refused('presentations.create', {
        params: { id },
        body: { instant: true, amount, reference_id: given.reference() },
      })
    expect(await refused(rs(500.01))).toMatchObject(
      brokenRule('amount.mandate_rule', 'amount_outside_mandate', '/amount'),
    )
    expect((await refused(rs(9.99))).code).toBe('amount_outside_mandate')
    expect((await refused(rs(0.99))).code).toBe('amount_below_minimum')
  },

  'It does not wait for the next window: that begins too late': async ({ given, api, expect }) => {
    const { id } = await given.active()
    const body = {
      instant: true,
      amount: rs(50),
      reference_id: given.reference(),
      when: 'next_window',
    }
    expect((await api.refused('presentations.create', { params: { id }, body })).code).toBe(
      'instant_window_closed',
    )
  },

  'Nothing is debited at once under a mandate that nobody has approved': async ({
    given,
    api,
    expect,
  }) => {
    const { id } = await given.pending()
    const body = { instant: true, amount: rs(50), reference_id: given.reference() }
    expect(await api.refused('presentations.create', { params: { id }, body })).toMatchObject({
      status: 409,
      code: 'state_conflict',
      allowed_actions: ['revoke'],
    })
  },

  'The first debit agreed at registration is made by itself when the payer approves': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const { id } = await given.pending({ frequency: 'monthly', first_debit: { amount: rs(99) } })
    await api.ok('sandbox.approveMandate', { params: { id }, body: {} })
    expect((await api.ok('presentations.list', { query: { mandate_id: id } })).data).toEqual([])
    await clock.advance('PT10S')
    const [debit] = (await api.ok('presentations.list', { query: { mandate_id: id } })).data
    expect(debit).toMatchObject({
      status: 'processing',
      instant: true,
      amount: rs(99),
      sequence_number: 1,
    })
    await clock.advance('PT10S')
    expect((await given.presentation(debit ?? { id: '' })).status).toBe('succeeded')
    expect((await given.mandate({ id })).next_cycle).toMatchObject({
      from: '2030-02-01',
      sequence_number: 2,
    })
  },

  'A first debit that the bank refuses leaves the mandate active': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const mandate = await given.active({ first_debit: { amount: rs(150) } })
    await clock.advance('PT10S')
    const [debit] = (await api.ok('presentations.list', { query: { mandate_id: mandate.id } })).data
    expect(debit).toMatchObject({ status: 'failed', failure: { npci_code: 'Z9' } })
    expect((await given.mandate(mandate)).status).toBe('active')
  },
})

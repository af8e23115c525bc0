import { brokenRule } from '../broken-rule.ts'
import { group } from '../case.ts'
import { rs } from '../given.ts'
import { ist } from '../test-clock.ts'

/** Refills of FASTag and NCMC balances: the one thing that is debited without notice. */
export const exemptionCases = group('exemptions from the notice', {
  'A mandate says why its debits need no notice; others say null': async ({ given, expect }) => {
    expect((await given.active({ notice_exemption: 'fastag' })).notice_exemption).toBe('fastag')
    expect((await given.active()).notice_exemption).toBe(null)
  },

  'Only an account that is approved for an exemption uses it, and only with as_presented': async ({
    api,
    given,
    expect,
  }) => {
    const refused = (over: object) =>
      api.refused('mandates.create', { body: given.terms(over as Record<string, unknown>) })
    expect(await refused({ notice_exemption: 'ncmc' })).toMatchObject(
      brokenRule('notice.exemption', 'notice_exemption_not_allowed', '/notice_exemption'),
    )
    expect(await refused({ notice_exemption: 'fastag', frequency: 'daily' })).toMatchObject(
      brokenRule('notice.exemption', 'notice_exemption_not_allowed', '/frequency'),
    )
    expect((await api.ok('account.get')).approved_exemptions).toEqual(['fastag'])
  },

  'A refill is debited without notice, off-peak at once, as often as it is needed': async ({
    api,
    clock,
    given,
    expect,
  }) => {
    const mandate = await given.debitedOnce({ notice_exemption: 'fastag' })
    const refill = (over: object = {}) =>
      api.ok('presentations.create', {
        params: { id: mandate.id },
        body: { amount: rs(500), reference_id: given.reference(), ...over },
      })
    const one = await refill()
    const two = await refill()
    expect(one).toMatchObject({
      status: 'scheduled',
      notification_id: null,
      instant: false,
      amount: rs(500),
      sequence_number: 2,
      deferred_until: null,
    })
    expect(two.sequence_number).toBe(3)
    await clock.advance('PT10S')
    for (const debit of [one, two])
      expect((await given.presentation(debit)).status).toBe('succeeded')
    await clock.to('2030-01-07 10:00')
    expect(await refill()).toMatchObject({
      deferred_until: ist('2030-01-07 13:00'),
      deferred_because: 'peak_hours',
    })
  },

  'A refill keeps to the amount of the mandate, and asks for the PIN above the limit': async ({
    api,
    clock,
    given,
    expect,
  }) => {
    const mandate = await given.debitedOnce({ notice_exemption: 'fastag', amount: rs(20_000) })
    const ask = (amount: number) => ({
      params: { id: mandate.id },
      body: { amount, reference_id: given.reference() },
    })
    expect(await api.refused('presentations.create', ask(rs(20_000.01)))).toMatchObject(
      brokenRule('amount.mandate_rule', 'amount_outside_mandate', '/amount'),
    )
    const large = await api.ok('presentations.create', ask(rs(15_000.01)))
    await clock.advance('PT1S')
    expect((await given.presentation(large)).status).toBe('awaiting_payer')
  },

  'A mandate without exemption is not debited without notice': async ({ api, given, expect }) => {
    const mandate = await given.debitedOnce()
    expect(
      await api.refused('presentations.create', {
        params: { id: mandate.id },
        body: { amount: rs(300), reference_id: given.reference() },
      }),
    ).toMatchObject(brokenRule('notice.required', 'notice_required', '/notification_id'))
  },

  'An exempt mandate may be notified all the same': async ({ clock, given, expect }) => {
    const mandate = await given.debitedOnce({ notice_exemption: 'fastag' })
    const debit = await given.debit(await given.delivered(mandate))
    expect(debit.deferred_because).toBe('notice_lead_time')
    await clock.to('2030-01-08 08:01')
    expect((await given.presentation(debit)).status).toBe('succeeded')
  },
})

import { group } from '../case.ts'
import { rs } from '../given.ts'
import { modify } from './modifications.ts'

/** What new terms do to notices, cycles and the last day of a mandate. */
export const appliedTermsCases = group('new terms and what was announced', {
  'A debit announced above the new amount is cancelled with its notice; one within it stays':
    async ({ api, clock, given, expect }) => {
      const mandate = await given.debitedOnce()
      const above = await given.delivered(mandate, { amount: rs(400) })
      const debit = await given.debit(above)
      const unused = await given.notice(mandate, { amount: rs(401) })
      const within = await given.delivered(mandate, { amount: rs(300) })
      const kept = await given.debit(within)
      await modify(api, mandate, { amount: rs(300) })
      await api.ok('sandbox.approveMandate', { params: { id: mandate.id }, body: {} })
      await clock.advance('PT10S')
      expect((await given.presentation(debit)).status).toBe('cancelled')
      for (const notice of [above, unused])
        expect(await given.notification(notice)).toMatchObject({
          status: 'cancelled',
          cancelled_by: 'rail',
        })
      expect((await given.presentation(kept)).status).toBe('scheduled')
      await clock.to('2030-01-08 08:10')
      expect((await given.presentation(kept)).status).toBe('succeeded')
    },

  'Of an exact mandate the notices of the old amount are cancelled': async ({
    api,
    clock,
    given,
    expect,
  }) => {
    const mandate = await given.active({ amount_rule: 'exact', amount: rs(500) })
    const notice = await given.delivered(mandate, { amount: rs(500) })
    await modify(api, mandate, { amount: rs(700) })
    await api.ok('sandbox.approveMandate', { params: { id: mandate.id }, body: {} })
    await clock.advance('PT10S')
    expect((await given.notification(notice)).status).toBe('cancelled')
    expect((await given.notice(mandate, { amount: rs(700) })).amount).toBe(rs(700))
  },

  'An earlier last day cancels what was announced after it, and ends the mandate with that day':
    async ({ api, clock, given, expect }) => {
      const mandate = await given.active()
      const tomorrow = await given.delivered(mandate)
      const later = await given.delivered(mandate, { debit_date: '2030-01-09' })
      await modify(api, mandate, { end_date: '2030-01-08' })
      await api.ok('sandbox.approveMandate', { params: { id: mandate.id }, body: {} })
      await clock.advance('PT10S')
      expect((await given.notification(tomorrow)).status).toBe('delivered')
      expect((await given.notification(later)).status).toBe('cancelled')
      await clock.to('2030-01-08 23:59:59.999')
      expect((await given.mandate(mandate)).status).toBe('active')
      await clock.to('2030-01-09 00:00')
      expect((await given.mandate(mandate)).status).toBe('completed')
    },

  'A later last day keeps the mandate alive beyond the old one, its cycles as they were': async ({
    api,
    clock,
    given,
    expect,
  }) => {
    const mandate = await given.active({ frequency: 'monthly', end_date: '2030-01-08' })
    await modify(api, mandate, { end_date: '2030-03-31' })
    await api.ok('sandbox.approveMandate', { params: { id: mandate.id }, body: {} })
    await clock.to('2030-01-10 08:00')
    expect(await given.mandate(mandate)).toMatchObject({
      status: 'active',
      end_date: '2030-03-31',
      next_cycle: { from: '2030-01-01', until: '2030-01-31', sequence_number: 1 },
    })
  },
})

import { group } from '../case.ts'
import { rs } from '../given.ts'
import { ist } from '../test-clock.ts'

/** What an operator sets for one merchant in place of the provider's policy. The rail's own limits still hold. */
export const policyCases = group(
  'policies',
  {
    'A cap on amounts lets itself pass, and refuses a paisa more: mandate, notice, debit and payment':
      async ({ merchantWith, expect }) => {
        const { api, given } = await merchantWith({ amount_max_paise: rs(400) })
        const refused = { code: 'amount_above_maximum', limit: { maximum_paise: rs(400) } }
        expect(
          await api.refused('mandates.create', { body: given.terms({ amount: rs(400.01) }) }),
        ).toMatchObject(refused)
        expect(
          await api.refused('payments.create', { body: given.asks({ amount: rs(400.01) }) }),
        ).toMatchObject(refused)
        await given.payment({ amount: rs(400) })
        const mandate = await given.active({ amount: rs(400) })
        const preview = await api.ok('presentations.preview', {
          params: { id: mandate.id },
          body: { instant: true, amount: rs(400) },
        })
        expect(preview.rules.find(({ id }) => id === 'amount.maximum')).toMatchObject({
          holds: true,
          message: '₹400.00 is not above ₹400.00, the most that the provider takes.',
        })
        await given.notice(mandate, { amount: rs(400) })
      },

    'Where a paused mandate may be resumed only, the merchant waits with its revocation': async ({
      merchantWith,
      expect,
    }) => {
      const { api, given } = await merchantWith({ revocable_while_paused: false })
      const { id } = await given.active()
      await api.ok('sandbox.pauseMandate', { params: { id } })
      expect(await api.refused('mandates.revoke', { params: { id } })).toMatchObject({
        code: 'revocation_not_allowed',
        rule: { id: 'mandate.revocable_while_paused', assumption: true },
      })
      expect((await given.mandate({ id })).status).toBe('paused')
      await api.ok('sandbox.resumeMandate', { params: { id } })
      await api.ok('mandates.revoke', { params: { id } })
    },

    'A wider lead window takes a notice that the usual one refuses': async ({
      merchantWith,
      given,
      api,
      expect,
    }) => {
      const body = { amount: rs(300), debit_date: '2030-01-10' }
      const usual = await given.active()
      expect(
        await api.refused('notifications.create', { params: { id: usual.id }, body }),
      ).toMatchObject({ code: 'notice_outside_lead_window' })
      const third = await merchantWith({ notice_lead_max_hours: 72 })
      await third.given.notice(await third.given.active(), body)
    },

    'A schedule announces by the merchant’s own lead window, and says so beforehand': async ({
      merchantWith,
      expect,
    }) => {
      const { api, given } = await merchantWith({ notice_lead_max_hours: 96 })
      const mandate = await given.active({ frequency: 'daily' })
      const { id, next } = await api.ok('schedules.create', {
        params: { id: mandate.id },
        body: { reference_id: given.reference(), amount: rs(80), starts_on: '2030-01-16' },
      })
      // Midway between four days and one day before the day.
      expect(next?.notify_at).toBe(ist('2030-01-13 12:00'))
      const { cycles } = await api.ok('schedules.upcoming', { params: { id } })
      expect(cycles.slice(0, 2).map(({ notify_at }) => notify_at)).toEqual([
        ist('2030-01-13 12:00'),
        ist('2030-01-14 12:00'),
      ])
    },

    'Fewer attempts than the rail’s count, more do not': async ({ merchantWith, expect }) => {
      for (const [attempts_max, left] of [
        [2, 2],
        [9, 4],
      ] as const) {
        const { given } = await merchantWith({ attempts_max })
        const debit = await given.debit(await given.delivered(await given.debitedOnce()))
        expect([attempts_max, debit.attempts_left]).toEqual([attempts_max, left])
      }
    },
  },
  'merchantPolicies',
)

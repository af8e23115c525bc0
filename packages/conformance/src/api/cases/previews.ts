import type { Explanation } from '@upi-autopay/contract'
import { group } from '../case.ts'
import { rs } from '../given.ts'
import { ist } from '../test-clock.ts'

/** Asking about a debit before it is presented: the same answer as an explanation, and nothing is written. */
export const previewCases = group('previews', {
  'A debit on a delivered notice: the moment, what it waits for, and that no PIN is asked': async ({
    api,
    given,
    expect,
  }) => {
    const mandate = await given.debitedOnce()
    const notice = await given.delivered(mandate)
    const preview = await api.ok('presentations.preview', {
      params: { id: mandate.id },
      body: { notification_id: notice.id },
    })
    expect(preview).toMatchObject({
      object: 'explanation',
      presentation_id: null,
      status: null,
      mandate_id: mandate.id,
      mandate_status: 'active',
      earliest_at: ist('2030-01-08 08:00:20'),
      earliest_because: 'notice_lead_time',
      requires_pin: false,
      blocked_by: null,
      attempts: [],
    })
    const debit = await given.debit(notice)
    expect(debit.deferred_until).toBe(preview.earliest_at)
  },

  'The wish is heeded: the next off-peak window, or a moment asked for': async ({
    api,
    given,
    expect,
  }) => {
    const mandate = await given.debitedOnce()
    const { id } = await given.delivered(mandate)
    const asked = async (wish: object): Promise<Explanation> =>
      api.ok('presentations.preview', {
        params: { id: mandate.id },
        body: { notification_id: id, ...wish },
      })
    expect(await asked({ when: 'next_window' })).toMatchObject({
      earliest_at: ist('2030-01-08 13:00'),
      earliest_because: 'next_window',
    })
    expect(await asked({ when: 'at', present_at: ist('2030-01-08 11:00') })).toMatchObject({
      earliest_at: ist('2030-01-08 13:00'),
      earliest_because: 'peak_hours',
    })
  },

  'A debit asked for at once is planned for the moment that its preview named, whatever the wish':
    async ({ api, given, expect }) => {
      const mandate = await given.debitedOnce()
      const wishes = [
        { when: 'asap' },
        { when: 'next_window' },
        { when: 'at', present_at: ist('2030-01-08 18:00') },
      ]
      for (const wish of wishes) {
        const notice = await given.delivered(mandate)
        const preview = await api.ok('presentations.preview', {
          params: { id: mandate.id },
          body: { notification_id: notice.id, ...wish },
        })
        const debit = await given.debit(notice, wish)
        expect(debit).toMatchObject({
          deferred_until: preview.earliest_at,
          deferred_because: preview.earliest_because,
        })
        const explained = await api.ok('presentations.explanation', { params: { id: debit.id } })
        expect(explained.earliest_at).toBe(preview.earliest_at)
      }
    },

  'An amount on a day not yet notified: the rules of the notice and of the debit': async ({
    api,
    given,
    expect,
  }) => {
    const mandate = await given.active()
    const asked = async (body: object): Promise<Explanation> =>
      api.ok('presentations.preview', { params: { id: mandate.id }, body })
    const fits = await asked({ amount: rs(300), debit_date: '2030-01-08' })
    expect(fits).toMatchObject({
      earliest_at: ist('2030-01-08 08:00'),
      requires_pin: true,
      blocked_by: null,
    })
    expect(fits.rules.find(({ id }) => id === 'notice.lead_window')?.holds).toBe(true)
    const tooLarge = await asked({ amount: rs(5000.01), debit_date: '2030-01-20' })
    expect(tooLarge.earliest_at).toBe(null)
    expect(broken(tooLarge)).toContain('amount.mandate_rule')
    expect(broken(tooLarge)).toContain('notice.lead_window')
    expect(tooLarge.summary).toContain('refused')
  },

  'Each rule is named once, with its numbers and source': async ({ api, given, expect }) => {
    const { rules } = await api.ok('presentations.preview', {
      params: { id: (await given.active()).id },
      body: { amount: rs(300), debit_at: ist('2030-01-08 09:00') },
    })
    const ids = rules.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { id, message, source } of rules)
      expect(message.length > 0 && source.title.length > 0, id).toBe(true)
  },

  'An instant debit: possible for five minutes, and then refused with the rule': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const mandate = await given.active()
    const asked = async (): Promise<Explanation> =>
      api.ok('presentations.preview', {
        params: { id: mandate.id },
        body: { instant: true, amount: rs(300) },
      })
    expect(await asked()).toMatchObject({
      earliest_at: ist('2030-01-07 08:00'),
      earliest_because: null,
      requires_pin: false,
    })
    await clock.advance('PT6M')
    const late = await asked()
    expect(late.earliest_at).toBe(null)
    expect(broken(late)).toContain('instant.window')
  },

  'What stands in the way is named: an open debit, an open notice, a notice that cannot be used':
    async ({ api, given, clock, expect }) => {
      const mandate = await given.debitedOnce({ frequency: 'daily', start_date: '2030-01-07' })
      const asked = async (body: object): Promise<Explanation> =>
        api.ok('presentations.preview', { params: { id: mandate.id }, body })
      const notice = await given.delivered(mandate)
      const day = { amount: rs(300), debit_date: '2030-01-08' }
      expect((await asked(day)).blocked_by).toMatchObject({
        object: 'notification',
        id: notice.id,
      })
      const debit = await given.debit(notice)
      const blocked = await asked({ notification_id: notice.id })
      expect(blocked).toMatchObject({
        earliest_at: null,
        blocked_by: { object: 'presentation', id: debit.id, status: 'scheduled' },
      })
      expect(blocked.summary).toContain(debit.id)
      const failing = await given.notice(mandate, { amount: rs(550), debit_date: '2030-01-09' })
      await clock.advance('PT10S')
      expect((await asked({ notification_id: failing.id })).blocked_by).toMatchObject({
        object: 'notification',
        status: 'failed',
      })
    },

  'A mandate that is not active debits nothing, whatever the rules say': async ({
    api,
    given,
    expect,
  }) => {
    const { id } = await given.debitedOnce()
    await api.ok('sandbox.pauseMandate', { params: { id } })
    const body = { amount: rs(300), debit_date: '2030-01-08' }
    expect(await api.ok('presentations.preview', { params: { id }, body })).toMatchObject({
      mandate_status: 'paused',
      earliest_at: null,
    })
  },

  'A notice of another mandate, or none, is not found': async ({ api, given, expect }) => {
    const mandate = await given.active()
    const { id } = await given.delivered(await given.active())
    for (const notification_id of [id, 'pdn_none'])
      expect(
        (
          await api.refused('presentations.preview', {
            params: { id: mandate.id },
            body: { notification_id },
          })
        ).code,
      ).toBe('not_found')
    expect(
      (
        await api.refused('presentations.preview', {
          params: { id: 'mdt_none' },
          body: { instant: true, amount: rs(300) },
        })
      ).code,
    ).toBe('not_found')
  },

  'A preview says of what debit: a notice, an instant one, or a day, and only one of them': async ({
    api,
    given,
    expect,
  }) => {
    const { id } = await given.active()
    const pointers = async (body: object): Promise<(string | undefined)[]> =>
      ((await api.refused('presentations.preview', { params: { id }, body })).errors ?? []).map(
        ({ pointer }) => pointer,
      )
    expect(await pointers({})).toEqual(['/notification_id'])
    expect(await pointers({ debit_date: '2030-01-08' })).toEqual(['/amount'])
    expect(await pointers({ amount: 100, debit_date: '2030-01-08', instant: true })).toEqual([
      '/instant',
    ])
    expect(
      await pointers({
        amount: 100,
        debit_date: '2030-01-08',
        debit_at: ist('2030-01-08 09:00'),
        notification_id: 'pdn_1',
      }),
    ).toEqual(['/debit_at', '/notification_id'])
  },

  'Asking writes nothing': async ({ api, given, expect }) => {
    const mandate = await given.active()
    const before = await given.mandate(mandate)
    const events = async (): Promise<number> => (await api.ok('events.list')).data.length
    const count = await events()
    const body = { amount: rs(300), debit_date: '2030-01-08' }
    await api.ok('presentations.preview', { params: { id: mandate.id }, body })
    expect(await given.mandate(mandate)).toEqual(before)
    expect(await events()).toBe(count)
    expect((await given.notice(mandate)).sequence_number).toBe(1)
  },
})

function broken({ rules }: Explanation): string[] {
  return rules.filter(({ holds }) => !holds).map(({ id }) => id)
}

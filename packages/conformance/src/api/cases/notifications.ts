import { brokenRule } from '../broken-rule.ts'
import { group } from '../case.ts'
import { rs } from '../given.ts'
import { ist } from '../test-clock.ts'

/** The notice before a debit: how far ahead, for which cycle, and what becomes of it. */
export const notificationCases = group('notifications', {
  'A notice for tomorrow is pending, and names its cycle and the end of its window': async ({
    given,
    expect,
  }) => {
    const mandate = await given.active({ frequency: 'monthly' })
    expect(await given.notice(mandate, { reference_id: 'notice-0001' })).toMatchObject({
      object: 'notification',
      status: 'pending',
      allowed_actions: ['cancel'],
      mandate_id: mandate.id,
      reference_id: 'notice-0001',
      amount: rs(300),
      currency: 'INR',
      debit_date: '2030-01-08',
      debit_at: null,
      cycle: { from: '2030-01-01', until: '2030-01-31' },
      sequence_number: 1,
      window: { earliest: null, latest: ist('2030-01-09 00:00') },
      delivered_at: null,
      failure: null,
    })
  },

  'Ten seconds later it is delivered, and the debit may be made 24 hours after that': async ({
    given,
    expect,
  }) => {
    const mandate = await given.active()
    expect(await given.delivered(mandate)).toMatchObject({
      status: 'delivered',
      allowed_actions: ['create_presentation', 'cancel'],
      delivered_at: ist('2030-01-07 08:00:10'),
      window: { earliest: ist('2030-01-08 08:00:10'), latest: ist('2030-01-09 00:00') },
    })
  },

  'For the day after tomorrow the window begins with that day': async ({ given, expect }) => {
    const mandate = await given.active()
    const notice = await given.delivered(mandate, { debit_date: '2030-01-09' })
    expect(notice.window.earliest).toBe(ist('2030-01-09 00:00'))
  },

  'A notice that names a moment opens its window at that moment': async ({ given, expect }) => {
    const mandate = await given.active()
    const notice = await given.delivered(mandate, { debit_at: ist('2030-01-08 14:30') })
    expect(notice).toMatchObject({
      debit_date: '2030-01-08',
      debit_at: ist('2030-01-08 14:30'),
      window: { earliest: ist('2030-01-08 14:30'), latest: ist('2030-01-09 00:00') },
    })
  },

  'A moment may be written with the offset of India': async ({ given, expect }) => {
    const notice = await given.notice(await given.active(), {
      debit_at: '2030-01-08T14:30:00+05:30',
    })
    expect(notice.debit_at).toBe('2030-01-08T09:00:00.000Z')
  },

  'A notice for today comes too late': async ({ given, api, expect }) => {
    const { id } = await given.active()
    const problem = await api.refused('notifications.create', {
      params: { id },
      body: { amount: rs(300), debit_date: '2030-01-07' },
    })
    expect(problem).toMatchObject(
      brokenRule('notice.lead_window', 'notice_outside_lead_window', '/debit_date'),
    )
    expect(problem.limit).toEqual({
      lead_min_hours: 24,
      lead_max_hours: 48,
      earliest_debit_date: '2030-01-08',
      latest_debit_date: '2030-01-09',
    })
  },

  'A moment exactly 48 hours ahead is taken, a millisecond more is too early': async ({
    given,
    api,
    expect,
  }) => {
    const [one, two] = [await given.active(), await given.active()]
    expect((await given.notice(one, { debit_at: '2030-01-09T02:30:00.000Z' })).status).toBe(
      'pending',
    )
    const problem = await api.refused('notifications.create', {
      params: { id: two.id },
      body: { amount: rs(300), debit_at: '2030-01-09T02:30:00.001Z' },
    })
    expect(problem).toMatchObject(
      brokenRule('notice.lead_window', 'notice_outside_lead_window', '/debit_at'),
    )
  },

  'Until 23:49:59.999 a notice for tomorrow is taken, from 23:50 on it is not': async ({
    given,
    api,
    clock,
    expect,
  }) => {
    const [one, two] = [await given.active(), await given.active()]
    await clock.to('2030-01-07 23:49:59.999')
    expect((await given.notice(one)).status).toBe('pending')
    await clock.to('2030-01-07 23:50')
    const problem = await api.refused('notifications.create', {
      params: { id: two.id },
      body: { amount: rs(300), debit_date: '2030-01-08' },
    })
    expect(problem).toMatchObject(
      brokenRule('notice.cut_off', 'notice_after_cut_off', '/debit_date'),
    )
    expect(problem.limit).toEqual({ cut_off: '23:50' })
    expect((await given.notice(two, { debit_date: '2030-01-09' })).status).toBe('pending')
  },

  'The amount keeps to the mandate: at most its amount, at least its least': async ({
    given,
    api,
    expect,
  }) => {
    const mandate = await given.active({ amount: rs(500), min_amount: rs(100) })
    const refused = (amount: number) =>
      api.refused('notifications.create', {
        params: { id: mandate.id },
        body: { amount, debit_date: '2030-01-08' },
      })
    for (const amount of [rs(99.99), rs(500.01)]) {
      const problem = await refused(amount)
      expect(problem).toMatchObject(
        brokenRule('amount.mandate_rule', 'amount_outside_mandate', '/amount'),
      )
      expect(problem.limit).toEqual({ minimum_paise: rs(100), maximum_paise: rs(500) })
    }
    expect((await given.notice(mandate, { amount: rs(100) })).amount).toBe(rs(100))
    expect((await given.notice(mandate, { amount: rs(500) })).amount).toBe(rs(500))
  },

  'An exact mandate takes its amount and no other': async ({ given, api, expect }) => {
    const mandate = await given.active({ amount_rule: 'exact', amount: rs(500) })
    for (const amount of [rs(499.99), rs(500.01)])
      expect(
        (
          await api.refused('notifications.create', {
            params: { id: mandate.id },
            body: { amount, debit_date: '2030-01-08' },
          })
        ).code,
      ).toBe('amount_outside_mandate')
    expect((await given.notice(mandate, { amount: rs(500) })).amount).toBe(rs(500))
  },

  'A notice is for one rupee or more': async ({ given, api, expect }) => {
    const mandate = await given.active()
    const body = { amount: rs(0.99), debit_date: '2030-01-08' }
    expect(
      await api.refused('notifications.create', { params: { id: mandate.id }, body }),
    ).toMatchObject(brokenRule('amount.minimum', 'amount_below_minimum', '/amount'))
    expect((await given.notice(mandate, { amount: rs(1) })).amount).toBe(100)
  },

  'Only an active mandate is notified': async ({ given, api, expect }) => {
    const pending = await given.pending()
    const paused = await given.active()
    await api.ok('sandbox.pauseMandate', { params: { id: paused.id } })
    const revoked = await given.active()
    await api.ok('mandates.revoke', { params: { id: revoked.id } })
    for (const [{ id }, allowed_actions] of [
      [pending, ['revoke']],
      [paused, ['revoke']],
      [revoked, []],
    ] as const)
      expect(
        await api.refused('notifications.create', {
          params: { id },
          body: { amount: rs(300), debit_date: '2030-01-08' },
        }),
      ).toMatchObject({ status: 409, code: 'state_conflict', allowed_actions })
  },

  'A cycle has one open notice': async ({ given, api, expect }) => {
    const mandate = await given.active({ frequency: 'daily' })
    const open = await given.notice(mandate)
    const problem = await api.refused('notifications.create', {
      params: { id: mandate.id },
      body: { amount: rs(200), debit_date: '2030-01-08' },
    })
    expect(problem).toMatchObject({
      status: 409,
      code: 'notification_open',
      existing: { id: open.id, object: 'notification' },
    })
    expect((await given.notice(mandate, { debit_date: '2030-01-09' })).sequence_number).toBe(2)
  },

  'Of an as-presented mandate each notice is a cycle of its own': async ({ given, expect }) => {
    const mandate = await given.active()
    const one = await given.notice(mandate)
    const two = await given.notice(mandate)
    expect([one.cycle, two.cycle]).toEqual([null, null])
    expect([one.sequence_number, two.sequence_number]).toEqual([1, 2])
  },

  'The reference of a notice is its own': async ({ given, api, expect }) => {
    const mandate = await given.active()
    const first = await given.notice(mandate, { reference_id: 'notice-0001' })
    expect(
      await api.refused('notifications.create', {
        params: { id: mandate.id },
        body: { amount: rs(300), debit_date: '2030-01-08', reference_id: 'notice-0001' },
      }),
    ).toMatchObject({
      status: 409,
      code: 'reference_id_taken',
      existing: { id: first.id, object: 'notification' },
    })
  },
})

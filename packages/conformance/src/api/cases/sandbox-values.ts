import { group } from '../case.ts'
import { rs } from '../given.ts'

/** Amounts that decide, in rupees: each documented range, its ends, and just outside. */
export const sandboxValueCases = group('steering by value', {
  'Registration: ₹1 to ₹1,000, the link opened once, is active after ten seconds': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    for (const amount of [1, 1.01, 500, 999.99, 1000]) {
      const { id } = await given.pending({ amount: rs(amount) })
      await api.ok('sandbox.openMandate', { params: { id } })
      await clock.advance('PT9S')
      expect((await given.mandate({ id })).status, String(amount)).toBe('pending')
      await clock.advance('PT1S')
      expect((await given.mandate({ id })).status, String(amount)).toBe('active')
    }
  },

  'Registration: ₹1,001 to ₹2,000 is rejected': async ({ api, given, clock, expect }) => {
    for (const amount of [1001, 1500, 2000]) {
      const { id } = await given.pending({ amount: rs(amount) })
      await api.ok('sandbox.openMandate', { params: { id } })
      await clock.advance('PT10S')
      const rejected = await given.mandate({ id })
      expect(rejected.status, String(amount)).toBe('rejected')
      expect(rejected.status_reason === null).toBe(false)
    }
  },

  'Registration: ₹1,001 to ₹2,000 is rejected although the payer approves': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const { id } = await given.pending({ amount: rs(1500) })
    await api.ok('sandbox.approveMandate', { params: { id }, body: {} })
    await clock.advance('PT10S')
    expect((await given.mandate({ id })).status).toBe('rejected')
  },

  'Registration: other amounts wait for the payer': async ({ api, given, clock, expect }) => {
    for (const amount of [1000.01, 1000.99, 2000.01, 5000]) {
      const { id } = await given.pending({ amount: rs(amount) })
      await api.ok('sandbox.openMandate', { params: { id } })
      await clock.advance('PT1M')
      expect((await given.mandate({ id })).status, String(amount)).toBe('pending')
      await api.ok('sandbox.approveMandate', { params: { id }, body: {} })
      await clock.advance('PT10S')
      expect((await given.mandate({ id })).status, String(amount)).toBe('active')
    }
  },

  'Registration: a link that nobody opens decides nothing': async ({ given, clock, expect }) => {
    const { id } = await given.pending({ amount: rs(500) })
    await clock.advance('PT1H')
    expect((await given.mandate({ id })).status).toBe('pending')
  },

  'Registration: a collect request counts as opened': async ({ given, clock, expect }) => {
    const collect = { flow: 'collect', mcc: '6012', payer: { vpa: 'asha@ybl' } }
    const [taken, refused] = [
      await given.pending({ ...collect, amount: rs(500) }),
      await given.pending({ ...collect, amount: rs(1500) }),
    ]
    await clock.advance('PT10S')
    expect((await given.mandate(taken)).status).toBe('active')
    expect((await given.mandate(refused)).status).toBe('rejected')
  },

  'Registration: a payer who declines before the answer wins': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const { id } = await given.pending({ amount: rs(500) })
    await api.ok('sandbox.openMandate', { params: { id } })
    await clock.advance('PT5S')
    await api.ok('sandbox.declineMandate', { params: { id } })
    await clock.advance('PT10S')
    expect((await given.mandate({ id })).status).toBe('rejected')
  },

  'Notification: ₹1 to ₹500 is delivered, ₹501 to ₹600 fails, others are delivered': async ({
    given,
    clock,
    expect,
  }) => {
    const mandate = await given.active()
    const expected = {
      1: 'delivered',
      250: 'delivered',
      500: 'delivered',
      500.01: 'delivered',
      500.99: 'delivered',
    }
    const failing = {
      501: 'failed',
      550: 'failed',
      600: 'failed',
      600.01: 'delivered',
      5000: 'delivered',
    }
    for (const [amount, status] of Object.entries({ ...expected, ...failing })) {
      const notice = await given.notice(mandate, { amount: rs(Number(amount)) })
      await clock.advance('PT9S')
      expect((await given.notification(notice)).status).toBe('pending')
      await clock.advance('PT1S')
      expect((await given.notification(notice)).status, amount).toBe(status)
    }
  },

  'Instant debit: ₹1 to ₹100 succeeds, ₹150 to ₹200 is declined with Z9, others succeed': async ({
    given,
    clock,
    expect,
  }) => {
    const collected = [1, 50, 100, 100.01, 149.99, 200.01, 300]
    for (const amount of [...collected, 150, 175, 200]) {
      const debit = await given.instant(await given.active(), { amount: rs(amount) })
      await clock.advance('PT10S')
      const done = await given.presentation(debit)
      expect(done.status, String(amount)).toBe(collected.includes(amount) ? 'succeeded' : 'failed')
      expect(done.failure?.npci_code ?? null).toBe(collected.includes(amount) ? null : 'Z9')
    }
  },

  'Notified debit: the PIN counts as entered for ₹1 to ₹100 and ₹150 to ₹200': async ({
    given,
    clock,
    expect,
  }) => {
    const statuses = { 1: 'succeeded', 100: 'succeeded', 150: 'declined', 200: 'declined' }
    const waiting = { 100.01: 'awaiting_payer', 149.99: 'awaiting_payer', 200.01: 'awaiting_payer' }
    const debits: [string, string, { id: string }][] = []
    for (const [amount, status] of Object.entries({ ...statuses, ...waiting })) {
      const notice = await given.notice(await given.active(), { amount: rs(Number(amount)) })
      debits.push([amount, status, notice])
    }
    await clock.advance('PT10S')
    const planned: [string, string, { id: string }][] = []
    for (const [amount, status, notice] of debits)
      planned.push([amount, status, await given.debit(await given.notification(notice))])
    await clock.to('2030-01-08 08:00:20')
    for (const [amount, status, debit] of planned) {
      const done = await given.presentation(debit)
      expect(done.status, amount).toBe(status)
      expect(done.attempts[0]?.authentication).toBe('pin')
    }
  },

  'Notified debit: where a debit has succeeded before, other amounts succeed by themselves':
    async ({ given, clock, expect }) => {
      const mandate = await given.debitedOnce()
      const amounts = {
        100.01: 'succeeded',
        149.99: 'succeeded',
        150: 'declined',
        200: 'declined',
        200.01: 'succeeded',
      }
      const debits: [string, string, { id: string }][] = []
      for (const [amount, status] of Object.entries(amounts))
        debits.push([
          amount,
          status,
          await given.debit(await given.delivered(mandate, { amount: rs(Number(amount)) })),
        ])
      await clock.to('2030-01-08 08:30')
      for (const [amount, status, debit] of debits)
        expect((await given.presentation(debit)).status, amount).toBe(status)
    },

  'Switched off, the table decides nothing': async ({ api, given, clock, expect }) => {
    expect(await api.ok('sandbox.updateSettings', { body: { value_table: false } })).toEqual({
      object: 'sandbox_settings',
      value_table: false,
      bank_preset: 'normal',
    })
    const opened = await given.pending({ amount: rs(500) })
    await api.ok('sandbox.openMandate', { params: { id: opened.id } })
    const approved = await given.pending({ amount: rs(1500) })
    await api.ok('sandbox.approveMandate', { params: { id: approved.id }, body: {} })
    const mandate = await given.active()
    const debit = await given.instant(mandate, { amount: rs(160) })
    const notice = await given.notice(mandate, { amount: rs(550) })
    await clock.advance('PT10S')
    expect((await given.mandate(opened)).status).toBe('pending')
    expect((await given.mandate(approved)).status).toBe('active')
    expect((await given.presentation(debit)).status).toBe('succeeded')
    expect((await given.notification(notice)).status).toBe('delivered')
  },

  'The settings are read as they were left': async ({ api, expect }) => {
    await api.ok('sandbox.updateSettings', { body: { value_table: false } })
    await api.ok('sandbox.updateSettings', { body: { bank_preset: 'normal' } })
    expect(await api.ok('sandbox.getSettings')).toMatchObject({
      value_table: false,
      bank_preset: 'normal',
    })
    await api.ok('sandbox.updateSettings', { body: { value_table: true } })
    expect((await api.ok('sandbox.getSettings')).value_table).toBe(true)
  },
})

import { group } from '../case.ts'
import { rs } from '../given.ts'
import { ist } from '../test-clock.ts'

const COLLECT = { flow: 'collect', mcc: '6211', payer: { vpa: 'asha@ybl' } }

/** What the bank makes of payments: the values, magic payers, and outcomes that nobody can tell. */
export const paymentOutcomeCases = group('outcomes of payments', {
  'Collect ₹10 succeeds by itself after ten seconds': async ({ given, clock, expect }) => {
    const payment = await given.payment({ ...COLLECT, amount: rs(10) })
    await clock.advance('PT9S')
    expect((await given.paymentNow(payment)).status).toBe('pending')
    await clock.advance('PT1S')
    expect(await given.paymentNow(payment)).toMatchObject({
      status: 'succeeded',
      payer_vpa: 'asha@ybl',
    })
  },

  'Collect ₹150 fails by itself after ten seconds': async ({ given, clock, expect }) => {
    const payment = await given.payment({ ...COLLECT, amount: rs(150) })
    await clock.advance('PT10S')
    expect(await given.paymentNow(payment)).toMatchObject({
      status: 'failed',
      failure: { npci_code: 'Z9' },
      amount_collected: 0,
    })
  },

  'Collect ₹50 is deemed: it never expires, and the bank is asked three times in two hours':
    async ({ given, clock, expect }) => {
      const payment = await given.payment({ ...COLLECT, amount: rs(50), expires_in: 'PT1M' })
      await clock.advance('PT10S')
      expect(await given.paymentNow(payment)).toMatchObject({
        status: 'pending',
        outcome: 'unknown',
        allowed_actions: ['resolve'],
      })
      const { fired } = await clock.advance('PT1H59M59S')
      expect(fired.map(({ at, kind }) => [kind, at])).toEqual([
        ['inquire', ist('2030-01-07 08:01:40')],
        ['inquire', ist('2030-01-07 08:15:10')],
      ])
      expect((await given.paymentNow(payment)).outcome).toBe('unknown')
      await clock.to('2030-01-07 10:00:10')
      expect(await given.paymentNow(payment)).toMatchObject({
        status: 'pending',
        outcome: 'unresolved',
      })
      await clock.advance('P3D')
      expect((await given.paymentNow(payment)).outcome).toBe('unresolved')
    },

  'Other collect amounts, also just beside, wait for the payer': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const amounts = [9.99, 10.01, 49.99, 50.01, 149.99, 150.01, 500]
    const asked: { id: string }[] = []
    for (const amount of amounts)
      asked.push(await given.payment({ ...COLLECT, amount: rs(amount) }))
    await clock.advance('PT10S')
    for (const { id } of asked) {
      expect((await given.paymentNow({ id })).status).toBe('pending')
      await api.ok('sandbox.approvePayment', { params: { id }, body: {} })
    }
    await clock.advance('PT10S')
    for (const { id } of asked) expect((await given.paymentNow({ id })).status).toBe('succeeded')
  },

  'A payer who declines before the answer wins over the value': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const { id } = await given.payment({ ...COLLECT, amount: rs(10) })
    await clock.advance('PT5S')
    await api.ok('sandbox.declinePayment', { params: { id } })
    await clock.advance('PT10S')
    expect(await given.paymentNow({ id })).toMatchObject({
      status: 'failed',
      failure: { npci_code: 'ZA' },
    })
  },

  'Links are not steered by value': async ({ given, expect }) => {
    for (const amount of [50, 150])
      expect((await given.paid({ amount: rs(amount) })).amount_collected).toBe(rs(amount))
  },

  'Switched off, the table decides nothing': async ({ api, given, clock, expect }) => {
    await api.ok('sandbox.updateSettings', { body: { value_table: false } })
    const payment = await given.payment({ ...COLLECT, amount: rs(10) })
    await clock.advance('PT10S')
    expect((await given.paymentNow(payment)).status).toBe('pending')
  },

  'A magic payer names the outcome, before the value does': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const vpa = 'insufficient_funds@sim'
    const collect = await given.payment({ ...COLLECT, payer: { vpa }, amount: rs(10) })
    const { id } = await given.payment()
    await api.ok('sandbox.approvePayment', { params: { id }, body: { vpa } })
    await clock.advance('PT10S')
    for (const payment of [collect, { id }])
      expect(await given.paymentNow(payment)).toMatchObject({
        status: 'failed',
        failure: { npci_code: 'Z9' },
      })
  },

  'A payment whose outcome is unknown is neither paid again nor cancelled': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const { id } = await given.payment({ ...COLLECT, amount: rs(50) })
    await clock.advance('PT10S')
    for (const operation of [
      'payments.cancel',
      'sandbox.approvePayment',
      'sandbox.declinePayment',
    ] as const)
      expect(await api.refused(operation, { params: { id } }), operation).toMatchObject({
        status: 409,
        code: 'state_conflict',
        allowed_actions: ['resolve'],
      })
  },

  'An operator resolves what nobody could tell: the money came': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const { id } = await given.payment({ ...COLLECT, amount: rs(50) })
    await clock.advance('PT3H')
    const resolved = await api.ok('payments.resolve', {
      params: { id },
      body: { outcome: 'succeeded', rrn: '603012345678', note: 'Seen on the bank statement' },
    })
    expect(resolved).toMatchObject({
      status: 'succeeded',
      outcome: null,
      rrn: '603012345678',
      resolution: {
        outcome: 'succeeded',
        note: 'Seen on the bank statement',
        at: ist('2030-01-07 11:00'),
      },
      amount_collected: rs(50),
    })
  },

  'An operator resolves what nobody could tell: no money came': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const { id } = await given.payment({ ...COLLECT, amount: rs(50) })
    await clock.advance('PT10S')
    expect(
      await api.ok('payments.resolve', {
        params: { id },
        body: { outcome: 'failed', note: 'Not on the bank statement' },
      }),
    ).toMatchObject({ status: 'failed', outcome: null, failure: null, amount_collected: 0 })
    await clock.advance('PT3H')
    expect((await given.paymentNow({ id })).status).toBe('failed')
  },

  'Only an unknown outcome is resolved, and a success needs its bank reference': async ({
    api,
    given,
    expect,
  }) => {
    const { id } = await given.payment()
    const note = 'Seen on the bank statement'
    expect(
      await api.refused('payments.resolve', {
        params: { id },
        body: { outcome: 'succeeded', note },
      }),
    ).toMatchObject({ status: 400, errors: [{ pointer: '/rrn' }] })
    expect(
      await api.refused('payments.resolve', {
        params: { id },
        body: { outcome: 'failed', note },
      }),
    ).toMatchObject({ status: 409, code: 'state_conflict' })
  },
})

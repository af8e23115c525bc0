import { group } from '../case.ts'
import { rs } from '../given.ts'

/** Payer addresses that name an outcome; they beat the amounts. */
export const magicPayerCases = group('magic payers', {
  'insufficient_funds@sim has no money at any attempt': async ({ given, clock, expect }) => {
    const mandate = await given.active({ payer: { vpa: 'insufficient_funds@sim' } })
    const debit = await given.debit(await given.delivered(mandate, { amount: rs(50) }), {
      retry: 'auto',
    })
    await clock.to('2030-01-08 15:00')
    const done = await given.presentation(debit)
    expect(done).toMatchObject({
      status: 'failed',
      failure: { reason: 'insufficient_funds', npci_code: 'Z9' },
    })
    expect(done.attempts.length).toBe(4)
  },

  'insufficient_funds_once@sim has money at the second attempt of each debit': async ({
    given,
    clock,
    expect,
  }) => {
    const mandate = await given.active({ payer: { vpa: 'insufficient_funds_once@sim' } })
    const auto = { retry: 'auto' }
    const one = await given.debit(await given.delivered(mandate, { amount: rs(50) }), auto)
    const two = await given.debit(await given.delivered(mandate, { amount: rs(60) }), auto)
    await clock.to('2030-01-08 09:30')
    for (const debit of [one, two]) {
      const done = await given.presentation(debit)
      expect(done.status).toBe('succeeded')
      expect(done.attempts.map(({ decline }) => decline?.npci_code ?? null)).toEqual(['Z9', null])
    }
  },

  'bank_offline@sim declines because the bank cannot be reached': async ({
    given,
    clock,
    expect,
  }) => {
    const mandate = await given.active({ payer: { vpa: 'bank_offline@sim' } })
    const debit = await given.debit(await given.delivered(mandate, { amount: rs(50) }))
    await clock.to('2030-01-08 08:30')
    expect(await given.presentation(debit)).toMatchObject({
      status: 'declined',
      attempts: [{ decline: { reason: 'bank_offline', npci_code: 'U28', advice: 'retry_later' } }],
    })
  },

  'Each address that declines does so with its own code and advice': async ({
    given,
    clock,
    expect,
  }) => {
    const expected = {
      wrong_pin: ['declined', 'ZM', 'wrong_pin', 'after_payer_action'],
      pin_tries_exceeded: ['declined', 'Z6', 'pin_tries_exceeded', 'after_payer_action'],
      limit_exceeded: ['declined', 'Z8', 'transaction_limit_exceeded', 'after_payer_action'],
      account_frozen: ['failed', 'YE', 'account_frozen', 'never'],
      risk_declined: ['failed', 'U16', 'risk_declined', 'never'],
    } as const
    const debits: [keyof typeof expected, { id: string }][] = []
    for (const name of Object.keys(expected) as (keyof typeof expected)[]) {
      const mandate = await given.active({ payer: { vpa: `${name}@sim` } })
      debits.push([name, await given.debit(await given.delivered(mandate, { amount: rs(50) }))])
    }
    await clock.to('2030-01-08 08:30')
    for (const [name, debit] of debits) {
      const [status, npci_code, reason, advice] = expected[name]
      expect(await given.presentation(debit), name).toMatchObject({
        status,
        attempts: [{ decline: { npci_code, reason, advice } }],
      })
    }
  },

  'revoked_by_payer@sim fails the debit, and the rail revokes the mandate': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const mandate = await given.active({ payer: { vpa: 'revoked_by_payer@sim' } })
    const debit = await given.debit(await given.delivered(mandate, { amount: rs(50) }))
    const next = await given.notice(mandate, { amount: rs(60), debit_date: '2030-01-09' })
    await clock.to('2030-01-08 08:30')
    expect(await given.presentation(debit)).toMatchObject({
      status: 'failed',
      failure: { reason: 'mandate_revoked', npci_code: 'VA' },
    })
    expect((await given.mandate(mandate)).status).toBe('revoked')
    expect((await given.notification(next)).status).toBe('cancelled')
    const told = await api.ok('events.list', { query: { type: 'mandate.revoked' } })
    expect(told.data.length).toBe(1)
  },

  'slow@sim succeeds after ten minutes': async ({ given, clock, expect }) => {
    const debit = await given.instant(await given.active({ payer: { vpa: 'slow@sim' } }))
    await clock.advance('PT9M59S')
    expect(await given.presentation(debit)).toMatchObject({ status: 'processing', outcome: null })
    await clock.advance('PT1S')
    expect((await given.presentation(debit)).status).toBe('succeeded')
  },

  'Any other address at sim succeeds, also where the amount would decline': async ({
    given,
    clock,
    expect,
  }) => {
    const debit = await given.instant(await given.active({ payer: { vpa: 'asha@sim' } }), {
      amount: rs(160),
    })
    await clock.advance('PT10S')
    expect((await given.presentation(debit)).status).toBe('succeeded')
  },

  'An address elsewhere leaves the amounts in charge': async ({ given, clock, expect }) => {
    const debit = await given.instant(
      await given.active({ payer: { vpa: 'insufficient_funds@ybl' } }),
    )
    const short = await given.instant(await given.active({ payer: { vpa: 'asha@ybl' } }), {
      amount: rs(160),
    })
    await clock.advance('PT10S')
    expect((await given.presentation(debit)).status).toBe('succeeded')
    expect((await given.presentation(short)).status).toBe('failed')
  },

  'A payer who is named when approving brings the magic with them': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const { id } = await given.pending()
    await api.ok('sandbox.approveMandate', {
      params: { id },
      body: { vpa: 'insufficient_funds@sim' },
    })
    await clock.advance('PT10S')
    expect((await given.mandate({ id })).payer_vpa).toBe('insufficient_funds@sim')
    const debit = await given.instant({ id })
    await clock.advance('PT10S')
    expect((await given.presentation(debit)).status).toBe('failed')
  },

  'After the PIN too the magic decides': async ({ api, given, clock, expect }) => {
    const mandate = await given.active({ payer: { vpa: 'insufficient_funds_once@sim' } })
    const debit = await given.debit(await given.delivered(mandate))
    await clock.to('2030-01-08 08:00:10')
    await api.ok('sandbox.approvePresentation', { params: { id: debit.id } })
    await clock.advance('PT10S')
    expect((await given.presentation(debit)).status).toBe('declined')
    await api.ok('presentations.retry', { params: { id: debit.id }, body: {} })
    await clock.to('2030-01-08 09:00:10')
    await api.ok('sandbox.approvePresentation', { params: { id: debit.id } })
    await clock.advance('PT10S')
    expect((await given.presentation(debit)).status).toBe('succeeded')
  },

  'Addresses are taken without regard to case, the magic ones too': async ({
    given,
    clock,
    expect,
  }) => {
    const debit = await given.instant(
      await given.active({ payer: { vpa: 'Insufficient_Funds@SIM' } }),
    )
    await clock.advance('PT10S')
    expect((await given.presentation(debit)).failure?.npci_code).toBe('Z9')
  },

  'A collect request is approved by the payer that it was asked of, and by nobody else': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const collect = { flow: 'collect', payer: { vpa: 'asha@ybl' }, amount: rs(3000) }
    const mandate = await given.pending({ ...collect, mcc: '6012' })
    const payment = await given.payment({ ...collect, mcc: '6211' })
    await api.ok('sandbox.addFault', { body: { on: 'registration', fault: 'delay' } })
    for (const [operation, id] of [
      ['sandbox.approveMandate', mandate.id],
      ['sandbox.approvePayment', payment.id],
    ] as const) {
      const refused = await api.refused(operation, { params: { id }, body: { vpa: 'ravi@sim' } })
      expect(refused.code, operation).toBe('state_conflict')
    }
    expect((await api.ok('sandbox.getFaults')).faults.length).toBe(1)
    await api.ok('sandbox.clearFaults')
    const body = { vpa: 'Asha@YBL' }
    await api.ok('sandbox.approveMandate', { params: { id: mandate.id }, body })
    await api.ok('sandbox.approvePayment', { params: { id: payment.id }, body })
    await clock.advance('PT10S')
    expect((await given.mandate(mandate)).status).toBe('active')
    expect((await given.paymentNow(payment)).status).toBe('succeeded')
  },

  'A registration is refused to no magic payer': async ({ api, given, clock, expect }) => {
    const { id } = await given.pending({ amount: rs(1500) })
    await api.ok('sandbox.approveMandate', { params: { id }, body: { vpa: 'bank_offline@sim' } })
    await clock.advance('PT10S')
    expect((await given.mandate({ id })).status).toBe('active')
  },
})

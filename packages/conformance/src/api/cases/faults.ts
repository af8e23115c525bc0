import type { Presentation } from '@upi-autopay/contract'
import { group } from '../case.ts'
import { rs } from '../given.ts'
import { ist } from '../test-clock.ts'

/** What goes wrong between the bank and us, asked for: each answer of that kind takes the oldest fault that waits. */
export const faultCases = group('faults of the bank', {
  'A delayed answer comes after ten minutes': async ({ api, given, clock, expect }) => {
    await api.ok('sandbox.addFault', { body: { on: 'presentation', fault: 'delay' } })
    const debit = await given.instant(await given.active())
    await clock.advance('PT9M59S')
    expect((await given.presentation(debit)).status).toBe('processing')
    await clock.advance('PT1S')
    expect((await given.presentation(debit)).status).toBe('succeeded')
  },

  'An answer told twice collects once': async ({ api, given, clock, expect }) => {
    await api.ok('sandbox.addFault', { body: { on: 'presentation', fault: 'duplicate' } })
    const debit = await given.instant(await given.active())
    await clock.advance('PT10S')
    const once = await given.presentation(debit)
    expect(once).toMatchObject({ status: 'succeeded', amount_collected: rs(50) })
    await clock.advance('PT10S')
    expect(await given.presentation(debit)).toEqual(once)
    const told = await api.ok('events.list', { query: { resource_id: debit.id } })
    expect(told.data.map(({ type }) => type)).toEqual([
      'presentation.succeeded',
      'presentation.processing',
      'presentation.created',
    ])
  },

  'A decline told twice spends one attempt': async ({ api, given, clock, expect }) => {
    await api.ok('sandbox.addFault', { body: { on: 'presentation', fault: 'duplicate' } })
    const mandate = await given.active({ payer: { vpa: 'insufficient_funds@sim' } })
    const debit = await given.debit(await given.delivered(mandate, { amount: rs(50) }))
    await clock.to('2030-01-08 08:01')
    expect(await given.presentation(debit)).toMatchObject({ status: 'declined', attempts_left: 3 })
  },

  'An answer that falls behind is found out by the inquiry, and changes nothing when it comes':
    async ({ api, given, clock, expect }) => {
      await api.ok('sandbox.addFault', { body: { on: 'presentation', fault: 'reorder' } })
      const debit = await given.instant(await given.active())
      await clock.advance('PT10S')
      expect((await given.presentation(debit)).outcome).toBe('unknown')
      await clock.advance('PT80S')
      const found = await given.presentation(debit)
      expect(found).toMatchObject({ status: 'succeeded', amount_collected: rs(50) })
      await clock.advance('PT1H')
      expect(await given.presentation(debit)).toEqual(found)
    },

  'Two debits sent at one moment may be answered in the other order': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const mandate = await given.debitedOnce()
    const notices = [
      await given.notice(mandate, { amount: rs(300) }),
      await given.notice(mandate, { amount: rs(400) }),
    ]
    await clock.advance('PT10S')
    const debits: Presentation[] = []
    for (const notice of notices) debits.push(await given.debit(notice))
    await api.ok('sandbox.addFault', { body: { on: 'presentation', fault: 'reorder' } })
    await clock.to('2030-01-08 08:10')
    const ends: (string | null)[] = []
    for (const debit of debits) ends.push((await given.presentation(debit)).succeeded_at)
    expect(ends).toEqual([ist('2030-01-08 08:00:40'), ist('2030-01-08 08:00:30')])
  },

  'A provider that times out although the bank paid is asked, and collects once': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const body = { on: 'presentation', fault: 'timeout_after_success' }
    await api.ok('sandbox.addFault', { body })
    const debit = await given.instant(await given.active())
    await clock.advance('PT10S')
    expect(await given.presentation(debit)).toMatchObject({
      status: 'processing',
      outcome: 'unknown',
    })
    await clock.advance('PT80S')
    expect(await given.presentation(debit)).toMatchObject({
      status: 'succeeded',
      amount_collected: rs(50),
      attempts: [{ inquiries: 1 }],
    })
  },

  'A fault meets as many answers as it says, and then none': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const body = { on: 'presentation', fault: 'delay', times: 2 }
    expect(await api.ok('sandbox.addFault', { body })).toEqual({
      object: 'sandbox_faults',
      faults: [body],
    })
    for (const times of [1, 0]) {
      await given.instant(await given.active())
      const { faults } = await api.ok('sandbox.getFaults')
      expect(faults).toEqual(times === 0 ? [] : [{ ...body, times }])
    }
    const debit = await given.instant(await given.active())
    await clock.advance('PT10S')
    expect((await given.presentation(debit)).status).toBe('succeeded')
  },

  'A request that is replayed or refused meets no fault': async ({ api, given, expect }) => {
    const [mandate, other] = [await given.pending(), await given.pending()]
    const payment = await given.payment()
    const debit = await given.instant(await given.active())
    const waits = ['registration', 'payment', 'presentation'].map((on) => ({
      on,
      fault: 'delay',
      times: 2,
    }))
    for (const body of waits) await api.ok('sandbox.addFault', { body })
    const once = { headers: { 'idempotency-key': 'approve-once' }, body: {} }
    const paid = { headers: { 'idempotency-key': 'pay-once' }, body: {} }
    for (const answered of ['first', 'again']) {
      await api.ok('sandbox.approveMandate', { params: { id: mandate.id }, ...once })
      await api.ok('sandbox.approvePayment', { params: { id: payment.id }, ...paid })
      const { faults } = await api.ok('sandbox.getFaults')
      expect(
        faults.map(({ times }) => times),
        answered,
      ).toEqual([1, 1, 2])
    }
    const refused = await api.refused('sandbox.approveMandate', {
      params: { id: other.id },
      ...once,
    })
    expect(refused.code).toBe('idempotency_mismatch')
    await api.refused('sandbox.approvePresentation', { params: { id: debit.id }, body: {} })
    const { faults } = await api.ok('sandbox.getFaults')
    expect(faults.map(({ times }) => times)).toEqual([1, 1, 2])
  },

  'Faults can be taken back, and a reset takes them back as well': async ({ api, expect }) => {
    const body = { on: 'registration', fault: 'delay', times: 1000 }
    await api.ok('sandbox.addFault', { body })
    expect((await api.ok('sandbox.clearFaults')).faults).toEqual([])
    expect((await api.ok('sandbox.getFaults')).faults).toEqual([])
    await api.ok('sandbox.addFault', { body })
    await api.ok('sandbox.reset')
    expect((await api.ok('sandbox.getFaults')).faults).toEqual([])
  },

  'A fault that nobody knows is refused, and so is one a thousand and one times': async ({
    api,
    expect,
  }) => {
    const body = { on: 'weather', fault: 'rain', times: 1001 }
    const refused = await api.refused('sandbox.addFault', { body })
    expect(refused.code).toBe('invalid_request')
    expect((refused.errors ?? []).map(({ pointer }) => pointer)).toEqual([
      '/on',
      '/fault',
      '/times',
    ])
  },

  'The answer to the PIN goes wrong like any other; asking for the PIN takes no fault': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const debit = await given.debit(await given.delivered(await given.active()))
    await api.ok('sandbox.addFault', { body: { on: 'presentation', fault: 'delay' } })
    await clock.to('2030-01-08 08:01')
    expect((await given.presentation(debit)).status).toBe('awaiting_payer')
    expect((await api.ok('sandbox.getFaults')).faults.length).toBe(1)
    await api.ok('sandbox.approvePresentation', { params: { id: debit.id } })
    expect((await api.ok('sandbox.getFaults')).faults).toEqual([])
    await clock.advance('PT9M59S')
    expect((await given.presentation(debit)).status).toBe('awaiting_payer')
    await clock.advance('PT1S')
    expect((await given.presentation(debit)).status).toBe('succeeded')
  },

  'A registration’s answer goes wrong too: late, lost for two minutes, or told as a no': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const expected = {
      delay: ['PT10M', 'active'],
      timeout_after_success: ['PT130S', 'active'],
      duplicate: ['PT10S', 'active'],
      reorder: ['PT20S', 'active'],
      contradict: ['PT10S', 'rejected'],
    } as const
    for (const [fault, [after, status]] of Object.entries(expected)) {
      await api.ok('sandbox.addFault', { body: { on: 'registration', fault } })
      const { id } = await given.pending()
      await api.ok('sandbox.approveMandate', { params: { id }, body: {} })
      await clock.advance(after)
      expect((await given.mandate({ id })).status, fault).toBe(status)
      await clock.advance('PT10M')
      expect((await given.mandate({ id })).status, fault).toBe(status)
    }
  },

  'A notice’s answer goes wrong too': async ({ api, given, clock, expect }) => {
    const expected = {
      delay: ['PT10M', 'delivered'],
      timeout_after_success: ['PT130S', 'delivered'],
      duplicate: ['PT10S', 'delivered'],
      reorder: ['PT20S', 'delivered'],
      contradict: ['PT10S', 'failed'],
    } as const
    const mandate = await given.active()
    for (const [fault, [after, status]] of Object.entries(expected)) {
      await api.ok('sandbox.addFault', { body: { on: 'notification', fault } })
      const notice = await given.notice(mandate)
      await clock.advance(after)
      expect((await given.notification(notice)).status, fault).toBe(status)
    }
  },
})

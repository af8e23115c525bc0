import { group } from '../case.ts'
import { rs } from '../given.ts'
import { ist } from '../test-clock.ts'

/** A payer of whose debits the bank says nothing. */
const SILENT = { payer: { vpa: 'unknown_forever@sim' } }
/** Instant debits are made at 08:00 of the first day, and their bank has nothing to say at 08:00:10. */
const DOUBT = 'PT10S'

/** When nobody can say whether the money moved: nothing is repeated, the bank is asked, and then a person. */
export const unknownOutcomeCases = group('unknown outcomes', {
  'A debit whose bank cannot say stays in processing, unknown, and offers nothing but a word on it':
    async ({ given, clock, expect }) => {
      const debit = await given.instant(await given.active(SILENT))
      await clock.advance(DOUBT)
      expect(await given.presentation(debit)).toMatchObject({
        status: 'processing',
        outcome: 'unknown',
        allowed_actions: ['resolve'],
        amount_collected: 0,
        failure: null,
        attempts: [{ number: 1, status: 'unknown', ended_at: null, inquiries: 0 }],
      })
    },

  'The bank is asked 90 seconds, 15 minutes and two hours after the attempt; then it is unresolved':
    async ({ api, given, clock, expect }) => {
      const debit = await given.instant(await given.active(SILENT))
      const inquiries = async (): Promise<number | undefined> =>
        (await given.presentation(debit)).attempts[0]?.inquiries
      for (const [made, [before, at]] of [
        ['08:01:29.999', '08:01:30'],
        ['08:14:59.999', '08:15'],
        ['09:59:59.999', '10:00'],
      ].entries()) {
        await clock.to(`2030-01-07 ${before}`)
        expect(await inquiries(), before).toBe(made)
        expect((await given.presentation(debit)).outcome).toBe('unknown')
        await clock.to(`2030-01-07 ${at}`)
        expect(await inquiries(), at).toBe(made + 1)
      }
      expect(await given.presentation(debit)).toMatchObject({
        status: 'processing',
        outcome: 'unresolved',
        allowed_actions: ['resolve'],
      })
      await clock.advance('P40D')
      expect(await given.presentation(debit)).toMatchObject({
        status: 'processing',
        outcome: 'unresolved',
        attempts: [{ inquiries: 3 }],
      })
      const told = await api.ok('events.list', { query: { type: 'presentation.unresolved' } })
      expect(told.data.length).toBe(1)
    },

  'The first inquiry finds out that the money moved': async ({ given, clock, expect }) => {
    const debit = await given.instant(
      await given.active({ payer: { vpa: 'unknown_then_success@sim' } }),
    )
    await clock.advance('PT89S')
    expect((await given.presentation(debit)).outcome).toBe('unknown')
    await clock.advance('PT1S')
    const done = await given.presentation(debit)
    expect(done).toMatchObject({
      status: 'succeeded',
      outcome: null,
      amount_collected: rs(50),
      attempts: [{ status: 'succeeded', inquiries: 1, surplus: false }],
    })
    expect(done.rrn).toMatch(/^[0-9]{12}$/)
  },

  'The first inquiry finds out that the bank refused': async ({ given, clock, expect }) => {
    const debit = await given.instant(
      await given.active({ payer: { vpa: 'unknown_then_failure@sim' } }),
    )
    await clock.advance('PT90S')
    expect(await given.presentation(debit)).toMatchObject({
      status: 'failed',
      outcome: null,
      failure: { reason: 'bank_declined', npci_code: 'YC' },
    })
  },

  'Unknown after the PIN, the bank is asked 90 seconds later, not at once': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const mandate = await given.active({ payer: { vpa: 'unknown_then_success@sim' } })
    const debit = await given.debit(await given.delivered(mandate))
    await clock.to('2030-01-08 08:10')
    await api.ok('sandbox.approvePresentation', { params: { id: debit.id } })
    await clock.advance(DOUBT)
    expect(await given.presentation(debit)).toMatchObject({
      status: 'processing',
      outcome: 'unknown',
      payer_expires_at: null,
    })
    await clock.to('2030-01-08 08:11:39.999')
    expect((await given.presentation(debit)).outcome).toBe('unknown')
    await clock.to('2030-01-08 08:11:40')
    expect((await given.presentation(debit)).status).toBe('succeeded')
  },

  'Neither cancelled nor retried nor presented again while unknown': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const mandate = await given.active({ ...SILENT, frequency: 'monthly' })
    const debit = await given.instant(mandate)
    await clock.advance(DOUBT)
    for (const operation of ['presentations.cancel', 'presentations.retry'] as const)
      expect(await api.refused(operation, { params: { id: debit.id }, body: {} })).toMatchObject({
        status: 409,
        code: 'state_conflict',
        allowed_actions: ['resolve'],
      })
    const again = { amount: rs(50), debit_date: '2030-01-08' }
    expect(
      await api.refused('notifications.create', { params: { id: mandate.id }, body: again }),
    ).toMatchObject({ status: 409, code: 'presentation_open', existing: { id: debit.id } })
  },

  'Neither the end of its day nor that of its mandate fails it, and its success still counts':
    async ({ api, given, clock, expect }) => {
      const mandate = await given.active(SILENT)
      const debit = await given.debit(await given.delivered(mandate), { retry: 'auto' })
      await clock.to('2030-01-08 08:10')
      await api.ok('sandbox.approvePresentation', { params: { id: debit.id } })
      await clock.advance(DOUBT)
      await api.ok('mandates.revoke', { params: { id: mandate.id } })
      await clock.to('2030-01-09 08:00')
      expect(await given.presentation(debit)).toMatchObject({
        status: 'processing',
        outcome: 'unresolved',
        attempts: [{ inquiries: 3 }],
      })
      const word = { outcome: 'succeeded', rrn: '300712345678', note: 'the bank found it' }
      await api.ok('presentations.resolve', { params: { id: debit.id }, body: word })
      expect(await given.presentation(debit)).toMatchObject({
        status: 'succeeded',
        amount_collected: rs(300),
      })
    },

  'Called off after its payer entered the PIN, a debit of which the bank then cannot say is asked about, and what was paid counts':
    async ({ api, given, clock, expect }) => {
      const mandate = await given.active({ payer: { vpa: 'unknown_then_success@sim' } })
      const debit = await given.debit(await given.delivered(mandate))
      await clock.to('2030-01-08 08:01')
      await api.ok('sandbox.approvePresentation', { params: { id: debit.id } })
      await api.ok('presentations.cancel', { params: { id: debit.id } })
      await clock.to('2030-01-08 08:01:10')
      expect(await given.presentation(debit)).toMatchObject({
        status: 'cancelled',
        amount_collected: 0,
        attempts: [{ status: 'unknown', ended_at: null }],
      })
      await clock.to('2030-01-08 08:02:40')
      expect(await given.presentation(debit)).toMatchObject({
        status: 'succeeded',
        amount_collected: rs(300),
        attempts: [{ status: 'succeeded', inquiries: 1 }],
      })
      const told = await api.ok('events.list', { query: { type: 'presentation.corrected' } })
      expect(told.data.map(({ data }) => data.object.id)).toEqual([debit.id])
    },

  'An operator says that the money moved, with the bank’s reference and a note': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const debit = await given.instant(await given.active(SILENT))
    await clock.to('2030-01-07 10:00')
    const body = { outcome: 'succeeded', rrn: '300712345678', note: 'as the bank wrote on Monday' }
    expect(await api.ok('presentations.resolve', { params: { id: debit.id }, body })).toMatchObject(
      {
        status: 'succeeded',
        outcome: null,
        rrn: '300712345678',
        amount_collected: rs(50),
        resolution: {
          outcome: 'succeeded',
          note: 'as the bank wrote on Monday',
          at: ist('2030-01-07 10:00'),
        },
        allowed_actions: ['refund'],
      },
    )
  },

  'An operator says that nothing moved, and the cycle can be notified again': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const mandate = await given.active({ ...SILENT, frequency: 'monthly' })
    const debit = await given.instant(mandate)
    await clock.advance(DOUBT)
    const body = { outcome: 'failed', note: 'no trace at the bank' }
    expect(await api.ok('presentations.resolve', { params: { id: debit.id }, body })).toMatchObject(
      {
        status: 'failed',
        outcome: null,
        failure: null,
        resolution: { outcome: 'failed' },
      },
    )
    expect((await given.notice(mandate, { amount: rs(60) })).status).toBe('pending')
  },

  'Only an unknown outcome is resolved by hand': async ({ api, given, clock, expect }) => {
    const debit = await given.instant(await given.active())
    const body = { outcome: 'failed', note: 'too early to say' }
    const refused = () => api.refused('presentations.resolve', { params: { id: debit.id }, body })
    expect(await refused()).toMatchObject({ status: 409, code: 'state_conflict' })
    await clock.advance(DOUBT)
    expect(await refused()).toMatchObject({ status: 409, code: 'state_conflict' })
    expect((await given.presentation(debit)).status).toBe('succeeded')
  },

  'A resolution says all that is wrong with it': async ({ api, given, expect }) => {
    const { id } = await given.instant(await given.active())
    const pointers = async (body: object): Promise<(string | undefined)[]> => {
      const refused = await api.refused('presentations.resolve', { params: { id }, body })
      expect(refused.code).toBe('invalid_request')
      return (refused.errors ?? []).map(({ pointer }) => pointer)
    }
    expect(await pointers({ outcome: 'succeeded', note: 'no reference' })).toEqual(['/rrn'])
    expect(await pointers({ outcome: 'succeeded', rrn: '12345', note: 'short one' })).toEqual([
      '/rrn',
    ])
    expect(await pointers({ outcome: 'failed', rrn: '300712345678', note: 'why one' })).toEqual([
      '/rrn',
    ])
    expect(await pointers({ outcome: 'maybe', note: 'no' })).toEqual(['/outcome', '/note'])
  },

  'A resolution sent again under its key is answered as the first': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const { id } = await given.instant(await given.active(SILENT))
    await clock.advance(DOUBT)
    const request = {
      params: { id },
      body: { outcome: 'failed', note: 'no trace at the bank' },
      headers: { 'idempotency-key': 'resolve-once' },
    }
    const first = await api.ok('presentations.resolve', request)
    expect(await api.ok('presentations.resolve', request)).toEqual(first)
  },
})

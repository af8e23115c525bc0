import { group } from '../case.ts'
import { rs } from '../given.ts'
import { ist } from '../test-clock.ts'

/** A payer of whose debits the bank says nothing. */
export const SILENT = { payer: { vpa: 'unknown_forever@sim' } }
/** Instant debits are made at 08:00 of the first day, and their bank has nothing to say at 08:00:10. */
export const DOUBT = 'PT10S'

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
        allowed_actions: ['resolve'],
        attempts: [{ status: 'unknown', ended_at: null }],
      })
      const again = {
        params: { id: mandate.id },
        body: { notification_id: debit.notification_id, reference_id: given.reference() },
      }
      expect(await api.refused('presentations.create', again)).toMatchObject({
        status: 409,
        code: 'presentation_open',
        existing: { id: debit.id },
      })
      const explained = await api.ok('presentations.explanation', { params: { id: debit.id } })
      expect(explained).toMatchObject({
        earliest_at: null,
        next_inquiry_at: ist('2030-01-08 08:01:40'),
      })
      expect(explained.summary).toContain('nobody can say')
      await clock.to('2030-01-08 08:02:40')
      expect(await given.presentation(debit)).toMatchObject({
        status: 'succeeded',
        amount_collected: rs(300),
        attempts: [{ status: 'succeeded', inquiries: 1 }],
      })
      const told = await api.ok('events.list', { query: { type: 'presentation.corrected' } })
      expect(told.data.map(({ data }) => data.object.id)).toEqual([debit.id])
    },

  'Called off and in doubt for good, a debit is settled by an operator, and its cycle is free again':
    async ({ api, given, clock, expect }) => {
      const mandate = await given.active(SILENT)
      const debit = await given.debit(await given.delivered(mandate))
      await clock.to('2030-01-08 08:01')
      await api.ok('sandbox.approvePresentation', { params: { id: debit.id } })
      await api.ok('presentations.cancel', { params: { id: debit.id } })
      await clock.to('2030-01-08 13:00')
      expect(await given.presentation(debit)).toMatchObject({
        status: 'cancelled',
        attempts: [{ status: 'unknown', inquiries: 3 }],
      })
      const explained = await api.ok('presentations.explanation', { params: { id: debit.id } })
      expect(explained.summary).toContain('operator')
      const body = { outcome: 'failed', note: 'no trace at the bank' }
      expect(
        await api.ok('presentations.resolve', { params: { id: debit.id }, body }),
      ).toMatchObject({
        status: 'cancelled',
        resolution: { outcome: 'failed' },
        allowed_actions: [],
        attempts: [{ status: 'declined', decline: null }],
      })
      const id = debit.notification_id ?? ''
      expect((await given.debit({ id, mandate_id: mandate.id })).status).toBe('scheduled')
    },
})

import { group } from '../case.ts'
import { rs } from '../given.ts'
import { ist } from '../test-clock.ts'
import { DOUBT, SILENT } from './unknown-outcomes.ts'

/** An operator’s word on a debit of which the bank cannot say. */
export const resolutionCases = group('resolutions', {
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

import type { Api } from '../api.ts'
import { group } from '../case.ts'
import { rs } from '../given.ts'

/** The merchant's own brake: while debits are stopped nothing is presented. */
export const stoppedDebitCases = group('stopped debits', {
  'A debit that comes due while debits are stopped waits, and says why': async (world) => {
    const { api, clock, given, expect } = world
    const mandate = await given.debitedOnce()
    const debit = await given.debit(await given.delivered(mandate))
    await stopped(api, async () => {
      await clock.to('2030-01-08 08:30')
      expect(await given.presentation(debit)).toMatchObject({
        status: 'scheduled',
        deferred_because: 'debits_stopped',
        deferred_until: null,
        next_attempt_at: null,
        attempts: [],
      })
      const explained = await api.ok('presentations.explanation', { params: { id: debit.id } })
      expect(explained).toMatchObject({ earliest_at: null })
      expect(explained.summary).toContain('stopped')
    })
    await clock.advance('PT10S')
    expect((await given.presentation(debit)).status).toBe('succeeded')
  },

  'While debits are stopped no explanation names a moment, also of what is not due yet': async ({
    api,
    given,
    expect,
  }) => {
    const mandate = await given.debitedOnce()
    const notice = await given.delivered(mandate)
    await stopped(api, async () => {
      const asked = { params: { id: mandate.id }, body: { notification_id: notice.id } }
      const preview = await api.ok('presentations.preview', asked)
      expect(preview).toMatchObject({ earliest_at: null, blocked_by: null })
      expect(preview.summary).toContain('stopped')
      const debit = await given.debit(notice)
      const explained = await api.ok('presentations.explanation', { params: { id: debit.id } })
      expect(explained).toMatchObject({ status: 'scheduled', earliest_at: null })
      expect(explained.summary).toContain('stopped')
      expect(explained.rules.find(({ id }) => id === 'account.debits_stopped')?.holds).toBe(false)
    })
  },

  'The account shows that its debits are stopped; asked twice it answers the same': async ({
    api,
    expect,
  }) => {
    await stopped(api, async () => {
      const shown = await api.ok('account.get')
      expect(shown).toMatchObject({
        debits_stopped: true,
        allowed_actions: ['update', 'resume_debits'],
      })
      expect(await api.ok('account.stopDebits')).toEqual(shown)
    })
    const shown = await api.ok('account.get')
    expect(shown).toMatchObject({
      debits_stopped: false,
      allowed_actions: ['update', 'stop_debits'],
    })
    expect(await api.ok('account.resumeDebits')).toEqual(shown)
  },

  'A debit asked for meanwhile is taken and waits': async (world) => {
    const { api, clock, given, expect } = world
    const mandate = await given.debitedOnce()
    const notice = await given.delivered(mandate)
    await clock.to('2030-01-08 08:30')
    await stopped(api, async () => {
      const debit = await given.debit(notice)
      expect(debit.status).toBe('scheduled')
      expect((await given.presentation(debit)).deferred_because).toBe('debits_stopped')
      await clock.to('2030-01-08 13:30')
      expect((await given.presentation(debit)).deferred_because).toBe('debits_stopped')
    })
  },

  'What waited is judged by the rules of the moment at which debits are resumed': async (world) => {
    const { api, clock, given, expect } = world
    const mandate = await given.debitedOnce()
    const debit = await given.debit(await given.delivered(mandate))
    await stopped(api, async () => {
      await clock.to('2030-01-08 10:30')
    })
    expect(await given.presentation(debit)).toMatchObject({
      status: 'scheduled',
      deferred_because: 'peak_hours',
      deferred_until: '2030-01-08T07:30:00.000Z',
    })
  },

  'What waited until its day was over fails': async (world) => {
    const { api, clock, given, expect } = world
    const mandate = await given.debitedOnce()
    const debit = await given.debit(await given.delivered(mandate))
    await stopped(api, async () => {
      await clock.to('2030-01-09 00:30')
      expect((await given.presentation(debit)).status).toBe('failed')
    })
    expect((await given.presentation(debit)).status).toBe('failed')
  },

  'A debit that is at the bank goes on': async (world) => {
    const { api, clock, given, expect } = world
    const mandate = await given.debitedOnce()
    const debit = await given.debit(await given.delivered(mandate))
    await clock.to('2030-01-08 08:00:25')
    expect((await given.presentation(debit)).status).toBe('processing')
    await stopped(api, async () => {
      await clock.advance('PT10S')
      expect((await given.presentation(debit)).status).toBe('succeeded')
    })
  },

  'A retry by itself waits too, and its attempt is not spent': async (world) => {
    const { api, clock, given, expect } = world
    const mandate = await given.debitedOnce()
    const debit = await given.debit(await given.delivered(mandate, { amount: rs(150) }), {
      retry: 'auto',
    })
    await clock.to('2030-01-08 08:30')
    expect(await given.presentation(debit)).toMatchObject({
      status: 'retry_scheduled',
      attempts_left: 3,
    })
    await stopped(api, async () => {
      await clock.to('2030-01-08 09:30')
      expect(await given.presentation(debit)).toMatchObject({
        status: 'retry_scheduled',
        attempts_left: 3,
        deferred_because: 'debits_stopped',
      })
    })
    expect((await given.presentation(debit)).attempts_left).toBe(2)
  },

  'One merchant stopping its debits stops no other': async (world) => {
    const { clock, given, expect } = world
    const beside = await world.other()
    const mine = await given.debitedOnce()
    await beside.given.debitedOnce()
    await stopped(beside.api, async () => {
      const debit = await given.debit(await given.delivered(mine))
      await clock.to('2030-01-08 08:30')
      expect((await given.presentation(debit)).status).toBe('succeeded')
    })
  },
})

/** Stops debits for a while and resumes them, whatever happens: a reset keeps the account as it is. */
async function stopped(api: Api, meanwhile: () => Promise<void>): Promise<void> {
  const answer = await api.ok('account.stopDebits')
  if (!answer.debits_stopped) throw new Error('the stop did not take')
  try {
    await meanwhile()
  } finally {
    await api.ok('account.resumeDebits')
  }
}

import { group } from '../case.ts'
import { rs } from '../given.ts'
import { ist } from '../test-clock.ts'

/** The test clock: forward only, and everything on the way is done. */
export const clockCases = group('the test clock', {
  'It stands still until it is moved': async ({ api, expect }) => {
    const standing = {
      object: 'clock',
      now: '2030-01-07T02:30:00.000Z',
      mode: 'frozen',
      fired: [],
      fired_count: 0,
    }
    expect(await api.ok('sandbox.getClock')).toEqual(standing)
    expect(await api.ok('sandbox.getClock')).toEqual(standing)
  },

  'It moves by a duration and to a moment': async ({ api, expect }) => {
    const moved = async (body: object) => (await api.ok('sandbox.setClock', { body })).now
    expect(await moved({ advance_by: 'PT10S' })).toBe('2030-01-07T02:30:10.000Z')
    expect(await moved({ advance_by: 'P1DT2H' })).toBe('2030-01-08T04:30:10.000Z')
    expect(await moved({ advance_by: 'P1W' })).toBe('2030-01-15T04:30:10.000Z')
    expect(await moved({ advance_to: '2030-02-01T00:00:00+05:30' })).toBe(
      '2030-01-31T18:30:00.000Z',
    )
    expect(await moved({ advance_to: '2030-01-31T18:30:00.000Z' })).toBe('2030-01-31T18:30:00.000Z')
  },

  'It does not go back': async ({ api, expect }) => {
    const body = { advance_to: '2030-01-07T02:29:59.999Z' }
    expect(await api.refused('sandbox.setClock', { body })).toMatchObject({
      status: 422,
      code: 'clock_backwards',
    })
    expect((await api.ok('sandbox.getClock')).now).toBe('2030-01-07T02:30:00.000Z')
  },

  'It does not leave the years that dates may name': async ({ api, expect }) => {
    for (const body of [{ advance_to: '2999-12-31T18:30:00Z' }, { advance_by: 'P999999W' }])
      expect(await api.refused('sandbox.setClock', { body })).toMatchObject({
        status: 422,
        code: 'clock_out_of_range',
      })
    expect((await api.ok('sandbox.getClock')).now).toBe('2030-01-07T02:30:00.000Z')
  },

  'It names what fell due on the way, oldest first': async ({ given, clock, expect }) => {
    const mandate = await given.debitedOnce()
    const notice = await given.delivered(mandate)
    const debit = await given.debit(notice)
    const moved = await clock.to('2030-01-09 00:00')
    expect(moved.fired_count).toBe(moved.fired.length)
    expect(moved.fired.map(({ at }) => at)).toEqual(moved.fired.map(({ at }) => at).sort())
    expect(moved.fired.map(({ resource_id }) => resource_id)).toContain(debit.id)
    expect(moved.fired[0]).toMatchObject({ at: ist('2030-01-08 08:00:20'), resource_id: debit.id })
  },

  'A leap over a whole life ends where single steps would': async ({ given, clock, expect }) => {
    const mandate = await given.debitedOnce({ end_date: '2030-01-20' })
    const debit = await given.debit(await given.delivered(mandate, { amount: 16_000 }), {
      retry: 'auto',
    })
    await clock.to('2030-03-01 00:00')
    const done = await given.presentation(debit)
    expect(done).toMatchObject({ status: 'failed' })
    expect(done.attempts.map(({ started_at }) => started_at)).toEqual(
      ['08:00:20', '09:00:20', '13:00:00', '14:00:00'].map((time) => ist(`2030-01-08 ${time}`)),
    )
    expect(await given.mandate(mandate)).toMatchObject({
      status: 'completed',
      ended_at: ist('2030-01-21 00:00'),
    })
  },

  'It does not pass over a debit that another call is still sending': async ({
    api,
    given,
    clock,
    unrecorded,
    expect,
  }) => {
    await unrecorded(async () => {
      for (let round = 0; round < 5; round++) {
        const mandate = await given.active()
        const asked = api.ok('presentations.create', {
          params: { id: mandate.id },
          body: { instant: true, amount: rs(50), reference_id: given.reference() },
        })
        const query = { mandate_id: mandate.id }
        while ((await api.ok('presentations.list', { query })).data.length === 0);
        await clock.advance('PT10S')
        expect((await api.ok('presentations.list', { query })).data).toMatchObject([
          { status: 'succeeded' },
        ])
        await asked
      }
    })
  },

  'What is made is dated by it': async ({ given, clock, expect }) => {
    await clock.to('2031-06-15 12:00')
    const mandate = await given.pending({ start_date: '2031-06-15', end_date: '2032-06-14' })
    expect(mandate.created_at).toBe(ist('2031-06-15 12:00'))
  },

  'Running, it goes on from where it stood; frozen again, it stands': async ({
    api,
    unrecorded,
    expect,
  }) => {
    await unrecorded(async () => {
      const running = await api.ok('sandbox.setClock', { body: { mode: 'running' } })
      expect(running.mode).toBe('running')
      const later = (await api.ok('sandbox.getClock')).now
      expect(later >= '2030-01-07T02:30:00.000Z' && later < '2030-01-07T03:30:00.000Z').toBe(true)
      const frozen = await api.ok('sandbox.setClock', { body: { mode: 'frozen' } })
      expect((await api.ok('sandbox.getClock')).now).toBe(frozen.now)
    })
  },

  'It is moved in one way at a time, and by something': async ({ api, expect }) => {
    const both = { advance_by: 'PT1S', advance_to: '2030-01-08T00:00:00.000Z' }
    for (const body of [
      both,
      {},
      { advance_by: '1 day' },
      { advance_by: 'P1M' },
      { advance_to: '2030-02-30' },
      { mode: 'slow' },
    ])
      expect((await api.refused('sandbox.setClock', { body })).code).toBe('invalid_request')
  },

  'A reset deletes what there is and keeps the account': async ({ api, given, clock, expect }) => {
    const account = await api.ok('account.get')
    const mandate = await given.debitedOnce()
    const debit = await given.debit(await given.delivered(mandate))
    await api.ok('webhookEndpoints.create', {
      body: { url: 'https://hooks.example.com/autopay', events: ['*'] },
    })
    await api.ok('sandbox.reset')
    for (const operation of [
      'mandates.list',
      'notifications.list',
      'presentations.list',
      'webhookEndpoints.list',
      'events.list',
    ] as const)
      expect((await api.ok(operation)).data, operation).toEqual([])
    expect((await api.refused('presentations.get', { params: { id: debit.id } })).code).toBe(
      'not_found',
    )
    expect(await api.ok('account.get')).toMatchObject({ id: account.id, name: account.name })
    await clock.to('2030-01-10 00:00')
    expect((await api.ok('events.list')).data).toEqual([])
  },

  'After a reset references and idempotency keys are free again': async ({
    api,
    given,
    expect,
  }) => {
    const request = { body: given.terms(), headers: { 'idempotency-key': 'once' } }
    await api.ok('mandates.create', request)
    await api.ok('sandbox.reset')
    await api.ok('sandbox.setClock', { body: { advance_to: '2030-01-07T02:30:00.000Z' } })
    const again = await api.call('mandates.create', request)
    expect(again.status).toBe(201)
    expect(again.headers['idempotent-replayed']).toBe(undefined)
  },
})

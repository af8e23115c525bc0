import { group } from '../case.ts'
import { rs } from '../given.ts'

const KEY = { 'idempotency-key': 'order 17/4' }

/** Repeats that are safe. */
export const idempotencyCases = group('idempotency', {
  'The same key and request get the stored answer, marked as a replay': async ({
    api,
    given,
    expect,
  }) => {
    const body = given.terms()
    const first = await api.call('mandates.create', { body, headers: KEY })
    const again = await api.call('mandates.create', { body, headers: KEY })
    expect(first.headers['idempotent-replayed']).toBe(undefined)
    expect(again.headers['idempotent-replayed']).toBe('true')
    expect(again.status).toBe(201)
    expect(again.body).toEqual(first.body)
    expect((await api.ok('mandates.list')).data.length).toBe(1)
  },

  'The replay tells what was answered then, not what has become of it': async ({
    api,
    given,
    expect,
  }) => {
    const body = given.terms()
    const first = await api.ok('mandates.create', { body, headers: KEY })
    await api.ok('mandates.revoke', { params: { id: first.id } })
    expect((await api.ok('mandates.create', { body, headers: KEY })).status).toBe('pending')
  },

  'Another body under the same key is refused': async ({ api, given, expect }) => {
    const body = given.terms()
    await api.ok('mandates.create', { body, headers: KEY })
    const problem = await api.refused('mandates.create', {
      body: { ...body, amount: rs(6000) },
      headers: KEY,
    })
    expect(problem).toMatchObject({ status: 422, code: 'idempotency_mismatch', retry: 'never' })
  },

  'The same body on another path is refused too': async ({ api, given, expect }) => {
    const body = given.terms()
    await api.ok('mandates.create', { body, headers: KEY })
    expect((await api.refused('sandbox.createMandate', { body, headers: KEY })).code).toBe(
      'idempotency_mismatch',
    )
  },

  'A refusal is not kept: mended, the request goes through under its key': async ({
    api,
    given,
    expect,
  }) => {
    const body = given.terms({ amount: rs(0.5) })
    expect((await api.refused('mandates.create', { body, headers: KEY })).code).toBe(
      'amount_below_minimum',
    )
    expect(
      (await api.refused('mandates.create', { body: { ...body, amount: 'two' }, headers: KEY }))
        .code,
    ).toBe('invalid_request')
    expect(
      (await api.call('mandates.create', { body: { ...body, amount: rs(500) }, headers: KEY }))
        .status,
    ).toBe(201)
  },

  'A refused request is decided afresh when its state has changed': async ({
    api,
    given,
    expect,
  }) => {
    const { id } = await given.active()
    expect(
      (await api.refused('sandbox.resumeMandate', { params: { id }, headers: KEY })).code,
    ).toBe('state_conflict')
    await api.ok('sandbox.pauseMandate', { params: { id } })
    expect((await api.ok('sandbox.resumeMandate', { params: { id }, headers: KEY })).status).toBe(
      'active',
    )
  },

  'Debits, notices and actions are repeated as safely': async ({ api, given, clock, expect }) => {
    const mandate = await given.debitedOnce()
    const notify = {
      params: { id: mandate.id },
      body: { amount: rs(300), debit_date: '2030-01-08' },
      headers: KEY,
    }
    const notice = await api.ok('notifications.create', notify)
    await clock.advance('PT10S')
    expect(await api.ok('notifications.create', notify)).toEqual(notice)
    const present = {
      params: { id: mandate.id },
      body: { notification_id: notice.id, reference_id: given.reference() },
      headers: { 'idempotency-key': 'present' },
    }
    const debit = await api.ok('presentations.create', present)
    expect(await api.ok('presentations.create', present)).toEqual(debit)
    const cancel = { params: { id: debit.id }, headers: { 'idempotency-key': 'cancel' } }
    const cancelled = await api.ok('presentations.cancel', cancel)
    expect(await api.ok('presentations.cancel', cancel)).toEqual(cancelled)
    const revoke = { params: { id: mandate.id }, headers: { 'idempotency-key': 'revoke' } }
    const revoked = await api.ok('mandates.revoke', revoke)
    expect(await api.ok('mandates.revoke', revoke)).toEqual(revoked)
  },

  'The payer acts once, however often the same action is sent': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const { id } = await given.pending()
    const approve = { params: { id }, body: {}, headers: KEY }
    await api.ok('sandbox.approveMandate', approve)
    await clock.advance('PT9S')
    await api.ok('sandbox.approveMandate', approve)
    await clock.advance('PT1S')
    expect((await given.mandate({ id })).status).toBe('active')
  },

  'A key belongs to its merchant': async ({ api, given, other, expect }) => {
    const stranger = await other()
    const mine = await api.ok('mandates.create', { body: given.terms(), headers: KEY })
    const theirs = await stranger.api.call('mandates.create', {
      body: stranger.given.terms(),
      headers: KEY,
    })
    expect(theirs.headers['idempotent-replayed']).toBe(undefined)
    expect((theirs.body as { id: string }).id === mine.id).toBe(false)
  },

  'The secret of an endpoint is not told a second time': async ({ api, expect }) => {
    const body = { url: 'https://hooks.example.com/autopay', events: ['*'] }
    const first = await api.ok('webhookEndpoints.create', { body, headers: KEY })
    const again = await api.call('webhookEndpoints.create', { body, headers: KEY })
    expect(first.secret).toMatch(/^whsec_/)
    expect(again.headers['idempotent-replayed']).toBe('true')
    expect(JSON.stringify(again.body).includes(first.secret)).toBe(false)
    expect((again.body as { id: string }).id).toBe(first.id)
  },

  'Two equal requests at once make one mandate': async ({ api, given, unrecorded, expect }) => {
    const body = given.terms()
    const answers = await unrecorded(() =>
      Promise.all(
        Array.from({ length: 5 }, () => api.call('mandates.create', { body, headers: KEY })),
      ),
    )
    const made = answers.filter(({ status }) => status === 201)
    const busy = answers.filter(({ status }) => status === 409)
    expect(made.length + busy.length).toBe(5)
    expect(new Set(made.map((answer) => (answer.body as { id: string }).id)).size).toBe(1)
    expect((await api.ok('mandates.list')).data.length).toBe(1)
  },

  'Two equal moves of the clock at once move it once': async ({ api, unrecorded, expect }) => {
    const request = { body: { advance_by: 'PT1H' }, headers: KEY }
    await unrecorded(async () => {
      const moves = await Promise.all(
        Array.from({ length: 5 }, () => api.call('sandbox.setClock', request)),
      )
      const now = '2030-01-07T03:30:00.000Z'
      expect(moves.map(({ status, body }) => [status, (body as { now: string }).now])).toEqual(
        moves.map(() => [200, now]),
      )
      expect((await api.ok('sandbox.getClock')).now).toBe(now)
    })
  },

  'A refused move of the clock gives its key back': async ({ api, expect }) => {
    const back = { body: { advance_to: '2030-01-07T00:00:00.000Z' }, headers: KEY }
    expect((await api.refused('sandbox.setClock', back)).code).toBe('clock_backwards')
    const on = { body: { advance_by: 'PT1H' }, headers: KEY }
    expect((await api.ok('sandbox.setClock', on)).now).toBe('2030-01-07T03:30:00.000Z')
    expect((await api.refused('sandbox.setClock', back)).code).toBe('idempotency_mismatch')
  },

  'Equal references at once, under no key, make one mandate': async ({
    api,
    given,
    unrecorded,
    expect,
  }) => {
    const body = given.terms()
    const answers = await unrecorded(() =>
      Promise.all(
        Array.from({ length: 5 }, () =>
          api.send({ method: 'POST', path: '/v1/mandates', text: JSON.stringify(body) }),
        ),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409])
    expect((await api.ok('mandates.list')).data.length).toBe(1)
  },

  'A key is at most 255 printable characters': async ({ api, given, expect }) => {
    const longest = { 'idempotency-key': 'k'.repeat(255) }
    expect(
      (await api.call('mandates.create', { body: given.terms(), headers: longest })).status,
    ).toBe(201)
    const longer = { 'idempotency-key': 'k'.repeat(256) }
    expect(
      await api.refused('mandates.create', { body: given.terms(), headers: longer }),
    ).toMatchObject({
      status: 400,
      errors: [{ in: 'header', pointer: '/idempotency-key' }],
    })
  },
})

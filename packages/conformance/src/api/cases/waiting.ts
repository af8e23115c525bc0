import { group } from '../case.ts'
import { rs } from '../given.ts'

/** Callers that wait in the request for what becomes of a debit: `Prefer: wait`. */
export const waitingCases = group('waiting in the request', {
  'A caller that prefers to wait is told that it still runs when its time is over': async ({
    api,
    given,
    expect,
  }) => {
    const mandate = await given.active()
    const { status, headers, body } = await api.call('presentations.create', {
      params: { id: mandate.id },
      headers: { prefer: 'wait=1' },
      body: { instant: true, amount: rs(50), reference_id: given.reference() },
    })
    expect(status).toBe(202)
    expect(headers['preference-applied']).toBe('wait=1')
    expect(body).toMatchObject({ object: 'presentation', status: 'processing' })
  },

  'With wait=0 it is told what follows without delay': async ({ api, given, expect }) => {
    const mandate = await given.active()
    const { status, headers, body } = await api.call('presentations.create', {
      params: { id: mandate.id },
      headers: { prefer: 'respond-async, wait=0' },
      body: { instant: true, amount: rs(50), reference_id: given.reference() },
    })
    expect([status, headers['preference-applied']]).toEqual([202, 'wait=0'])
    expect(body).toMatchObject({ status: 'processing' })
  },

  'It is told the end when that comes first': async ({ api, clock, given, unrecorded, expect }) => {
    const mandate = await given.active()
    await unrecorded(async () => {
      const waiting = api.call('presentations.create', {
        params: { id: mandate.id },
        headers: { prefer: 'wait=30' },
        body: { instant: true, amount: rs(50), reference_id: 'waited-for' },
      })
      while ((await api.ok('presentations.list')).data.length === 0);
      await clock.advance('PT10S')
      const { status, headers, body } = await waiting
      expect([status, headers['preference-applied']]).toEqual([201, 'wait=30'])
      expect(body).toMatchObject({ status: 'succeeded', attempts_left: 0 })
    })
  },

  'It is told that the payer let it expire, and what': async ({
    api,
    clock,
    given,
    unrecorded,
    expect,
  }) => {
    const mandate = await given.active({ amount: rs(20_000) })
    const notice = await given.delivered(mandate, { amount: rs(16_000) })
    await clock.to('2030-01-08 08:30')
    await unrecorded(async () => {
      const waiting = api.call('presentations.create', {
        params: { id: mandate.id },
        headers: { prefer: 'wait=30' },
        body: { notification_id: notice.id, reference_id: 'no-pin-came' },
      })
      while ((await api.ok('presentations.list')).data[0]?.status !== 'awaiting_payer');
      await clock.advance('PT31M')
      const { status, headers, body } = await waiting
      expect([status, headers['preference-applied']]).toEqual([408, 'wait=30'])
      expect(body).toMatchObject({
        code: 'payer_timeout',
        existing: { object: 'presentation' },
        retry: 'after_inquiry',
      })
    })
  },

  'A payment is waited for as well, until its payer pays or lets it expire': async ({
    api,
    clock,
    given,
    unrecorded,
    expect,
  }) => {
    const now = await api.call('payments.create', {
      headers: { prefer: 'wait=0' },
      body: given.asks(),
    })
    expect([now.status, now.headers['preference-applied']]).toEqual([202, 'wait=0'])
    expect(now.body).toMatchObject({ object: 'payment', status: 'pending' })
    await unrecorded(async () => {
      const ask = (reference_id: string) =>
        api.call('payments.create', {
          headers: { prefer: 'wait=30' },
          body: given.asks({ reference_id, expires_in: 'PT5M' }),
        })
      const find = async (reference_id: string): Promise<string> => {
        const { data } = await api.ok('payments.list', { query: { reference_id } })
        return data[0]?.id ?? find(reference_id)
      }
      const paid = ask('paid-in-time')
      await api.ok('sandbox.approvePayment', { params: { id: await find('paid-in-time') } })
      await clock.advance('PT10S')
      const { status, body } = await paid
      expect([status, (body as { status: string }).status]).toEqual([201, 'succeeded'])
      const left = ask('never-paid')
      const id = await find('never-paid')
      await clock.advance('PT6M')
      expect(await left).toMatchObject({
        status: 408,
        body: { code: 'payer_timeout', existing: { object: 'payment', id } },
      })
    })
  },

  'A repeat gets the stored answer of the creation, and waits for nothing': async ({
    api,
    given,
    expect,
  }) => {
    const mandate = await given.active()
    const request = {
      params: { id: mandate.id },
      headers: { prefer: 'wait=0', 'idempotency-key': 'once-and-waited' },
      body: { instant: true, amount: rs(50), reference_id: given.reference() },
    }
    expect((await api.call('presentations.create', request)).status).toBe(202)
    const { status, headers, body } = await api.call('presentations.create', request)
    expect([status, headers['idempotent-replayed']]).toEqual([201, 'true'])
    expect(headers['preference-applied']).toBe(undefined)
    expect(body).toMatchObject({ status: 'scheduled' })
  },

  'A wait of more than a minute, or of no number, is refused': async ({ api, given, expect }) => {
    const mandate = await given.active()
    for (const prefer of ['wait=61', 'wait=soon', 'wait=-1', 'wait'])
      expect(
        await api.refused('presentations.create', {
          params: { id: mandate.id },
          headers: { prefer },
          body: { instant: true, amount: rs(50), reference_id: given.reference() },
        }),
        prefer,
      ).toMatchObject({ code: 'invalid_request', errors: [{ in: 'header', pointer: '/prefer' }] })
  },
})

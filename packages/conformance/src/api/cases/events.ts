import { group } from '../case.ts'

/** The log: what happened, in order, each with the resource as it was after it. */
export const eventCases = group('events', {
  'An event tells the resource as it was after it, though it has moved on since': async ({
    api,
    given,
    expect,
  }) => {
    const { id } = await given.pending()
    await api.ok('mandates.revoke', { params: { id } })
    const [revoked, created] = (await api.ok('events.list')).data
    expect(created).toMatchObject({
      object: 'event',
      type: 'mandate.created',
      created_at: '2030-01-07T02:30:00.000Z',
      livemode: false,
      data: { object: { object: 'mandate', id, status: 'pending' } },
    })
    expect(revoked).toMatchObject({
      type: 'mandate.revoked',
      data: { object: { id, status: 'revoked' } },
    })
    expect((revoked?.sequence ?? 0) > (created?.sequence ?? 0)).toBe(true)
  },

  'A registration, its notice and its debit are told in order': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const { id } = await given.pending()
    await api.ok('sandbox.approveMandate', { params: { id }, body: {} })
    await clock.advance('PT10S')
    const debit = await given.debit(await given.delivered({ id }, { amount: 5000 }))
    await clock.to('2030-01-08 09:00')
    expect((await given.presentation(debit)).status).toBe('succeeded')
    const told = (await api.ok('events.list')).data.map(({ type }) => type).reverse()
    expect(told.filter((type) => type !== 'presentation.awaiting_payer')).toEqual([
      'mandate.created',
      'mandate.activated',
      'notification.created',
      'notification.delivered',
      'presentation.created',
      'notification.used',
      'presentation.processing',
      'presentation.succeeded',
    ])
  },

  'A retried debit tells each attempt': async ({ api, given, clock, expect }) => {
    const mandate = await given.active({ payer: { vpa: 'insufficient_funds_once@sim' } })
    const debit = await given.debit(await given.delivered(mandate, { amount: 5000 }))
    await clock.to('2030-01-08 08:30')
    await api.ok('presentations.retry', { params: { id: debit.id }, body: {} })
    await clock.to('2030-01-08 09:30')
    const { data } = await api.ok('events.list', { query: { resource_id: debit.id } })
    const told = data.map(({ type }) => type).reverse()
    expect(told.filter((type) => type !== 'presentation.awaiting_payer')).toEqual([
      'presentation.created',
      'presentation.processing',
      'presentation.declined',
      'presentation.rescheduled',
      'presentation.processing',
      'presentation.succeeded',
    ])
  },

  'The sequence grows by what happens to one mandate, its notices and debits': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const mandate = await given.debitedOnce()
    await given.debit(await given.delivered(mandate))
    await clock.to('2030-01-09 00:00')
    const { data } = await api.ok('mandates.events', { params: { id: mandate.id } })
    const numbers = data.map(({ sequence }) => sequence)
    expect(numbers).toEqual([...new Set(numbers)].sort((one, two) => two - one))
    expect(data.length).toBe(
      (await api.ok('events.list', { query: { mandate_id: mandate.id } })).data.length,
    )
  },

  'An event is read alone as it stands in the list': async ({ api, given, expect }) => {
    await given.pending()
    const [event] = (await api.ok('events.list')).data
    expect(await api.ok('events.get', { params: { id: event?.id ?? '' } })).toEqual(event)
    expect(
      (await api.refused('events.get', { params: { id: 'evt_00000000000000000000000000' } })).code,
    ).toBe('not_found')
  },

  'Events are found by type, resource, mandate and time': async ({ api, given, clock, expect }) => {
    const [one, two] = [await given.active(), await given.active()]
    await clock.to('2030-01-07 09:00')
    const notice = await given.notice(two)
    const types = async (query: Record<string, string>) =>
      (await api.ok('events.list', { query })).data.map(({ type }) => type)
    expect(await types({ type: 'mandate.activated' })).toEqual([
      'mandate.activated',
      'mandate.activated',
    ])
    expect(await types({ resource_id: one.id })).toEqual(['mandate.activated', 'mandate.created'])
    expect(await types({ mandate_id: two.id })).toEqual([
      'notification.created',
      'mandate.activated',
      'mandate.created',
    ])
    expect(await types({ resource_id: notice.id })).toEqual(['notification.created'])
    expect(await types({ created_from: '2030-01-07T03:30:00.000Z' })).toEqual([
      'notification.created',
    ])
    expect((await types({ created_until: '2030-01-07T03:30:00.000Z' })).length).toBe(4)
  },

  'The events of a mandate come page by page': async ({ api, given, clock, expect }) => {
    const mandate = await given.debitedOnce()
    await clock.advance('PT1S')
    const first = await api.ok('mandates.events', {
      params: { id: mandate.id },
      query: { limit: 2 },
    })
    expect(first.data.length).toBe(2)
    const rest = await api.ok('mandates.events', {
      params: { id: mandate.id },
      query: { limit: 100, after: first.next_cursor ?? '' },
    })
    expect([...first.data, ...rest.data].map(({ type }) => type)).toEqual([
      'presentation.succeeded',
      'presentation.processing',
      'presentation.created',
      'mandate.activated',
      'mandate.created',
    ])
  },

  'A refusal tells nothing': async ({ api, given, expect }) => {
    const { id } = await given.active()
    const before = (await api.ok('events.list')).data.length
    await api.refused('sandbox.resumeMandate', { params: { id } })
    await api.refused('notifications.create', {
      params: { id },
      body: { amount: 30_000, debit_date: '2030-01-07' },
    })
    expect((await api.ok('events.list')).data.length).toBe(before)
  },
})

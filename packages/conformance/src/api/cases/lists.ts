import { group } from '../case.ts'
import { ist } from '../test-clock.ts'

/** Lists: newest first, page by page, narrowed by filters. */
export const listCases = group('lists', {
  'The newest comes first': async ({ api, given, clock, expect }) => {
    const made: string[] = []
    for (let count = 0; count < 3; count++) {
      made.unshift((await given.pending()).id)
      if (count === 1) await clock.advance('PT1S')
    }
    expect(idsOf(await api.ok('mandates.list'))).toEqual(made)
  },

  'A page has twenty unless told otherwise, and says whether more follow': async ({
    api,
    given,
    expect,
  }) => {
    for (let count = 0; count < 21; count++) await given.pending()
    const page = await api.ok('mandates.list')
    expect(page.data.length).toBe(20)
    expect(page.has_more).toBe(true)
    const rest = await api.ok('mandates.list', { query: { after: page.next_cursor ?? '' } })
    expect(rest.data.length).toBe(1)
    expect(rest).toMatchObject({ has_more: false, next_cursor: null })
  },

  'Pages lead forward through everything once, and back again': async ({ api, given, expect }) => {
    const made: string[] = []
    for (let count = 0; count < 5; count++) made.unshift((await given.pending()).id)
    const first = await api.ok('mandates.list', { query: { limit: 2 } })
    const second = await api.ok('mandates.list', {
      query: { limit: 2, after: first.next_cursor ?? '' },
    })
    const third = await api.ok('mandates.list', {
      query: { limit: 2, after: second.next_cursor ?? '' },
    })
    expect([first, second, third].flatMap(idsOf)).toEqual(made)
    expect(third.has_more).toBe(false)
    const back = await api.ok('mandates.list', {
      query: { limit: 2, before: third.data[0]?.id ?? '' },
    })
    expect(idsOf(back)).toEqual(idsOf(second))
  },

  'What is made meanwhile moves no page': async ({ api, given, expect }) => {
    for (let count = 0; count < 3; count++) await given.pending()
    const first = await api.ok('mandates.list', { query: { limit: 2 } })
    await given.pending()
    const second = await api.ok('mandates.list', {
      query: { limit: 2, after: first.next_cursor ?? '' },
    })
    expect(second.data.length).toBe(1)
    expect(idsOf(first).includes(idsOf(second)[0] ?? '')).toBe(false)
  },

  'Mandates are found by status, reference, payer address and payer reference': async ({
    api,
    given,
    expect,
  }) => {
    const pending = await given.pending({ reference_id: 'find-me-1' })
    const active = await given.active({ payer: { vpa: 'asha@ybl', reference_id: 'member-17' } })
    const found = async (query: Record<string, string>) =>
      idsOf(await api.ok('mandates.list', { query }))
    expect(await found({ status: 'pending' })).toEqual([pending.id])
    expect(await found({ status: 'active' })).toEqual([active.id])
    expect(await found({ status: 'revoked' })).toEqual([])
    expect(await found({ reference_id: 'find-me-1' })).toEqual([pending.id])
    expect(await found({ payer_vpa: 'asha@ybl' })).toEqual([active.id])
    expect(await found({ payer_reference_id: 'member-17' })).toEqual([active.id])
    expect(await found({ payer_reference_id: 'member-17', status: 'pending' })).toEqual([])
  },

  'The address that approved is found too': async ({ api, given, clock, expect }) => {
    const { id } = await given.pending()
    await api.ok('sandbox.approveMandate', { params: { id }, body: { vpa: 'asha@ybl' } })
    await clock.advance('PT10S')
    expect(idsOf(await api.ok('mandates.list', { query: { payer_vpa: 'asha@ybl' } }))).toEqual([id])
  },

  'A span of time takes its beginning in and leaves its end out': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const one = await given.pending()
    await clock.to('2030-01-07 09:00')
    const two = await given.pending()
    const found = async (query: Record<string, string>) =>
      idsOf(await api.ok('mandates.list', { query }))
    expect(await found({ created_from: ist('2030-01-07 09:00') })).toEqual([two.id])
    expect(await found({ created_until: ist('2030-01-07 09:00') })).toEqual([one.id])
    expect(
      await found({
        created_from: ist('2030-01-07 08:00'),
        created_until: ist('2030-01-07 09:00:00.001'),
      }),
    ).toEqual([two.id, one.id])
    expect(await found({ created_from: '2030-01-07T09:00:00+05:30' })).toEqual([two.id])
  },

  'Notices and debits are found by mandate, status and reference, debits by their notice too':
    async ({ api, given, expect }) => {
      const [one, two] = [await given.debitedOnce(), await given.debitedOnce()]
      const notice = await given.delivered(one, { reference_id: 'notice-17' })
      const other = await given.notice(two)
      const debit = await given.debit(notice, { reference_id: 'debit-17' })
      const notices = async (query: Record<string, string>) =>
        idsOf(await api.ok('notifications.list', { query }))
      expect(await notices({ mandate_id: one.id })).toEqual([notice.id])
      expect(await notices({ status: 'pending' })).toEqual([other.id])
      expect(await notices({ reference_id: 'notice-17' })).toEqual([notice.id])
      const debits = async (query: Record<string, string>) =>
        idsOf(await api.ok('presentations.list', { query }))
      expect((await debits({ mandate_id: one.id }))[0]).toBe(debit.id)
      expect(await debits({ notification_id: notice.id })).toEqual([debit.id])
      expect(await debits({ status: 'scheduled' })).toEqual([debit.id])
      expect(await debits({ reference_id: 'debit-17' })).toEqual([debit.id])
      expect((await debits({ status: 'succeeded' })).length).toBe(2)
    },

  'A filter that fits nothing gives an empty page': async ({ api, given, expect }) => {
    await given.pending()
    const page = await api.ok('presentations.list', { query: { mandate_id: 'no-such-id' } })
    expect(page).toEqual({ object: 'list', data: [], has_more: false, next_cursor: null })
  },

  'Filtered pages lead through what fits': async ({ api, given, expect }) => {
    const wanted: string[] = []
    for (let count = 0; count < 3; count++) {
      wanted.unshift((await given.pending()).id)
      await given.active()
    }
    const first = await api.ok('mandates.list', { query: { status: 'pending', limit: 2 } })
    const rest = await api.ok('mandates.list', {
      query: { status: 'pending', limit: 2, after: first.next_cursor ?? '' },
    })
    expect([first, rest].flatMap(idsOf)).toEqual(wanted)
    expect(rest.has_more).toBe(false)
  },
})

function idsOf(page: { readonly data: readonly { readonly id: string }[] }): string[] {
  return page.data.map(({ id }) => id)
}

import { group } from '../case.ts'
import { rs } from '../given.ts'

/** Everything that moves money, as one history. */
export const transactionCases = group('transactions', {
  'A debit is a line of the history from its beginning, under its own id': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const mandate = await given.active({ settlement: 't0' })
    await api.ok('mandates.get', { params: { id: mandate.id } })
    const debit = await given.instant(mandate, { metadata: { member: '17' } })
    const params = { id: debit.id }
    expect(await api.ok('transactions.get', { params })).toMatchObject({
      id: debit.id,
      object: 'transaction',
      type: 'presentation',
      status: 'processing',
      amount: rs(50),
      net: 0,
      fees: 0,
      currency: 'INR',
      mandate_id: mandate.id,
      presentation_id: debit.id,
      payment_id: null,
      reference_id: debit.reference_id,
      rrn: null,
      settlement_ids: [],
      metadata: { member: '17' },
    })
    await clock.advance('PT10S')
    const collected = await given.presentation(debit)
    expect(await api.ok('transactions.get', { params })).toMatchObject({
      status: 'succeeded',
      net: rs(50),
      rrn: collected.rrn,
      npci_txn_id: collected.npci_txn_id,
      payer_vpa: (await given.mandate(mandate)).payer_vpa,
      settlement_ids: [],
    })
    await clock.to('2030-01-07 08:15')
    const [settlement] = (await api.ok('settlements.list')).data
    expect((await api.ok('transactions.get', { params })).settlement_ids).toEqual([settlement?.id])
  },

  'A debit that the bank refuses has moved nothing': async ({ api, given, clock, expect }) => {
    const debit = await given.instant(await given.active(), { amount: rs(160) })
    await clock.advance('PT10S')
    expect(await api.ok('transactions.get', { params: { id: debit.id } })).toMatchObject({
      status: 'failed',
      amount: rs(160),
      net: 0,
    })
  },

  'The newest comes first, page by page': async ({ api, given, expect }) => {
    const made: string[] = []
    for (let count = 0; count < 5; count++)
      made.unshift((await given.instant(await given.active())).id)
    const first = await api.ok('transactions.list', { query: { limit: 2 } })
    const second = await api.ok('transactions.list', {
      query: { limit: 2, after: first.next_cursor ?? '' },
    })
    const third = await api.ok('transactions.list', {
      query: { limit: 2, after: second.next_cursor ?? '' },
    })
    expect([first, second, third].flatMap(({ data }) => data.map(({ id }) => id))).toEqual(made)
    expect(third).toMatchObject({ has_more: false, next_cursor: null })
    const back = await api.ok('transactions.list', {
      query: { limit: 2, before: third.data[0]?.id ?? '' },
    })
    expect(back.data).toEqual(second.data)
  },

  'A search takes any id, a reference or what the rail calls it': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const mandate = await given.debitedOnce({ settlement: 't0' })
    const notice = await given.delivered(mandate)
    const debit = await given.debit(notice)
    await given.debitedOnce()
    await clock.to('2030-01-08 08:01')
    const { rrn, npci_txn_id } = await given.presentation(debit)
    const search = async (text: string | null) =>
      (await api.ok('transactions.list', { query: { search: text ?? '' } })).data
    for (const text of [debit.id, debit.reference_id, rrn, npci_txn_id, notice.id])
      expect(
        (await search(text)).map(({ id }) => id),
        text ?? 'nothing',
      ).toEqual([debit.id])
    const { umn } = await given.mandate(mandate)
    for (const text of [mandate.id, mandate.reference_id, umn])
      expect((await search(text)).length, text ?? 'nothing').toBe(2)
    await clock.to('2030-01-08 08:15')
    const settlements = (await api.ok('settlements.list')).data
    await clock.advance('PT10S')
    const { utr } = await api.ok('settlements.get', { params: { id: settlements[0]?.id ?? '' } })
    for (const text of [settlements[0]?.id ?? '', utr])
      expect(
        (await search(text)).map(({ id }) => id),
        text ?? 'nothing',
      ).toEqual([debit.id])
    for (const text of ['no-such-thing', 'speed:t0']) expect(await search(text)).toEqual([])
  },

  'The history is narrowed by kind, status, reference, mandate, payer, time and settlement':
    async ({ api, given, clock, expect }) => {
      const one = await given.debitedOnce({
        settlement: 't0',
        payer: { vpa: 'asha@sim', reference_id: 'member-1' },
      })
      await clock.advance('PT1M')
      const failed = await given.instant(await given.active(), { amount: rs(160) })
      await clock.to('2030-01-07 08:15')
      const [settlement] = (await api.ok('settlements.list')).data
      const found = async (query: Readonly<Record<string, string>>) =>
        (await api.ok('transactions.list', { query })).data.map(({ id }) => id)
      const [, debit] = await found({})
      if (debit === undefined) throw new Error('two debits were made')
      expect(await found({ type: 'presentation' })).toEqual([failed.id, debit])
      expect(await found({ status: 'failed' })).toEqual([failed.id])
      expect(await found({ reference_id: failed.reference_id })).toEqual([failed.id])
      expect(await found({ mandate_id: one.id })).toEqual([debit])
      expect(await found({ payer_vpa: 'asha@sim' })).toEqual([debit])
      expect(await found({ payer_reference_id: 'member-1' })).toEqual([debit])
      expect(await found({ settlement_id: settlement?.id ?? '' })).toEqual([debit])
      expect(await found({ created_from: '2030-01-07T02:31:00Z' })).toEqual([failed.id])
      expect(await found({ created_until: '2030-01-07T02:31:00Z' })).toEqual([debit])
      expect(await found({ mandate_id: one.id, status: 'failed' })).toEqual([])
    },

  'The history comes as CSV, in paise and in rupees': async ({ api, given, clock, expect }) => {
    const debit = await given.instant(await given.active({ settlement: 't0' }), { amount: 7050 })
    await clock.to('2030-01-07 08:15')
    const [settlement] = (await api.ok('settlements.list')).data
    const lines = String(await api.ok('transactions.csv')).split('\r\n')
    expect(lines[0]).toBe(
      'id,type,status,created_at,updated_at,currency,amount,amount_rupees,net,net_rupees,fees,reference_id,mandate_id,presentation_id,payment_id,payer_vpa,rrn,npci_txn_id,settlement_ids',
    )
    expect(lines[1]).toContain(`${debit.id},presentation,succeeded,`)
    expect(lines[1]).toContain(`,INR,7050,70.5,7050,70.5,0,${debit.reference_id},`)
    expect(lines[1]?.endsWith(`,${settlement?.id}`)).toBe(true)
    const none = await api.ok('transactions.csv', { query: { status: 'failed' } })
    expect(String(none).split('\r\n').length).toBe(2)
  },

  'Another merchant finds nothing by any of its names': async ({
    api,
    given,
    clock,
    other,
    expect,
  }) => {
    const mandate = await given.debitedOnce({ settlement: 't0' })
    await clock.to('2030-01-07 08:16')
    const [settlement] = (await api.ok('settlements.list')).data
    const [debit] = (await api.ok('transactions.list')).data
    const stranger = await other()
    expect((await stranger.api.ok('transactions.list')).data).toEqual([])
    const { umn, reference_id } = await given.mandate(mandate)
    const { utr } = settlement ?? {}
    const own = [debit?.id, debit?.rrn, debit?.reference_id]
    const names = [...own, mandate.id, reference_id, umn, settlement?.id, utr]
    for (const search of names)
      expect(
        (await stranger.api.ok('transactions.list', { query: { search: search ?? '' } })).data,
      ).toEqual([])
    const query = { settlement_id: settlement?.id ?? '' }
    expect((await stranger.api.ok('transactions.list', { query })).data).toEqual([])
    const params = { id: debit?.id ?? '' }
    expect(await stranger.api.refused('transactions.get', { params })).toMatchObject({
      status: 404,
      code: 'not_found',
    })
  },
})

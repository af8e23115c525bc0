import { group } from '../case.ts'
import { rs } from '../given.ts'

/** The merchant's own references: unique per kind, never keys of ours. */
export const referenceCases = group('references', {
  'A reference names one mandate; the second is told which': async ({ api, given, expect }) => {
    const body = given.terms()
    const { id } = await api.ok('mandates.create', { body })
    expect(await api.refused('mandates.create', { body })).toMatchObject({
      status: 409,
      code: 'reference_id_taken',
      existing: { id, object: 'mandate' },
    })
  },

  'It stays taken when the mandate has ended': async ({ api, given, expect }) => {
    const body = given.terms()
    const { id } = await api.ok('mandates.create', { body })
    await api.ok('mandates.revoke', { params: { id } })
    expect((await api.refused('sandbox.createMandate', { body })).code).toBe('reference_id_taken')
  },

  'A taken reference is told before a broken rule': async ({ api, given, expect }) => {
    const body = given.terms()
    await api.ok('mandates.create', { body })
    expect(
      (await api.refused('mandates.create', { body: { ...body, amount: rs(0.5) } })).code,
    ).toBe('reference_id_taken')
  },

  'Mandates, notices and debits have references of their own kind': async ({
    api,
    given,
    expect,
  }) => {
    const mandate = await given.debitedOnce({ reference_id: 'same-reference' })
    const notice = await given.delivered(mandate, { reference_id: 'same-reference' })
    expect((await given.debit(notice, { reference_id: 'same-reference' })).reference_id).toBe(
      'same-reference',
    )
    const second = await api.refused('notifications.create', {
      params: { id: mandate.id },
      body: { amount: rs(300), debit_date: '2030-01-08', reference_id: 'same-reference' },
    })
    expect(second).toMatchObject({
      code: 'reference_id_taken',
      existing: { id: notice.id, object: 'notification' },
    })
  },

  'A debit under a taken reference is refused, whatever its mandate': async ({
    api,
    given,
    expect,
  }) => {
    const [one, two] = [await given.active(), await given.active()]
    const debit = await given.instant(one, { reference_id: 'deposit-17' })
    expect(
      await api.refused('presentations.create', {
        params: { id: two.id },
        body: { instant: true, amount: rs(50), reference_id: 'deposit-17' },
      }),
    ).toMatchObject({
      code: 'reference_id_taken',
      existing: { id: debit.id, object: 'presentation' },
    })
  },

  'A missing mandate is told before a taken reference': async ({ api, given, expect }) => {
    await given.instant(await given.active(), { reference_id: 'deposit-17' })
    expect(
      await api.refused('presentations.create', {
        params: { id: 'mdt_00000000000000000000000000' },
        body: { instant: true, amount: rs(50), reference_id: 'deposit-17' },
      }),
    ).toMatchObject({ status: 404, code: 'not_found' })
  },

  'Two merchants may use the same reference': async ({ given, other, expect }) => {
    const stranger = await other()
    const [mine, theirs] = [
      await given.pending({ reference_id: 'member-0001' }),
      await stranger.given.pending({ reference_id: 'member-0001' }),
    ]
    expect(mine.reference_id).toBe(theirs.reference_id)
  },

  'A reference has 5 to 50 characters': async ({ api, given, expect }) => {
    for (const reference_id of ['r-001', 'r'.repeat(50), 'A.b_c:d/e-1'])
      expect((await given.pending({ reference_id })).reference_id).toBe(reference_id)
    for (const reference_id of ['r-01', 'r'.repeat(51), 'with blank', 'rupee-₹'])
      expect(
        await api.refused('mandates.create', { body: given.terms({ reference_id }) }),
      ).toMatchObject({
        status: 400,
        errors: [{ in: 'body', pointer: '/reference_id' }],
      })
  },
})

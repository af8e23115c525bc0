import type { Mandate } from '@upi-autopay/contract'
import type { Api } from '../api.ts'
import { brokenRule } from '../broken-rule.ts'
import { group } from '../case.ts'
import { rs } from '../given.ts'
import { ist } from '../test-clock.ts'

/** The merchant asks for other terms. */
export function modify(
  api: Api,
  { id }: { id: string },
  body: Readonly<Record<string, unknown>>,
): Promise<Mandate> {
  return api.ok('mandates.modify', { params: { id }, body })
}

/** Other terms for a mandate that stands: the payer decides. */
export const modificationCases = group('modifications', {
  'New terms wait for the payer, with a link that names the mandate; until then the old ones stand':
    async ({ api, given, expect }) => {
      const active = await given.active({ payer: { vpa: 'asha@ybl' } })
      const mandate = await modify(api, active, {
        amount: rs(8000),
        end_date: '2031-12-31',
        reference_id: 'raise-0001',
        metadata: { why: 'second deposit' },
      })
      expect(mandate).toMatchObject({
        status: 'active',
        amount: rs(5000),
        end_date: '2031-01-06',
        modification: {
          object: 'modification',
          livemode: false,
          status: 'pending',
          allowed_actions: [],
          mandate_id: active.id,
          reference_id: 'raise-0001',
          amount: rs(8000),
          end_date: '2031-12-31',
          previous: { amount: rs(5000), end_date: '2031-01-06' },
          created_at: ist('2030-01-07 08:00'),
          expires_at: ist('2030-01-08 08:00'),
          decided_at: null,
          status_reason: null,
          metadata: { why: 'second deposit' },
          authorization: { hosted_url: active.authorization?.hosted_url },
        },
      })
      const link = new URL(mandate.modification?.authorization?.upi_link ?? '')
      const fields = Object.fromEntries(link.searchParams)
      expect(fields).toMatchObject({
        txnType: 'UPDATE',
        umn: active.umn,
        am: '8000.00',
        validityend: '31122031',
        rev: 'Y',
      })
    },

  'The payer approves, and ten seconds later the mandate has its new terms': async ({
    api,
    clock,
    given,
    expect,
  }) => {
    const mandate = await given.active()
    await modify(api, mandate, { amount: rs(8000) })
    await api.ok('sandbox.openMandate', { params: { id: mandate.id } })
    await api.ok('sandbox.approveMandate', { params: { id: mandate.id }, body: {} })
    await clock.advance('PT9S')
    expect((await given.mandate(mandate)).modification?.status).toBe('pending')
    await clock.advance('PT1S')
    expect(await given.mandate(mandate)).toMatchObject({
      status: 'active',
      amount: rs(8000),
      end_date: '2031-01-06',
      modification: { status: 'applied', decided_at: ist('2030-01-07 08:00:10') },
    })
    expect((await given.notice(mandate, { amount: rs(7000) })).amount).toBe(rs(7000))
  },

  'The payer declines, and the old terms stand': async ({ api, clock, given, expect }) => {
    const mandate = await given.active()
    await modify(api, mandate, { amount: rs(8000) })
    await api.ok('sandbox.declineMandate', { params: { id: mandate.id } })
    await clock.advance('PT10S')
    expect(await given.mandate(mandate)).toMatchObject({
      status: 'active',
      amount: rs(5000),
      modification: {
        status: 'declined',
        decided_at: ist('2030-01-07 08:00:10'),
        status_reason: { reason: 'payer_declined', npci_code: 'ZA' },
      },
    })
  },

  'The last word of the payer before the bank has answered counts': async ({
    api,
    clock,
    given,
    expect,
  }) => {
    const mandate = await given.active()
    await modify(api, mandate, { amount: rs(8000) })
    await api.ok('sandbox.declineMandate', { params: { id: mandate.id } })
    await clock.advance('PT5S')
    await api.ok('sandbox.approveMandate', { params: { id: mandate.id }, body: {} })
    await clock.advance('PT10S')
    expect((await given.mandate(mandate)).amount).toBe(rs(8000))
  },

  'Nobody answers: the modification expires, not a millisecond sooner, and another may be asked for':
    async ({ api, clock, given, expect }) => {
      const mandate = await given.active()
      await modify(api, mandate, { amount: rs(8000), expires_in: 'PT10M' })
      await clock.to('2030-01-07 08:09:59.999')
      expect((await given.mandate(mandate)).modification?.status).toBe('pending')
      await clock.to('2030-01-07 08:10')
      expect(await given.mandate(mandate)).toMatchObject({
        status: 'active',
        amount: rs(5000),
        modification: { status: 'expired', decided_at: null },
      })
      expect((await modify(api, mandate, { amount: rs(9000) })).modification).toMatchObject({
        status: 'pending',
        amount: rs(9000),
      })
    },

  'An approval on its way to the bank does not outlive the modification': async ({
    api,
    clock,
    given,
    expect,
  }) => {
    const mandate = await given.active()
    await modify(api, mandate, { amount: rs(8000), expires_in: 'PT1M' })
    await clock.advance('PT59S')
    await api.ok('sandbox.approveMandate', { params: { id: mandate.id }, body: {} })
    await clock.advance('PT10S')
    expect(await given.mandate(mandate)).toMatchObject({
      amount: rs(5000),
      modification: { status: 'expired' },
    })
  },

  'One modification waits at a time: another is refused and named': async ({
    api,
    given,
    expect,
  }) => {
    const mandate = await given.active()
    const { modification } = await modify(api, mandate, { amount: rs(8000) })
    expect(
      await api.refused('mandates.modify', {
        params: { id: mandate.id },
        body: { amount: rs(9000) },
      }),
    ).toMatchObject({
      status: 409,
      code: 'modification_open',
      existing: { id: modification?.id, object: 'modification' },
      rule: { id: 'modification.one_open' },
    })
  },

  'Only an active mandate is modified': async ({ api, given, expect }) => {
    const pending = await given.pending()
    const paused = await given.active()
    await api.ok('sandbox.pauseMandate', { params: { id: paused.id } })
    const revoked = await given.active()
    await api.ok('mandates.revoke', { params: { id: revoked.id } })
    for (const { id } of [pending, paused, revoked])
      expect(
        await api.refused('mandates.modify', { params: { id }, body: { amount: rs(8000) } }),
      ).toMatchObject({ status: 409, code: 'state_conflict' })
  },

  'The terms of a modification keep to the rules of a mandate, each refusal with its numbers':
    async ({ api, clock, given, expect }) => {
      const mandate = await given.active({ min_amount: rs(100) })
      const refused = (body: object) =>
        api.refused('mandates.modify', { params: { id: mandate.id }, body })
      expect(await refused({ amount: rs(5000), end_date: '2031-01-06' })).toMatchObject(
        brokenRule('modification.changes', 'modification_empty', ''),
      )
      expect(await refused({})).toMatchObject(
        brokenRule('modification.changes', 'modification_empty', ''),
      )
      const plain = await given.active()
      expect(
        await api.refused('mandates.modify', {
          params: { id: plain.id },
          body: { amount: rs(0.99) },
        }),
      ).toMatchObject(brokenRule('amount.minimum', 'amount_below_minimum', '/amount'))
      expect(await refused({ amount: rs(99.99) })).toMatchObject(
        brokenRule('amount.min_amount', 'min_amount_invalid', '/amount'),
      )
      expect(await refused({ end_date: '2060-01-08' })).toMatchObject(
        brokenRule('mandate.validity', 'validity_invalid', '/end_date'),
      )
      expect(await refused({ amount: rs(8000), expires_in: 'PT59S' })).toMatchObject(
        brokenRule('modification.expiry', 'modification_expiry_invalid', '/expires_in'),
      )
      expect((await given.mandate(mandate)).modification).toBe(null)
      await clock.to('2030-01-09 08:00')
      expect(await refused({ end_date: '2030-01-08' })).toMatchObject(
        brokenRule('modification.end_date', 'end_date_in_past', '/end_date'),
      )
      const today = await modify(api, mandate, { end_date: '2030-01-09', amount: rs(100) })
      expect(today.modification?.status).toBe('pending')
    },

  'A mandate that ends takes its open modification with it': async ({
    api,
    clock,
    given,
    expect,
  }) => {
    const revoked = await given.active()
    await modify(api, revoked, { amount: rs(8000) })
    await api.ok('sandbox.approveMandate', { params: { id: revoked.id }, body: {} })
    await api.ok('mandates.revoke', { params: { id: revoked.id } })
    const over = await given.active({ end_date: '2030-01-07' })
    await modify(api, over, { end_date: '2030-02-07' })
    expect((await given.mandate(revoked)).modification?.status).toBe('cancelled')
    await clock.to('2030-01-08 00:00')
    expect(await given.mandate(revoked)).toMatchObject({ status: 'revoked', amount: rs(5000) })
    expect(await given.mandate(over)).toMatchObject({
      status: 'completed',
      modification: { status: 'cancelled' },
    })
  },

  'The bank’s yes to new terms counts, though the payer has paused meanwhile': async ({
    api,
    clock,
    given,
    expect,
  }) => {
    const mandate = await given.active()
    await modify(api, mandate, { amount: rs(8000) })
    await api.ok('sandbox.approveMandate', { params: { id: mandate.id }, body: {} })
    await api.ok('sandbox.pauseMandate', { params: { id: mandate.id } })
    expect((await api.refused('sandbox.declineMandate', { params: { id: mandate.id } })).code).toBe(
      'state_conflict',
    )
    await clock.advance('PT10S')
    expect(await given.mandate(mandate)).toMatchObject({ status: 'paused', amount: rs(8000) })
  },

  'Each step is told by an event that carries the modification, and the new terms by one that carries the mandate':
    async ({ api, clock, given, expect }) => {
      const mandate = await given.active()
      const { modification } = await modify(api, mandate, { amount: rs(8000) })
      await api.ok('sandbox.approveMandate', { params: { id: mandate.id }, body: {} })
      await clock.advance('PT10S')
      const { data } = await api.ok('mandates.events', {
        params: { id: mandate.id },
        query: { limit: 3 },
      })
      expect(data.map(({ type, data: { object } }) => [type, object.id, object.status])).toEqual([
        ['mandate.modified', mandate.id, 'active'],
        ['modification.applied', modification?.id, 'applied'],
        ['modification.requested', modification?.id, 'pending'],
      ])
    },

  'A modification moves the version of its mandate; its reference is its own': async ({
    api,
    given,
    expect,
  }) => {
    const [one, two] = [await given.active(), await given.active()]
    const before = await api.call('mandates.get', { params: { id: one.id } })
    await modify(api, one, { amount: rs(8000), reference_id: 'raise-0001' })
    const after = await api.call('mandates.get', { params: { id: one.id } })
    expect(after.headers.etag === before.headers.etag).toBe(false)
    expect(
      await api.refused('mandates.modify', {
        params: { id: two.id },
        body: { amount: rs(8000), reference_id: 'raise-0001' },
      }),
    ).toMatchObject({
      status: 409,
      code: 'reference_id_taken',
      existing: { object: 'modification' },
    })
  },
})

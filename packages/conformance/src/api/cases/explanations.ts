import type { Explanation } from '@upi-autopay/contract'
import { group } from '../case.ts'
import { ist } from '../test-clock.ts'

/** Why a debit was not made, and when it can be. */
export const explanationCases = group('explanations', {
  'A planned debit waits for its notice: the rule is named, with its source and the moment':
    async ({ api, given, expect }) => {
      const debit = await given.debit(await given.delivered(await given.debitedOnce()))
      const explained = await api.ok('presentations.explanation', { params: { id: debit.id } })
      expect(explained).toMatchObject({
        object: 'explanation',
        presentation_id: debit.id,
        status: 'scheduled',
        as_of: '2030-01-07T02:30:20.000Z',
        earliest_at: ist('2030-01-08 08:00:20'),
      })
      expect(broken(explained)).toContain('notice.lead_time')
      expect(broken(explained)).toContain('presentation.debit_date')
      for (const rule of explained.rules)
        expect(rule.message.length > 0 && rule.source.title.length > 0, rule.id).toBe(true)
    },

  'In peak hours these are the reason': async ({ api, given, clock, expect }) => {
    const notice = await given.delivered(await given.debitedOnce())
    await clock.to('2030-01-08 11:00')
    const debit = await given.debit(notice)
    const explained = await api.ok('presentations.explanation', { params: { id: debit.id } })
    expect(broken(explained)).toEqual(['presentation.off_peak'])
    expect(explained.earliest_at).toBe(ist('2030-01-08 13:00'))
  },

  'After a decline it is the hour between attempts': async ({ api, given, clock, expect }) => {
    const debit = await given.debit(
      await given.delivered(await given.debitedOnce(), { amount: 16_000 }),
    )
    await clock.to('2030-01-08 08:30')
    const explained = await api.ok('presentations.explanation', { params: { id: debit.id } })
    expect(broken(explained)).toEqual(['presentation.attempt_spacing'])
    expect(explained.earliest_at).toBe(ist('2030-01-08 09:00:20'))
  },

  'It says whether the payer will be asked for the PIN': async ({ api, given, expect }) => {
    const first = await given.debit(await given.delivered(await given.active()))
    expect(
      broken(await api.ok('presentations.explanation', { params: { id: first.id } })),
    ).toContain('afa.first_debit')
    const large = await given.debit(
      await given.delivered(await given.debitedOnce({ amount: 2_000_000 }), { amount: 1_500_001 }),
    )
    const rules = broken(await api.ok('presentations.explanation', { params: { id: large.id } }))
    expect(rules).toContain('afa.amount_limit')
    expect(rules.includes('afa.first_debit')).toBe(false)
  },

  'Of a debit that is over no next moment is named': async ({ api, given, clock, expect }) => {
    const debit = await given.debit(await given.delivered(await given.debitedOnce()))
    await clock.to('2030-01-08 08:00:20')
    const moments: (string | null)[] = []
    for (const _state of ['processing', 'succeeded']) {
      moments.push(
        (await api.ok('presentations.explanation', { params: { id: debit.id } })).earliest_at,
      )
      await clock.advance('PT10S')
    }
    expect(moments).toEqual([null, null])
  },

  'Of a debit that the bank refused it says what the bank said, the day after too, with the attempts spent':
    async ({ api, given, clock, expect }) => {
      const debit = await given.debit(
        await given.delivered(await given.debitedOnce({ frequency: 'daily' }), { amount: 16_000 }),
        { retry: 'auto' },
      )
      await clock.to('2030-01-08 16:00')
      const explain = () => api.ok('presentations.explanation', { params: { id: debit.id } })
      const spent = 'This cycle has spent 4 of its 4 attempts.'
      const told = async () => {
        const { summary, earliest_at, rules } = await explain()
        expect(summary).toContain('Attempt 4 was declined: Not enough money in the account (Z9).')
        expect(earliest_at).toBe(null)
        expect(rules.find(({ id }) => id === 'presentation.attempt_limit')?.message).toBe(spent)
      }
      await told()
      await clock.to('2030-01-09 09:00')
      await given.delivered({ id: debit.mandate_id }, { debit_date: '2030-01-10' })
      await told()
    },

  'While the payer has paused the mandate no moment is named': async ({ api, given, expect }) => {
    const mandate = await given.debitedOnce()
    const debit = await given.debit(await given.delivered(mandate))
    await api.ok('sandbox.pauseMandate', { params: { id: mandate.id } })
    const explained = await api.ok('presentations.explanation', { params: { id: debit.id } })
    expect(explained.earliest_at).toBe(null)
    expect(explained.summary).toContain('paused')
    await api.ok('sandbox.resumeMandate', { params: { id: mandate.id } })
    expect(
      (await api.ok('presentations.explanation', { params: { id: debit.id } })).earliest_at,
    ).toBe(ist('2030-01-08 08:00:20'))
  },

  'Every state says why and what comes next': async ({ api, given, clock, expect }) => {
    const explain = async ({ id }: { id: string }): Promise<Explanation> =>
      api.ok('presentations.explanation', { params: { id } })
    const silent = await given.active({ payer: { vpa: 'unknown_forever@sim' } })
    const doubt = await given.instant(silent)
    const paid = await given.instant(await given.active())
    const refused = await given.instant(
      await given.active({ payer: { vpa: 'account_frozen@sim' } }),
    )
    const revoked = await given.instant(
      await given.active({ payer: { vpa: 'revoked_by_payer@sim' } }),
    )
    await clock.advance('PT10S')
    expect(await explain(doubt)).toMatchObject({
      status: 'processing',
      outcome: 'unknown',
      earliest_at: null,
      next_inquiry_at: ist('2030-01-07 08:01:30'),
      attempts: [{ number: 1, status: 'unknown', decline: null }],
    })
    expect(await explain(paid)).toMatchObject({
      status: 'succeeded',
      summary: 'It was debited.',
      attempts: [{ status: 'succeeded' }],
    })
    const failed = await explain(refused)
    expect(failed).toMatchObject({
      status: 'failed',
      mandate_status: 'active',
      earliest_at: null,
      attempts: [{ decline: { reason: 'account_frozen', advice: 'never' } }],
    })
    expect(failed.summary).toContain('blocked or frozen (YE)')
    expect(failed.summary).toContain('no further attempt')
    const ended = await explain(revoked)
    expect(ended.mandate_status).toBe('revoked')
    expect(ended.summary).toContain('Its mandate is revoked')
    await api.ok('sandbox.reversePresentation', { params: { id: paid.id } })
    expect((await explain(paid)).summary).toContain('took ₹50.00 back')
    await clock.advance('PT3H')
    const unresolved = await explain(doubt)
    expect(unresolved).toMatchObject({ outcome: 'unresolved', next_inquiry_at: null })
    expect(unresolved.summary).toContain('operator')
  },

  'Of a debit given up it says so': async ({ api, given, expect }) => {
    const debit = await given.debit(await given.delivered(await given.debitedOnce()))
    await api.ok('presentations.cancel', { params: { id: debit.id } })
    expect(await api.ok('presentations.explanation', { params: { id: debit.id } })).toMatchObject({
      status: 'cancelled',
      earliest_at: null,
      attempts: [],
    })
  },

  'Asking why changes nothing': async ({ api, given, expect }) => {
    const debit = await given.debit(await given.delivered(await given.debitedOnce()))
    const before = await given.presentation(debit)
    await api.ok('presentations.explanation', { params: { id: debit.id } })
    expect(await given.presentation(debit)).toEqual(before)
  },
})

function broken(explanation: Explanation): string[] {
  return explanation.rules.filter(({ holds }) => !holds).map(({ id }) => id)
}

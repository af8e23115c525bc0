import { group } from '../case.ts'

/** What the rail demands, from the rows that decide. */
export const ruleCases = group('rules and codes', {
  'The rules of a day come with their numbers and their sources': async ({ api, expect }) => {
    const { data } = await api.ok('rules.list', { query: { at: '2030-01-07' } })
    const notice = data.find(({ id }) => id === 'notice.lead_time')
    expect(notice).toMatchObject({ object: 'rule', effective_until: null, assumption: false })
    expect(notice?.source.key).toBe('rbi-2026')
  },

  'Without a day, the rules are those of the merchant’s today': async ({ api, expect }) => {
    const today = await api.ok('rules.list')
    expect(today).toEqual(await api.ok('rules.list', { query: { at: '2030-01-07' } }))
  },

  'Peak hours and the limit of attempts begin on 1 August 2025': async ({ api, expect }) => {
    const at = async (day: string) => {
      const { data } = await api.ok('rules.list', { query: { at: day } })
      const row = (id: string) => data.find((one) => one.id === id)
      return { peak: row('presentation.off_peak'), limit: row('presentation.attempt_limit') }
    }
    const before = await at('2025-07-31')
    expect([before.peak, before.limit?.value]).toEqual([undefined, {}])
    expect(before.limit).toMatchObject({ effective_until: '2025-07-31', assumption: true })
    const after = await at('2025-08-01')
    expect(after.peak?.value.peak_hours).toEqual(['10:00-13:00', '17:00-21:30'])
    expect(after.limit).toMatchObject({ value: { attempts: 4 }, assumption: false })
  },

  'The limit without PIN is ₹15,000 from 16 June 2022 on, and a lakh for some from 14 December 2023':
    async ({ api, expect }) => {
      const limits = async (day: string) => {
        const { data } = await api.ok('rules.list', { query: { at: day } })
        return data
          .filter(({ id }) => id === 'afa.amount_limit')
          .map(({ value }) => [value.limit_paise, value.mccs])
      }
      const funds = ['5413', '5960', '6012', '6211', '6300', '6381', '6399', '6529']
      expect(await limits('2022-06-15')).toEqual([[500_000, undefined]])
      expect(await limits('2022-06-16')).toEqual([[1_500_000, undefined]])
      expect(await limits('2023-12-13')).toEqual([[1_500_000, undefined]])
      expect(await limits('2023-12-14')).toEqual([
        [1_500_000, undefined],
        [10_000_000, funds],
      ])
    },

  'Before the launch of AutoPay nothing was in force': async ({ api, expect }) => {
    expect((await api.ok('rules.list', { query: { at: '2020-06-30' } })).data).toEqual([])
  },

  'What the central bank demands is cited by its framework since 21 April 2026': async ({
    api,
    expect,
  }) => {
    const cited = async (day: string) => {
      const { data } = await api.ok('rules.list', { query: { at: day } })
      return data
        .filter(({ id }) => id === 'notice.lead_time' || id === 'afa.amount_limit')
        .map(({ value, source }) => [value.hours ?? value.limit_paise, source.key])
    }
    expect(await cited('2026-04-20')).toEqual([
      [24, 'rbi-2020'],
      [1_500_000, 'rbi-2022'],
      [10_000_000, 'npci-oc-151a'],
    ])
    expect(await cited('2026-04-21')).toEqual([
      [24, 'rbi-2026'],
      [1_500_000, 'rbi-2026'],
      [10_000_000, 'rbi-2026'],
    ])
  },

  'Recurring mandates have purpose AZ since 25 July 2026': async ({ api, expect }) => {
    const purpose = async (day: string) => {
      const { data } = await api.ok('rules.list', { query: { at: day } })
      return data.filter(({ id }) => id === 'link.purpose').map(({ value }) => value.recurring)
    }
    expect(await purpose('2026-07-24')).toEqual(['14'])
    expect(await purpose('2026-07-25')).toEqual(['AZ'])
  },

  'Registration by collect is narrowed on 28 February 2026': async ({ api, expect }) => {
    const narrowed = async (at: string) => {
      const { data } = await api.ok('rules.list', { query: { at } })
      return data.some(({ id }) => id === 'registration.collect_category')
    }
    expect(await narrowed('2026-02-27')).toBe(false)
    expect(await narrowed('2026-02-28')).toBe(true)
  },

  'Rules are those of an Indian day: what is no day, or a moment of one, is refused': async ({
    api,
    expect,
  }) => {
    for (const at of ['2026-02-30', '2026-04-20T18:30:00.000Z', '20260420', 'today', ''])
      expect(await api.refused('rules.list', { query: { at } }), at).toMatchObject({
        code: 'invalid_request',
        errors: [{ in: 'query', pointer: '/at' }],
      })
  },

  'Every response code says whose it is and whether to ask again': async ({ api, expect }) => {
    const { data } = await api.ok('declineCodes.list')
    const row = (code: string) => data.find((one) => one.code === code)
    expect(row('Z9')).toMatchObject({ reason: 'insufficient_funds', advice: 'retry_later' })
    for (const code of ['01', 'RB', '96']) {
      expect(row(code)).toMatchObject({ outcome: 'unknown', reason: null, advice: null })
    }
  },
})

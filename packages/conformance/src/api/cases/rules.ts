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
    const idsAt = async (at: string) => {
      const { data } = await api.ok('rules.list', { query: { at } })
      return data.map(({ id }) => id)
    }
    for (const id of ['presentation.off_peak', 'presentation.attempt_limit']) {
      expect((await idsAt('2025-07-31')).includes(id)).toBe(false)
      expect((await idsAt('2025-08-01')).includes(id)).toBe(true)
    }
  },

  'Registration by collect is narrowed on 28 February 2026': async ({ api, expect }) => {
    const narrowed = async (at: string) => {
      const { data } = await api.ok('rules.list', { query: { at } })
      return data.some(({ id }) => id === 'registration.collect_category')
    }
    expect(await narrowed('2026-02-27')).toBe(false)
    expect(await narrowed('2026-02-28')).toBe(true)
  },

  'A day that does not exist has no rules': async ({ api, expect }) => {
    const { status, body } = await api.call('rules.list', { query: { at: '2026-02-30' } })
    expect(status).toBe(400)
    expect(body).toMatchObject({ errors: [{ in: 'query', pointer: '/at' }] })
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

import { describe, expect, test } from 'vitest'
import { formatIst, type Instant, isoDate } from '../calendar.ts'
import type { ProviderPolicy } from '../policy.ts'
import { checkRules } from './check-rules.ts'
import { noticeMoments } from './notice-moments.ts'
import { NOTICE_RULES } from './tables.ts'

const POLICY: ProviderPolicy = {
  notice_lead_min_hours: 24,
  notice_lead_max_hours: 48,
  notice_cut_off_minute: 23 * 60 + 50,
  attempts_max: 4,
  attempt_spacing_minutes: 60,
  pin_expiry_minutes: 30,
  instant_attempts_max: 1,
}

const moments = (policy: Partial<ProviderPolicy> = {}) => {
  const found = noticeMoments(isoDate('2030-01-16'), { ...POLICY, ...policy })
  return [found.earliest, found.preferred, found.latest].map(formatIst)
}

describe('the notice of a scheduled debit on 16 January', () => {
  test.each([
    ['with 24 to 48 hours', {}, '14 00:00', '14 12:00', '15 23:20'],
    ['without a cut-off', { notice_cut_off_minute: undefined }, '14 00:00', '14 12:00', '15 23:30'],
    [
      'with 36 to 72 hours',
      { notice_lead_min_hours: 36, notice_lead_max_hours: 72 },
      '13 00:00',
      '13 18:00',
      '15 11:30',
    ],
    ['with 24 hours sharp', { notice_lead_max_hours: 24 }, '15 00:00', '15 00:00', '15 23:20'],
    [
      'with less than the rail allows',
      { notice_lead_min_hours: 12 },
      '14 00:00',
      '14 12:00',
      '15 23:20',
    ],
  ])('%s', (_, policy, earliest, preferred, latest) => {
    expect(moments(policy as Partial<ProviderPolicy>)).toEqual(
      [earliest, preferred, latest].map((at) => `2030-01-${at}:00 IST`),
    )
  })

  test('is taken by the rules of notices at every one of its moments', () => {
    const { earliest, preferred, latest } = noticeMoments(isoDate('2030-01-16'), POLICY)
    const broken = (at: number) =>
      checkRules(
        NOTICE_RULES,
        {
          amount: 100_00,
          mandate: {
            amount: 100_00,
            amount_rule: 'max',
            min_amount: null,
            frequency: 'daily',
            debit_rule: null,
            start_date: isoDate('2030-01-01'),
            end_date: isoDate('2030-12-31'),
          },
          debit_date: isoDate('2030-01-16'),
          debit_at: null,
          cycle: { attempts: 0, succeeded: false },
          policy: POLICY,
        },
        at as Instant,
      ).map(({ rule }) => rule)
    for (const at of [earliest, preferred, latest - 1, latest]) expect(broken(at)).toEqual([])
    expect(broken(earliest - 1)).toEqual(['notice.lead_window'])
    expect(broken(latest + 30 * 60_000)).toEqual(['notice.cut_off'])
  })
})

import { describe, expect, test } from 'vitest'
import { INQUIRY_RULES, inquiryDelays } from './inquiry.ts'

const MINUTE = 60_000

test('the rail lets a bank be asked after 90 seconds, three times, within two hours', () => {
  expect(inquiryDelays({})).toEqual([90_000, 15 * MINUTE, 120 * MINUTE])
  expect(INQUIRY_RULES.map(({ value }) => value)).toEqual([
    { seconds: 90 },
    { inquiries: 3 },
    { minutes: 120 },
    { growth: 10 },
  ])
})

describe('a provider may be stricter, never laxer', () => {
  test.each([
    ['later', { inquiry_first_after_seconds: 300 }, [300_000, 50 * MINUTE, 120 * MINUTE]],
    ['sooner', { inquiry_first_after_seconds: 10 }, [90_000, 15 * MINUTE, 120 * MINUTE]],
    ['less often', { inquiries_max: 1 }, [90_000]],
    ['twice', { inquiries_max: 2 }, [90_000, 15 * MINUTE]],
    ['not at all', { inquiries_max: 0 }, []],
    ['more often', { inquiries_max: 9 }, [90_000, 15 * MINUTE, 120 * MINUTE]],
    ['within the hour', { inquiry_within_minutes: 60 }, [90_000, 15 * MINUTE, 60 * MINUTE]],
    ['within a quarter of one', { inquiry_within_minutes: 15 }, [90_000, 15 * MINUTE]],
    ['within a minute: too soon for any', { inquiry_within_minutes: 1 }, []],
    ['for longer', { inquiry_within_minutes: 600 }, [90_000, 15 * MINUTE, 120 * MINUTE]],
    ['first when time ends', { inquiry_first_after_seconds: 7200 }, [120 * MINUTE]],
  ])('%s', (_, policy, delays) => expect(inquiryDelays(policy)).toEqual(delays))
})

import type { Instant } from '@upi-autopay/rail'
import { expect, test } from 'vitest'
import { DAY, MONDAY_8 } from '../mandate/decider-specification.ts'
import { type MerchantClock, merchantNow } from './account.ts'

const SYSTEM = (MONDAY_8 + DAY) as Instant

test.each<[string, Pick<MerchantClock, 'mode' | 'offset_ms' | 'frozen_at'>, number]>([
  ['runs with the system', { mode: 'running', offset_ms: 0, frozen_at: null }, SYSTEM],
  ['runs ahead of it', { mode: 'running', offset_ms: DAY, frozen_at: null }, SYSTEM + DAY],
  [
    'runs on, though it stood before',
    { mode: 'running', offset_ms: 0, frozen_at: MONDAY_8 },
    SYSTEM,
  ],
  ['stands still, ahead or not', { mode: 'frozen', offset_ms: DAY, frozen_at: MONDAY_8 }, MONDAY_8],
  [
    'runs until it is told where to stand',
    { mode: 'frozen', offset_ms: DAY, frozen_at: null },
    SYSTEM + DAY,
  ],
])('a merchant’s clock %s', (_, clock, now) => {
  expect(merchantNow({ ...clock, start_at: null }, SYSTEM)).toBe(now)
})

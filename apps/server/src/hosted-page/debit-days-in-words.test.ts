import type { DebitRule, Frequency } from '@upi-autopay/rail'
import { expect, test } from 'vitest'
import { debitDaysInWords } from './debit-days-in-words.ts'

test.each<[Frequency, DebitRule | null, string]>([
  ['daily', null, ''],
  ['as_presented', null, ''],
  ['weekly', { type: 'on', day: 1 }, 'on Monday'],
  ['weekly', { type: 'before', day: 7 }, 'on or before Sunday'],
  ['fortnightly', { type: 'after', day: 2 }, 'on or after the 2nd day of each half of the month'],
  [
    'fortnightly',
    { type: 'on', day: 16 },
    'on the 16th day of each half of the month, or its last day',
  ],
  ['monthly', { type: 'on', day: 1 }, 'on the 1st'],
  ['monthly', { type: 'on', day: 3 }, 'on the 3rd'],
  ['monthly', { type: 'before', day: 11 }, 'on or before the 11th'],
  ['monthly', { type: 'on', day: 22 }, 'on the 22nd'],
  ['monthly', { type: 'on', day: 28 }, 'on the 28th'],
  ['monthly', { type: 'on', day: 31 }, 'on the 31st, or the last day of a shorter month'],
  ['quarterly', { type: 'on', day: 5 }, 'on the 5th of the first month of each period'],
])('a %s mandate with the rule %j is debited "%s"', (frequency, rule, words) => {
  expect(debitDaysInWords(frequency, rule)).toBe(words)
})

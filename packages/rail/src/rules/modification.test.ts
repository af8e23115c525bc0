import { describe, expect, test } from 'vitest'
import { isoDate } from '../calendar.ts'
import { checkRules } from './check-rules.ts'
import { ist, PLAIN_POLICY, PLAIN_TERMS } from './fixtures/plain.ts'
import {
  ANNOUNCED_DEBIT_RULES,
  MODIFICATION_RULES,
  type ModificationFacts,
  modifiedTerms,
  OPEN_MODIFICATION_RULES,
} from './modification.ts'

const NOW = ist('2026-11-22T10:00:00')
const FACTS: ModificationFacts = {
  mandate: {
    ...PLAIN_TERMS,
    min_amount: 10_000,
    start_date: isoDate('2026-01-01'),
    end_date: isoDate('2027-11-22'),
  },
  amount: null,
  end_date: null,
  expires_in_ms: null,
  policy: PLAIN_POLICY,
}

function found(change: Partial<ModificationFacts>, now = NOW) {
  return checkRules(MODIFICATION_RULES, { ...FACTS, ...change }, now)
}

const codes = (change: Partial<ModificationFacts>, now = NOW) =>
  found(change, now).map(({ code }) => code)

describe('a modification changes the amount, the end date or both', () => {
  test.each<[string, Partial<ModificationFacts>, string[]]>([
    ['nothing named', {}, ['modification_empty']],
    ['the amount it has', { amount: 50_000 }, ['modification_empty']],
    ['the end date it has', { end_date: isoDate('2027-11-22') }, ['modification_empty']],
    [
      'both as they are',
      { amount: 50_000, end_date: isoDate('2027-11-22') },
      ['modification_empty'],
    ],
    ['one paisa more', { amount: 50_001 }, []],
    ['one paisa less', { amount: 49_999 }, []],
    ['a day more', { end_date: isoDate('2027-11-23') }, []],
    ['the amount it has and a day less', { amount: 50_000, end_date: isoDate('2027-11-21') }, []],
    [
      'another amount and the end date it has',
      { amount: 60_000, end_date: isoDate('2027-11-22') },
      [],
    ],
  ])('%s', (_, change, expected) => expect(codes(change)).toEqual(expected))
})

test('a modification that changes nothing says what stands', () => {
  expect(found({ amount: 50_000 })).toMatchObject([
    {
      rule: 'modification.changes',
      pointer: '',
      message: 'The mandate has amount 50000 paise and end_date 2027-11-22 already.',
    },
  ])
})

describe('the new amount keeps the rules of a mandate', () => {
  const free = { ...FACTS.mandate, min_amount: null }
  test.each<[string, Partial<ModificationFacts>, string[]]>([
    ['one rupee', { mandate: free, amount: 100 }, []],
    ['99 paise', { mandate: free, amount: 99 }, ['amount_below_minimum']],
    ['the lower bound', { amount: 10_000 }, []],
    ['one paisa below the lower bound', { amount: 9_999 }, ['min_amount_invalid']],
    ['any amount of a provider without a cap', { amount: 90_000_000 }, []],
    ['the cap', { amount: 60_000, policy: { ...PLAIN_POLICY, amount_max_paise: 60_000 } }, []],
    [
      'one paisa above the cap',
      { amount: 60_001, policy: { ...PLAIN_POLICY, amount_max_paise: 60_000 } },
      ['amount_above_maximum'],
    ],
  ])('%s', (_, change, expected) => expect(codes(change)).toEqual(expected))

  test('an amount below the lower bound is told of the amount, which alone was sent', () => {
    expect(found({ amount: 9_999 })).toMatchObject([
      { rule: 'amount.min_amount', pointer: '/amount' },
    ])
  })
})

describe('the new end date', () => {
  test.each<[string, string, string[]]>([
    ['today', '2026-11-22', []],
    ['yesterday', '2026-11-21', ['end_date_in_past']],
    ['30 years after the start', '2056-01-01', []],
    ['a day more', '2056-01-02', ['validity_invalid']],
  ])('%s', (_, end, expected) => expect(codes({ end_date: isoDate(end) })).toEqual(expected))

  test('is not before the start, nor in the past', () => {
    const mandate = { ...FACTS.mandate, start_date: isoDate('2026-12-01') }
    expect(codes({ mandate, end_date: isoDate('2026-12-01') })).toEqual([])
    expect(codes({ mandate, end_date: isoDate('2026-11-30') })).toEqual(['validity_invalid'])
    expect(codes({ mandate, end_date: isoDate('2026-11-21') })).toEqual([
      'end_date_in_past',
      'validity_invalid',
    ])
  })

  test('follows the Indian day', () => {
    const end_date = isoDate('2026-11-22')
    expect(codes({ end_date }, ist('2026-11-22T23:59:59.999'))).toEqual([])
    expect(codes({ end_date }, ist('2026-11-23T00:00:00'))).toEqual(['end_date_in_past'])
  })

  test('names the field and today', () => {
    expect(found({ end_date: isoDate('2026-11-21') })).toMatchObject([
      { pointer: '/end_date', limit: { earliest: '2026-11-22' } },
    ])
  })

  test('a mandate that ends today may still get another amount', () => {
    const mandate = { ...FACTS.mandate, end_date: isoDate('2026-11-22') }
    expect(codes({ mandate, amount: 60_000 })).toEqual([])
  })
})

test('the terms as they would be keep all else', () => {
  expect(modifiedTerms({ ...FACTS, amount: 60_000 })).toEqual({ ...FACTS.mandate, amount: 60_000 })
  const end_date = isoDate('2028-01-01')
  expect(modifiedTerms({ ...FACTS, end_date })).toEqual({ ...FACTS.mandate, end_date })
})

describe('a payer is given between one minute and 30 days to approve a modification', () => {
  const DAY_MS = 86_400_000
  test.each<[string, number | null, string[]]>([
    ['nothing named', null, []],
    ['a millisecond less than a minute', 59_999, ['modification_expiry_invalid']],
    ['a minute', 60_000, []],
    ['30 days', 30 * DAY_MS, []],
    ['a millisecond more than 30 days', 30 * DAY_MS + 1, ['modification_expiry_invalid']],
  ])('%s', (_what, expires_in_ms, expected) => {
    expect(codes({ amount: 60_000, expires_in_ms })).toEqual(expected)
  })
})

describe('a mandate has one modification that waits', () => {
  const open = (one: { id: string } | null) =>
    checkRules(OPEN_MODIFICATION_RULES, { open: one, policy: PLAIN_POLICY }, NOW)

  test('none is open', () => {
    expect(open(null)).toEqual([])
  })

  test('one is open', () => {
    expect(open({ id: 'mod_1' })).toMatchObject([
      { rule: 'modification.one_open', code: 'modification_open', limit: { open: 1 } },
    ])
  })
})

describe('what was announced keeps to the new terms', () => {
  const broken = (amount: number, debit_date: string, terms = {}) =>
    checkRules(
      ANNOUNCED_DEBIT_RULES,
      {
        amount,
        debit_date: isoDate(debit_date),
        mandate: { ...FACTS.mandate, ...terms },
        policy: PLAIN_POLICY,
      },
      NOW,
    ).map(({ rule }) => rule)

  test.each<[string, number, string, object, string[]]>([
    ['the new amount', 50_000, '2026-12-01', {}, []],
    ['a paisa more', 50_001, '2026-12-01', {}, ['amount.mandate_rule']],
    [
      'a paisa less than exact',
      49_999,
      '2026-12-01',
      { amount_rule: 'exact' },
      ['amount.mandate_rule'],
    ],
    ['the new last day', 50_000, '2027-11-22', {}, []],
    ['the day after it', 50_000, '2027-11-23', {}, ['mandate.debit_in_validity']],
  ])('%s', (_what, amount, day, terms, expected) => {
    expect(broken(amount, day, terms)).toEqual(expected)
  })
})

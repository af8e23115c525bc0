import { type AttemptFacts, type Instant, isoDate, startOfIstDay } from '@upi-autopay/rail'
import { describe, expect, test } from 'vitest'
import { DAY, declined, HOUR, POLICY } from '../decider-specification.ts'
import { followUp } from '../follow-up-specification.ts'
import { termsOf } from '../mandate.ts'
import { atTheBank, debit, scheduled, TUESDAY_8, tell, Z9 } from './attempt-specification.ts'
import { attemptFacts } from './facts.ts'
import { fitsTerms } from './fits-terms.ts'
import { nextChance } from './next-chance.ts'

/** A debit notified for Tuesday, as it stands on that day at eight, but for what is said. */
function chance(but: Partial<AttemptFacts> = {}) {
  const stream = scheduled().wait(DAY)
  const state = stream.state()
  const one = debit(stream)
  const judged = { ...attemptFacts(state, one, stream.facts()), ...but }
  return nextChance(state, one.cycle_key, judged, stream.at)
}

describe('the next chance of a debit', () => {
  test('is now where nothing stands in its way', () => {
    expect(chance()).toEqual({ at: TUESDAY_8, reason: null })
  })

  test.each([
    [0, 'now'],
    [3, 'now'],
    [4, 'never'],
    [5, 'never'],
  ])('after %i of the four attempts of its cycle is %s', (attempts, when) => {
    const next = chance({ cycle: { attempts, succeeded: false } })
    expect(next).toEqual(when === 'now' ? { at: TUESDAY_8, reason: null } : null)
  })

  test('is none in a cycle that is paid', () => {
    expect(chance({ cycle: { attempts: 1, succeeded: true } })).toBeNull()
  })

  test('is none where the mandate has come to end before the day that was notified', () => {
    const { mandate } = scheduled().state()
    const notice = {
      delivered_at: (TUESDAY_8 - DAY) as Instant,
      on_its_way: false,
      debit_date: isoDate('2030-01-09'),
      debit_at: null,
    }
    const ends = (day: string) => ({ ...termsOf(mandate), end_date: isoDate(day) })
    expect(chance({ notice, mandate: ends('2030-01-08') })).toBeNull()
    expect(chance({ notice, mandate: ends('2030-01-09') })).toEqual({
      at: startOfIstDay(isoDate('2030-01-09')),
      reason: 'debit_date',
    })
  })
})

describe('a provider that changes how often it lets a debit be tried', () => {
  test('gives no further attempt to one that has spent what it was promised', () => {
    const policy = { attempts_max: 1 }
    const stream = atTheBank({ policy, debit: { retry: 'auto' } })
    stream.policy = { ...stream.policy, attempts_max: 4 }
    expect(followUp(stream, () => stream.when(tell(1, declined('Z9')))).said).toEqual([
      ['presentation.failed', { decline: Z9 }],
    ])
    expect(debit(stream).attempts_left).toBe(0)
  })

  test('ends one whose retry is planned and would be one too many', () => {
    const policy = { attempts_max: 4 }
    const stream = atTheBank({ policy, debit: { retry: 'auto' } }).given(tell(1, declined('Z9')))
    stream.policy = { ...stream.policy, attempts_max: 1 }
    expect(followUp(stream, () => stream.fire('present:prs_1')).said).toEqual([
      ['presentation.failed', { decline: Z9 }],
    ])
    expect(stream.at).toBe(TUESDAY_8 + HOUR)
  })
})

describe('a debit without notice', () => {
  const mandate = {
    ...termsOf(scheduled().state().mandate),
    start_date: isoDate('2030-01-10'),
    end_date: isoDate('2030-01-12'),
  }

  test.each([
    ['before the mandate begins, as part of its first day', '2030-01-08', true],
    ['on its first day', '2030-01-10', true],
    ['on its last day', '2030-01-12', true],
    ['not on the day after', '2030-01-13', false],
  ])('fits the terms %s', (_when, day, fits) => {
    const now = startOfIstDay(isoDate(day))
    const asked = { amount: 100_00, debit_date: null }
    expect(fitsTerms(asked, mandate, { now, policy: POLICY })).toBe(fits)
  })
})

import { describe, expect, test } from 'vitest'
import { addDays, type IsoDate, isoDate, weekday } from './calendar.ts'
import { allowsDebitOn, cycleOf, debitDays, nextCycle } from './cycles.ts'
import {
  type Span,
  type WalkedDay,
  walkCycles,
  walkDays,
  walkDebitDays,
} from './fixtures/day-walker.ts'
import type { Recurrence } from './mandate-terms.ts'
import { DEBIT_RULE_TYPES, type DebitRule, FREQUENCIES, type Frequency } from './vocabulary.ts'

// Each mandate runs for ten years from its start day, and every day of 2032, a leap year, is one: 29 February, the ends
// of long and short months, and those of the year. What is walked is compared place by place, and asserted where it
// differs: these are some twenty million debit windows.

const DAYS = walkDays(17)
/** The places of the start days: a year of them that holds 29 February 2032. */
const FIRST = placeOf('2031-12-31')
const STARTS = Array.from({ length: 367 }, (_, index) => FIRST + index)
const TEN_YEARS = 3652

const CALENDAR = FREQUENCIES.filter(
  (frequency) => frequency !== 'as_presented' && frequency !== 'one_time',
)
const RULED = CALENDAR.filter((frequency) => frequency !== 'daily')

test('the walked calendar and the real one name the same days', () => {
  let date = isoDate('2028-01-01')
  for (const walked of DAYS) {
    expect([date, weekday(date)]).toEqual([walked.text, walked.weekday])
    date = addDays(date, 1)
  }
})

describe('ten years of cycles from every start day', () => {
  test.each(CALENDAR)('%s', (frequency) => {
    for (const start of STARTS) {
      const mandate = mandateOf(frequency, null, start)
      let cycle = cycleOf(mandate.terms, mandate.terms.start_date)
      for (const span of mandate.cycles) {
        if (!sameDays(cycle, span)) differ(mandate, span, cycle)
        if (cycle?.key !== cycle?.from) differ(mandate, span, cycle)
        cycle = cycle && nextCycle(mandate.terms, cycle)
      }
      if (cycle !== null) differ(mandate, null, cycle)
    }
  })

  test('one_time: one cycle, which is the validity', () => {
    for (const start of STARTS) {
      const { terms } = mandateOf('one_time', null, start)
      const cycle = cycleOf(terms, terms.start_date)
      expect(cycle).toEqual({
        key: terms.start_date,
        from: terms.start_date,
        until: terms.end_date,
      })
      expect(cycle && nextCycle(terms, cycle)).toBeNull()
    }
  })

  test('as_presented: none', () => {
    for (const start of STARTS) {
      const { terms } = mandateOf('as_presented', null, start)
      expect(cycleOf(terms, terms.start_date)).toBeNull()
    }
  })
})

describe('ten years of debit days', () => {
  test.each(RULED)('%s: every rule, from every start day', (frequency) => {
    for (const type of DEBIT_RULE_TYPES)
      for (let day = 1; day <= lastDay(frequency); day++)
        for (const start of STARTS) walk(frequency, { type, day }, start)
  })

  test.each(CALENDAR)('%s: without a rule, every day of the validity', (frequency) => {
    for (const start of STARTS) walk(frequency, null, start)
  })
})

describe('each day of ten years', () => {
  test.each(CALENDAR)('%s: belongs to the walked cycle, and is a debit day or not', (frequency) => {
    const rule = frequency === 'daily' ? null : ({ type: 'before', day: 3 } as const)
    for (const start of [placeOf('2032-02-29'), placeOf('2032-08-31')]) {
      const mandate = mandateOf(frequency, rule, start)
      const { terms, validity, cycles } = mandate
      const first = cycles[0] as Span
      let turn = 0
      for (let place = first.from; place <= validity.until + 40; place++) {
        while (turn < cycles.length - 1 && place > (cycles[turn] as Span).until) turn++
        const span = cycles[turn] as Span
        const date = at(place).text as IsoDate
        if (place <= span.until && !sameDays(cycleOf(terms, date), span))
          differ(mandate, span, date)
        const days = walkDebitDays(DAYS, terms, span, validity)
        const allowed = days !== null && place >= days.from && place <= days.until
        if (allowsDebitOn(terms, date) !== allowed) differ(mandate, days, date)
      }
    }
  })
})

interface Mandate {
  readonly terms: Recurrence
  readonly validity: Span
  readonly cycles: readonly Span[]
}

const WALKED = new Map<string, readonly Span[]>()

/** A mandate of ten years, its cycles walked once for each frequency and start. */
function mandateOf(frequency: Frequency, debit_rule: DebitRule | null, start: number): Mandate {
  const validity = { from: start, until: start + TEN_YEARS }
  const key = `${frequency} ${start}`
  const cycles = WALKED.get(key) ?? walkCycles(DAYS, frequency, validity) ?? []
  WALKED.set(key, cycles)
  const terms = {
    frequency,
    debit_rule,
    start_date: at(start).text as IsoDate,
    end_date: at(validity.until).text as IsoDate,
  }
  return { terms, validity, cycles }
}

function walk(frequency: Frequency, rule: DebitRule | null, start: number): void {
  const mandate = mandateOf(frequency, rule, start)
  for (const span of mandate.cycles) {
    const cycle = {
      key: at(span.from).text,
      from: at(span.from).text as IsoDate,
      until: at(span.until).text as IsoDate,
    }
    const found = debitDays(mandate.terms, cycle)
    const expected = walkDebitDays(DAYS, mandate.terms, span, mandate.validity)
    if (expected === null ? found !== null : !sameDays(found, expected))
      differ(mandate, expected, found)
  }
}

function sameDays(found: { from: IsoDate; until: IsoDate } | null, { from, until }: Span): boolean {
  return found?.from === at(from).text && found.until === at(until).text
}

/** Fails with what was walked and what was found: asserting each of millions would cost more than walking them. */
function differ({ terms }: Mandate, walked: Span | null, found: unknown): never {
  const days = walked && { from: at(walked.from).text, until: at(walked.until).text }
  expect({ terms, found }).toEqual({ terms, found: days })
  throw new Error(`${JSON.stringify(terms)} differs`)
}

function lastDay(frequency: Frequency): number {
  return frequency === 'weekly' ? 7 : frequency === 'fortnightly' ? 16 : 31
}

function at(place: number): WalkedDay {
  const day = DAYS[place]
  if (day === undefined) throw new RangeError(`no day at ${place}`)
  return day
}

function placeOf(text: string): number {
  return DAYS.findIndex((day) => day.text === text)
}

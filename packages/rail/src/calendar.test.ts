import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  daysBetween,
  daysInMonth,
  endOfIstDay,
  formatIst,
  formatRfc3339,
  isoDate,
  istDate,
  minuteOfIstDay,
  parseIsoDate,
  startOfIstDay,
  toInstant,
  weekday,
} from './calendar.ts'

describe('days are read only if they exist', () => {
  test.each(['2028-02-29', '2000-02-29', '2026-01-31', '2026-12-31', '1900-01-01', '2999-12-31'])(
    '%s exists',
    (text) => expect(parseIsoDate(text)).toBe(text),
  )

  test.each([
    '2026-02-29',
    '2100-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-00-10',
    '2026-13-01',
    '2026-11-00',
    '2026-11-32',
    '2026-1-1',
    '26-11-22',
    '22-11-2026',
    '20261122',
    '2026-11-22T00:00:00Z',
    ' 2026-11-22',
    'x2026-11-22',
    '12026-11-22',
    '0026-11-22',
    '3000-01-01',
    '',
  ])('"%s" does not', (text) => expect(parseIsoDate(text)).toBeNull())

  test('a wrong day in our own source is a bug', () => {
    expect(() => isoDate('2026-02-30')).toThrow('2026-02-30')
  })
})

describe('the Indian day turns at 18:30 UTC', () => {
  const midnight = toInstant(Date.parse('2026-11-21T18:30:00.000Z'))

  test('the last millisecond belongs to the day before', () => {
    expect(istDate(toInstant(midnight - 1))).toBe('2026-11-21')
    expect(istDate(midnight)).toBe('2026-11-22')
  })

  test('a day starts at its midnight and ends, exclusive, at the next', () => {
    expect(startOfIstDay(isoDate('2026-11-22'))).toBe(midnight)
    expect(endOfIstDay(isoDate('2026-11-21'))).toBe(midnight)
  })

  test('minutes count from 0 to 1439', () => {
    expect(minuteOfIstDay(midnight)).toBe(0)
    expect(minuteOfIstDay(toInstant(midnight - 1))).toBe(1439)
    expect(minuteOfIstDay(toInstant(midnight + 600 * 60_000 - 1))).toBe(599)
  })

  test('moments are written for machines in UTC and for people in Indian time', () => {
    expect(formatRfc3339(toInstant(midnight - 1))).toBe('2026-11-21T18:29:59.999Z')
    expect(formatIst(toInstant(midnight - 1))).toBe('2026-11-21 23:59:59 IST')
    expect(formatIst(midnight)).toBe('2026-11-22 00:00:00 IST')
  })

  test('moments before 1970 are no different', () => {
    expect(istDate(toInstant(-1))).toBe('1970-01-01')
    expect(weekday(isoDate('1969-12-28'))).toBe(7)
  })

  test('a fraction of a millisecond is a bug', () => {
    expect(() => toInstant(0.5)).toThrow(RangeError)
  })
})

describe('days and months are counted', () => {
  test.each([
    ['2027-12-31', 1, '2028-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2028-03-01', -1, '2028-02-29'],
    ['2026-11-22', 0, '2026-11-22'],
  ])('%s plus %i days is %s', (from, days, to) => {
    expect(addDays(isoDate(from), days)).toBe(to)
    expect(daysBetween(isoDate(from), isoDate(to))).toBe(days)
  })

  test.each([
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2028-02-29', 360, '2058-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('%s plus %i months is %s', (from, months, to) => {
    expect(addMonths(isoDate(from), months)).toBe(to)
  })

  test.each([
    ['2028-02-10', 29],
    ['2026-02-10', 28],
    ['2026-04-30', 30],
    ['2026-12-01', 31],
  ])('the month of %s has %i days', (date, days) => {
    expect(daysInMonth(isoDate(date))).toBe(days)
  })

  test('2026-11-22 is a Sunday and the day after a Monday', () => {
    expect(weekday(isoDate('2026-11-22'))).toBe(7)
    expect(weekday(isoDate('2026-11-23'))).toBe(1)
  })
})

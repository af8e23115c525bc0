import { describe, expect, test } from 'vitest'
import { formatIst, isoDate, toInstant } from './calendar.ts'
import { type SettlementPolicy, settleAt } from './settle-at.ts'
import type { SettlementSpeed } from './vocabulary.ts'

describe('T+0 goes with the next quarter of an hour', () => {
  test.each([
    ['08:00:00.000', '08:15:00'],
    ['08:14:59.999', '08:15:00'],
    ['08:15:00.000', '08:30:00'],
    ['23:59:59.999', '24:00:00'],
  ])('what moved at %s at %s', (moved, run) => {
    const expected = run === '24:00:00' ? '2030-01-08 00:00:00 IST' : `2030-01-07 ${run} IST`
    expect(settled('t0', `2030-01-07T${moved}`)).toBe(expected)
  })

  test('on a Sunday as well: transfers of the same day need no bank that is open', () => {
    expect(settled('t0', '2030-01-13T10:01:00.000')).toBe('2030-01-13 10:15:00 IST')
  })

  test('or whenever the provider runs', () => {
    expect(settled('t0', '2030-01-07T08:00:00.000', { settlement_t0_minutes: 60 })).toBe(
      '2030-01-07 09:00:00 IST',
    )
  })
})

describe('T+1 goes at ten on the next bank business day', () => {
  test.each([
    ['a Monday', '2030-01-07T08:00:00.000', '2030-01-08'],
    ['a Monday before ten', '2030-01-07T00:00:00.000', '2030-01-08'],
    ['the last moment of a Monday', '2030-01-07T23:59:59.999', '2030-01-08'],
    ['the Friday before a second Saturday', '2030-01-11T12:00:00.000', '2030-01-14'],
    ['the Friday before a third Saturday', '2030-01-18T12:00:00.000', '2030-01-19'],
    ['a Saturday', '2030-01-19T12:00:00.000', '2030-01-21'],
    ['the Friday before 26 January, the fourth Saturday', '2030-01-25T12:00:00.000', '2030-01-28'],
    ['the day before 15 August', '2030-08-14T12:00:00.000', '2030-08-16'],
    ['the day before the yearly closing of accounts', '2030-03-31T12:00:00.000', '2030-04-02'],
  ])('what moved on %s', (_, moved, day) => {
    expect(settled('t1', moved)).toBe(`${day} 10:00:00 IST`)
  })

  test('passing over the holidays of the merchant’s region', () => {
    const holidays = { 2030: [isoDate('2030-01-08'), isoDate('2030-01-09')] }
    expect(settled('t1', '2030-01-07T08:00:00.000', { holidays })).toBe('2030-01-10 10:00:00 IST')
  })
})

function settled(speed: SettlementSpeed, indian: string, policy: SettlementPolicy = {}): string {
  const at = toInstant(Date.parse(`${indian}+05:30`))
  return formatIst(settleAt({ at, speed }, policy))
}

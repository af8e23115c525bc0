import { describe, expect, test } from 'vitest'
import { formatIst, toInstant } from './calendar.ts'
import { isOffPeak, nextOffPeak, nextWindowStart } from './windows.ts'

const ist = (local: string) => toInstant(Date.parse(`${local}+05:30`))

describe('debits start outside 10:00-13:00 and 17:00-21:30 Indian time', () => {
  test.each([
    ['00:00:00.000', true, '2026-11-23 00:00:00', '2026-11-23 13:00:00'],
    ['09:59:59.999', true, '2026-11-23 09:59:59', '2026-11-23 13:00:00'],
    ['10:00:00.000', false, '2026-11-23 13:00:00', '2026-11-23 13:00:00'],
    ['12:59:59.999', false, '2026-11-23 13:00:00', '2026-11-23 13:00:00'],
    ['13:00:00.000', true, '2026-11-23 13:00:00', '2026-11-23 21:30:00'],
    ['16:59:59.999', true, '2026-11-23 16:59:59', '2026-11-23 21:30:00'],
    ['17:00:00.000', false, '2026-11-23 21:30:00', '2026-11-23 21:30:00'],
    ['21:29:59.999', false, '2026-11-23 21:30:00', '2026-11-23 21:30:00'],
    ['21:30:00.000', true, '2026-11-23 21:30:00', '2026-11-24 00:00:00'],
    ['23:59:59.999', true, '2026-11-23 23:59:59', '2026-11-24 00:00:00'],
  ])('at %s: off-peak %s, next moment %s, next window %s', (clock, offPeak, next, start) => {
    const at = ist(`2026-11-23T${clock}`)
    expect(isOffPeak(at)).toBe(offPeak)
    expect(formatIst(nextOffPeak(at))).toBe(`${next} IST`)
    expect(formatIst(nextWindowStart(at))).toBe(`${start} IST`)
    if (offPeak) expect(nextOffPeak(at)).toBe(at)
  })

  test('the rule begins with 1 August 2025; the day before nothing is peak', () => {
    expect(isOffPeak(ist('2025-07-31T11:00:00'))).toBe(true)
    expect(isOffPeak(ist('2025-08-01T11:00:00'))).toBe(false)
    expect(formatIst(nextWindowStart(ist('2025-08-01T11:00:00')))).toBe('2025-08-01 13:00:00 IST')
    expect(formatIst(nextWindowStart(ist('2025-07-31T11:00:00')))).toBe('2025-08-01 00:00:00 IST')
  })
})

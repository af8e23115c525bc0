import { expect, test } from 'vitest'
import { formatDecimalRupees, formatRupees, rupees, toPaise } from './money.ts'

test.each([
  [0, '0.00', '₹0.00'],
  [5, '0.05', '₹0.05'],
  [99_900, '999.00', '₹999.00'],
  [100_000, '1000.00', '₹1,000.00'],
  [1_500_001, '15000.01', '₹15,000.01'],
  [10_000_000, '100000.00', '₹1,00,000.00'],
  [123_456_789_012, '1234567890.12', '₹1,23,45,67,890.12'],
  [-150, '-1.50', '-₹1.50'],
])('%i paise are %s on wires and %s for people', (amount, decimal, people) => {
  expect(formatDecimalRupees(amount)).toBe(decimal)
  expect(formatRupees(amount)).toBe(people)
})

test('a fraction of a paisa is a bug', () => {
  expect(() => toPaise(0.5)).toThrow(RangeError)
  expect(rupees(15)).toBe(1500)
})

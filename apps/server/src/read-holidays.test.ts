import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readHolidays } from './read-holidays.ts'

const folder = mkdtempSync(join(tmpdir(), 'holidays-'))

afterAll(() => rmSync(folder, { recursive: true }))

test('days are read by year', () => {
  const table = { 2027: ['2027-03-22', '2027-11-08'] }
  expect(readHolidays(written(JSON.stringify(table)))).toEqual(table)
})

test('without a file there are none', () => {
  expect(readHolidays(null)).toEqual({})
})

test.each([
  ['what is no JSON', '{', 'is not JSON'],
  [
    'a day that does not exist',
    '{"2027":["2027-02-30"]}',
    'has 2027-02-30 under 2027, which is no day of that year',
  ],
  ['a day of another year', '{"2027":["2028-03-01"]}', 'has 2028-03-01 under 2027'],
  ['a year that is none', '{"next":["2027-03-01"]}', 'has 2027-03-01 under next'],
  ['a list', '[]', 'does not have lists of days by year'],
])('%s keeps the server from starting, with a word on what it should be', (_, text, says) => {
  expect(() => readHolidays(written(text))).toThrow(says)
})

test('a file that is not there keeps the server from starting', () => {
  expect(() => readHolidays(join(folder, 'missing.json'))).toThrow('cannot be read')
})

function written(text: string): string {
  const file = join(folder, 'holidays.json')
  writeFileSync(file, text)
  return file
}

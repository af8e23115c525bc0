import { expect, test } from 'vitest'
import { parseCsvRecord } from './parse-csv-record.ts'

test.each([
  ['a,b', ['a', 'b']],
  ['', ['']],
  [',', ['', '']],
  ['a,"b ""c"", d",', ['a', 'b "c", d', '']],
  ['"",""', ['', '']],
  ['"two\nlines"', ['two\nlines']],
  ['""""', ['"']],
  [' a , b ', [' a ', ' b ']],
])('%j has the fields %j', (text, fields) => {
  expect(parseCsvRecord(text)).toEqual(fields)
})

test.each(['5" pipe', '"a"b', '"a', 'a,"b" ,c', '"a""'])('%j is no record', (text) => {
  expect(parseCsvRecord(text)).toBe(null)
})

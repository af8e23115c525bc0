import { describe, expect, test } from 'vitest'
import { type RawRecord, splitRecords } from './split-records.ts'
import { bytesOf, collect, inPieces, textOf } from './upload-specification.ts'

/** Records as `line text`, or `line fault`, of a text that arrives in pieces of a size. */
async function split(
  text: string,
  { size = 7, quotes = true, limit = 40 }: { size?: number; quotes?: boolean; limit?: number } = {},
): Promise<string[]> {
  const records = await collect(splitRecords(inPieces(bytesOf(text), size), { quotes, limit }))
  return records.map(said)
}

function said({ line, bytes, fault }: RawRecord): string {
  return `${line} ${fault ?? textOf(bytes)}`
}

describe('records are found wherever the pieces of the upload end', () => {
  const text = 'a,b\r\n"पुणे, ""x""",2\n\n"two\nlines",3\r\nlast'
  const records = ['1 a,b', '2 "पुणे, ""x""",2', '3 ', '4 "two\nlines",3', '6 last']

  test.each([1, 2, 3, 5, 8, 1000])('in pieces of %i bytes', async (size) => {
    expect(await split(text, { size })).toEqual(records)
  })

  test('a line end at the very end begins no record', async () => {
    expect(await split('a\nb\n')).toEqual(['1 a', '2 b'])
    expect(await split('')).toEqual([])
  })

  test('quotes mean nothing where they do not count', async () => {
    expect(await split('"a\nb"', { quotes: false })).toEqual(['1 "a', '2 b"'])
  })
})

describe('a slip takes no line after it along', () => {
  test.each([1, 4, 1000])(
    'a line that is too long is left out, in pieces of %i bytes',
    async (size) => {
      const long = 'x'.repeat(41)
      const around = `a\n${'x'.repeat(40)}\n${long}\nb\n${long}`
      for (const quotes of [true, false])
        expect(await split(around, { size, quotes })).toEqual([
          '1 a',
          `2 ${'x'.repeat(40)}`,
          '3 too_long',
          '4 b',
          '5 too_long',
        ])
    },
  )

  test.each([1, 4, 1000])('a quote that is never closed, in pieces of %i bytes', async (size) => {
    expect(await split('a\n"open,1\nb\nc', { size })).toEqual(['1 a', '2 quote_open', '3 b', '4 c'])
  })

  test.each([1, 4, 1000])(
    'a quote that is closed too late, in pieces of %i bytes',
    async (size) => {
      const text = `"open,1\n${'b,2\n'.repeat(12)}c"\nd`
      const found = await split(text, { size })
      expect(found.slice(0, 3)).toEqual(['1 quote_open', '2 b,2', '3 b,2'])
      expect(found.slice(-2)).toEqual(['14 c"', '15 d'])
    },
  )

  test.each([1, 4, 1000])(
    'a quote that is not closed before a later line opens one, in pieces of %i bytes',
    async (size) => {
      const text = 'a\n1,"open\nb,""\n2,"fine"\r\n"x","y\n"z","y"\nc'
      expect(await split(text, { size })).toEqual([
        '1 a',
        '2 quote_open',
        '3 b,""',
        '4 2,"fine"',
        '5 quote_open',
        '6 "z","y"',
        '7 c',
      ])
    },
  )

  test.each([1, 4, 1000])(
    'of lines within quotes all belong, in pieces of %i bytes',
    async (size) => {
      const text = '"a\r\n""b""\n",1\r\n"c\n"\r\n"d\n"'
      const whole = ['1 "a\r\n""b""\n",1', '4 "c\n"', '6 "d\n"']
      expect(await split(text, { size })).toEqual(whole)
    },
  )

  test('a quote inside a field opens nothing', async () => {
    expect(await split('5" pipe,1\nb')).toEqual(['1 5" pipe,1', '2 b'])
  })
})

import { DECLINE_REASONS, EVENT_TYPES, REJECTIONS, RESPONSE_CODES, RULES } from '@upi-autopay/rail'
import { expect, test } from 'vitest'
import { emitCodes } from './codes.ts'
import { emitErrors } from './errors.ts'
import { emitLifecycles } from './lifecycles.ts'
import { emitRules } from './rules.ts'
import { emitVectors } from './vectors.ts'

/** Every line of a Markdown table has as many cells as its head. */
function expectWholeTables(text: string): void {
  for (const table of text.split('\n\n').filter((block) => block.startsWith('|'))) {
    const cells = table
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/(?<!\\)\|/).length)
    expect(new Set(cells).size).toBe(1)
  }
}

test('rules.md names every rule, and once more what is assumed and what providers alone tell', () => {
  const text = emitRules()
  expectWholeTables(text)
  for (const { id } of RULES) expect(text).toContain(`| \`${id}\` |`)
  const between = (from: string, until: string): string[] =>
    [...text.slice(text.indexOf(from), text.indexOf(until)).matchAll(/^- `(\S+)`/gm)].map(
      ([, id = '']) => id,
    )
  const assumed = RULES.filter(({ assumption }) => assumption)
  expect(between('## Assumptions', '## Told')).toEqual(assumed.map(({ id }) => id))
  const circulars = /^(rbi|npci)-/
  const told = RULES.filter(({ source, assumption }) => !assumption && !circulars.test(source))
  expect(between('## Told by providers', '## Sources')).toEqual(told.map(({ id }) => id))
})

test('lifecycles.md draws and lists every event', () => {
  const text = emitLifecycles()
  expectWholeTables(text)
  for (const type of EVENT_TYPES) {
    expect(text).toContain(`\`${type}\``)
    expect(text).toContain(`: ${type.slice(type.indexOf('.') + 1)}\n`)
  }
})

test('codes.md names every reason and every code', () => {
  const text = emitCodes()
  expectWholeTables(text)
  for (const { reason } of DECLINE_REASONS) expect(text).toContain(`| \`${reason}\` |`)
  for (const { code, title } of RESPONSE_CODES) expect(text).toContain(`| ${code} | ${title} |`)
})

test('errors.md gives every code an anchor', () => {
  const text = emitErrors(REJECTIONS)
  expectWholeTables(text)
  for (const { code } of REJECTIONS) expect(text).toContain(`<a id="${code}"></a>`)
})

test('the vectors are JSON, and each case says what goes in and what comes out', () => {
  const vectors = emitVectors()
  expect(Object.keys(vectors)).toEqual([
    'ist-dates.json',
    'windows.json',
    'cycles.json',
    'due-dates.json',
    'attempts.json',
    'pin.json',
    'refusals.json',
    'business-days.json',
    'codes.json',
  ])
  for (const { about, use, cases } of Object.values(vectors)) {
    expect(about).not.toBe('')
    expect(use).toMatch(/\.$/)
    for (const one of cases) expect(Object.keys(one)).toEqual(['input', 'expected'])
    expect(new Set(cases.map(({ input }) => JSON.stringify(input))).size).toBe(cases.length)
  }
  expect(JSON.parse(JSON.stringify(vectors))).toEqual(vectors)
  // Instants leave as text: a bare number of milliseconds would have thirteen digits.
  expect(JSON.stringify(vectors)).not.toMatch(/[:[,]\d{13}\b/)
})

import { describe, expect, test } from 'vitest'
import { isoDate } from '../calendar.ts'
import { REJECTIONS } from '../rejections.ts'
import { AFA_RULES } from './afa.ts'
import { RULES, rulesAt } from './rule-table.ts'
import { SCHEDULE_AMOUNT_RULES, SCHEDULE_RULES } from './schedule.ts'
import { SOURCES } from './sources.ts'
import { NOTICE_RULES, PRESENTATION_RULES, REGISTRATION_RULES } from './tables.ts'
import { TIMING_RULES } from './timing-rules.ts'

const PRECEDENCE: readonly string[] = REJECTIONS.map(({ code }) => code)

describe.each([
  ['registration', REGISTRATION_RULES],
  ['notice', NOTICE_RULES],
  ['presentation', PRESENTATION_RULES],
  ['schedule amounts', SCHEDULE_AMOUNT_RULES],
  ['schedules', SCHEDULE_RULES],
])('the table of %s', (_, table) => {
  test('refuses with codes of the catalogue, in its order of precedence', () => {
    const ranks = table.map(({ consequence }) => PRECEDENCE.indexOf(consequence))
    expect(ranks).not.toContain(-1)
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
  })
})

test('the tables of waits and of the PIN refuse nothing', () => {
  expect(new Set(TIMING_RULES.map(({ consequence }) => consequence))).toEqual(new Set(['defers']))
  expect(new Set(AFA_RULES.map(({ consequence }) => consequence))).toEqual(
    new Set(['requires_pin']),
  )
})

describe.each(RULES.map((row) => [`${row.id} from ${row.effective_from}`, row] as const))(
  '%s',
  (_, row) => {
    test('has a readable id, a sentence, and a source or says that it is an assumption', () => {
      expect(row.id).toMatch(/^[a-z_]+\.[a-z_]+$/)
      expect(row.title).toMatch(/\.$/)
      expect(SOURCES[row.source].title).not.toBe('')
      if (row.source === 'assumption') expect(row.assumption).toBe(true)
    })

    test('ends, if it ends, after it begins', () => {
      if (row.effective_until !== undefined)
        expect(row.effective_until > row.effective_from).toBe(true)
    })

    test('carries data only', () => {
      expect(JSON.parse(JSON.stringify(row))).toEqual(row)
    })
  },
)

test('every row stands once', () => {
  const keys = RULES.map(({ id, effective_from, title }) => `${id} ${effective_from} ${title}`)
  expect(new Set(keys).size).toBe(keys.length)
})

test('the rules of a day are those in force on it', () => {
  const ids = (date: string) => rulesAt(isoDate(date)).map(({ id }) => id)
  expect(ids('2020-06-30')).toEqual([])
  expect(ids('2025-07-31')).not.toContain('presentation.off_peak')
  expect(ids('2025-08-01')).toContain('presentation.off_peak')
  expect(ids('2026-02-27')).not.toContain('registration.collect_category')
  expect(ids('2026-02-28')).toContain('registration.collect_category')
  const limits = rulesAt(isoDate('2026-11-22')).filter(({ id }) => id === 'afa.amount_limit')
  expect(limits.map(({ value }) => value.limit_paise)).toEqual([1_500_000, 10_000_000])
})

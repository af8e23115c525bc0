import { expect, test } from 'vitest'
import { checkRules } from './check-rules.ts'
import { ist, PLAIN_POLICY } from './fixtures/plain.ts'
import { OPEN_DEBIT_RULES, OPEN_NOTICE_RULES } from './tables.ts'

const NONE = { open_notice: null, open_debit: null, policy: PLAIN_POLICY }
const NOW = ist('2026-11-24T08:00:00')
const open_notice = { id: 'pdn_1', status: 'delivered' }
const open_debit = { id: 'prs_1', status: 'declined' }

test('a cycle takes a notice while neither notice nor debit of it is open', () => {
  const codes = (change: object) =>
    checkRules(OPEN_NOTICE_RULES, { ...NONE, ...change }, NOW).map(({ code }) => code)
  expect(codes({})).toEqual([])
  expect(codes({ open_notice })).toEqual(['notification_open'])
  expect(codes({ open_debit })).toEqual(['presentation_open'])
  expect(codes({ open_notice, open_debit })).toEqual(['notification_open', 'presentation_open'])
  expect(checkRules(OPEN_NOTICE_RULES, { ...NONE, open_notice }, NOW)).toMatchObject([
    {
      rule: 'notice.one_open',
      pointer: '',
      limit: { open: 1 },
      message: 'Notification pdn_1 is delivered for the same cycle, which has 1 at a time.',
    },
  ])
})

test('a cycle takes a debit while none of it is open, whatever its notices', () => {
  const found = checkRules(OPEN_DEBIT_RULES, { ...NONE, open_notice, open_debit }, NOW)
  expect(found).toMatchObject([{ rule: 'presentation.one_open', pointer: '', limit: { open: 1 } }])
  expect(found[0]?.message).toContain('prs_1 is declined')
  expect(checkRules(OPEN_DEBIT_RULES, { ...NONE, open_notice }, NOW)).toEqual([])
})

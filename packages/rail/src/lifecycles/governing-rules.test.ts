import { describe, expect, test } from 'vitest'
import { DISPUTE_RULES } from '../rules/dispute.ts'
import { MODIFICATION_RULES, OPEN_MODIFICATION_RULES } from '../rules/modification.ts'
import { PAUSE_RULES } from '../rules/payer-action.ts'
import { PAYMENT_RULES } from '../rules/payment.ts'
import { REFUND_RULES } from '../rules/refund.ts'
import { RULES } from '../rules/rule-table.ts'
import { OPEN_SCHEDULE_RULES, SCHEDULE_AMOUNT_RULES, SCHEDULE_RULES } from '../rules/schedule.ts'
import {
  NOTICE_RULES,
  OPEN_DEBIT_RULES,
  OPEN_NOTICE_RULES,
  PRESENTATION_RULES,
  REGISTRATION_RULES,
} from '../rules/tables.ts'
import { LIFECYCLES } from './index-table.ts'
import type { Lifecycle } from './lifecycle.ts'

const ROWS = Object.values<Lifecycle>(LIFECYCLES).flatMap(({ transitions }) => transitions)

describe('a row names the rules that are asked before it, in their order', () => {
  test.each([
    ['mandate.created', [REGISTRATION_RULES]],
    ['modification.requested', [OPEN_MODIFICATION_RULES, MODIFICATION_RULES]],
    ['mandate.paused', [PAUSE_RULES]],
    ['notification.created', [OPEN_NOTICE_RULES, NOTICE_RULES]],
    ['presentation.created', [OPEN_DEBIT_RULES, PRESENTATION_RULES]],
    ['presentation.rescheduled', [PRESENTATION_RULES]],
    ['schedule.created', [OPEN_SCHEDULE_RULES, SCHEDULE_AMOUNT_RULES, SCHEDULE_RULES]],
    ['payment.created', [PAYMENT_RULES]],
    ['refund.created', [REFUND_RULES]],
    ['dispute.opened', [DISPUTE_RULES]],
  ])('%s', (on, tables) => {
    const asked: readonly { id: string }[] = tables.flat()
    const named = ROWS.filter((row) => row.on === on).flatMap(({ rules = [] }) => rules)
    expect(named).toEqual([...new Set(asked.map(({ id }) => id))])
  })
})

test('every rule that can be broken governs some transition', () => {
  const governing = new Set(ROWS.flatMap(({ rules = [] }) => rules))
  const idle = RULES.filter(({ consequence }) => consequence !== 'sets').filter(
    ({ id }) => !governing.has(id),
  )
  expect(idle.map(({ id }) => id)).toEqual([])
})

import type { IsoDate } from '../calendar.ts'
import { AFA_RULES } from './afa.ts'
import { inForce } from './applicable-rules.ts'
import { DISPUTE_RESPONSE, DISPUTE_RULES } from './dispute.ts'
import { IDENTIFIER_RULES } from './identifier.ts'
import { INQUIRY_RULES } from './inquiry.ts'
import { LINK_RULES } from './link.ts'
import { MODIFICATION_RULES, OPEN_MODIFICATION_RULES } from './modification.ts'
import { PAUSE_RULES, REVOCATION_RULES } from './payer-action.ts'
import { PAYMENT_RULES } from './payment.ts'
import { REFUND_RULES } from './refund.ts'
import type { RuleRow } from './rule.ts'
import { ruleRow } from './rule-row.ts'
import { OPEN_SCHEDULE_RULES, SCHEDULE_RULES } from './schedule.ts'
import { SCHEDULE_TIMING_RULES } from './schedule-timing.ts'
import { SETTLEMENT_RULES } from './settlement.ts'
import {
  HOLD_RULES,
  NOTICE_RULES,
  OPEN_NOTICE_RULES,
  PRESENTATION_RULES,
  REGISTRATION_RULES,
} from './tables.ts'
import { TIMING_RULES } from './timing-rules.ts'

/** Every row once, without its functions, in the order in which money meets them. */
export const RULES: readonly RuleRow[] = distinct(
  [
    ...REGISTRATION_RULES,
    ...LINK_RULES,
    ...OPEN_MODIFICATION_RULES,
    ...MODIFICATION_RULES,
    ...PAUSE_RULES,
    ...REVOCATION_RULES,
    ...OPEN_NOTICE_RULES,
    ...NOTICE_RULES,
    ...HOLD_RULES,
    ...PRESENTATION_RULES,
    ...TIMING_RULES,
    ...AFA_RULES,
    ...OPEN_SCHEDULE_RULES,
    ...SCHEDULE_RULES,
    ...SCHEDULE_TIMING_RULES,
    ...INQUIRY_RULES,
    ...PAYMENT_RULES,
    ...REFUND_RULES,
    ...DISPUTE_RULES,
    DISPUTE_RESPONSE,
    ...SETTLEMENT_RULES,
    ...IDENTIFIER_RULES,
  ].map(ruleRow),
)

/** The rows in force on an Indian day. */
export function rulesAt(date: IsoDate): readonly RuleRow[] {
  return RULES.filter((row) => inForce(row, date))
}

/** A row serves several tables; one id has several rows only where their titles or first days differ. */
function distinct(rows: readonly RuleRow[]): readonly RuleRow[] {
  const seen = new Set<string>()
  return rows.filter((row) => {
    const key = `${row.id} ${row.effective_from} ${row.title}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

import type { contract, Rule } from '@upi-autopay/contract'
import { policyOf } from '@upi-autopay/engine'
import { type IsoDate, RESPONSE_CODES, type RuleRow, rulesAt, rulesDate } from '@upi-autopay/rail'
import type { HandlerTable } from '../answer.ts'
import { nowOf } from '../call.ts'
import { renderSource } from '../render/source.ts'

/** `/v1/rules`: the rows that decide, as they stand on a day. */
export const rules: HandlerTable<typeof contract.rules> = {
  list: async ({ query }, call) => {
    const policy = policyOf(call.deps.engine.deps, call.account)
    const day = (query.at as IsoDate | undefined) ?? rulesDate(policy, nowOf(call))
    return { status: 200, body: whole(rulesAt(day).map(renderRule)) }
  },
}

/** `/v1/decline_codes`. */
export const declineCodes: HandlerTable<typeof contract.declineCodes> = {
  list: async () => ({
    status: 200,
    body: whole(RESPONSE_CODES.map((row) => ({ ...row, object: 'decline_code' as const }))),
  }),
}

function renderRule(row: RuleRow): Rule {
  return {
    id: row.id,
    object: 'rule',
    title: row.title,
    value: { ...row.value },
    effective_from: row.effective_from,
    effective_until: row.effective_until ?? null,
    consequence: row.consequence,
    source: renderSource(row.source),
    assumption: row.assumption === true,
  }
}

/** A list that is always given whole. */
function whole<T>(data: T[]): { object: 'list'; data: T[]; has_more: false; next_cursor: null } {
  return { object: 'list', data, has_more: false, next_cursor: null }
}

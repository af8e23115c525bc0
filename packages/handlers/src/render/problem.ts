import { ERROR_CATALOGUE, type ErrorCode, type Problem } from '@upi-autopay/contract'
import type { Rejection } from '@upi-autopay/engine'
import type { Violation } from '@upi-autopay/rail'
import type { Refusal } from '../answer.ts'
import { etagOf } from '../etag.ts'
import { renderSource } from './source.ts'

/** Where and for whom a problem is told. */
export interface ProblemContext {
  readonly base_url: string
  readonly request_id: string
}

type Extras = Partial<Pick<Problem, 'errors' | 'limit' | 'rule' | 'allowed_actions' | 'existing'>>

/** A refusal from its row of the catalogue. */
export function refuse(
  context: ProblemContext,
  code: ErrorCode,
  detail: string,
  extras: Extras & { readonly headers?: Readonly<Record<string, string>> } = {},
): Refusal {
  const row = ERROR_CATALOGUE.find((one) => one.code === code)
  if (row === undefined) throw new Error(`no row ${code} in the catalogue`)
  const { headers, ...rest } = extras
  const doc = `${context.base_url}/docs/errors#${code}`
  const body: Problem = {
    type: doc,
    title: row.title,
    status: row.status,
    code,
    detail,
    retry: row.retry,
    remedy: row.remedy,
    ...rest,
    doc,
    request_id: context.request_id,
  }
  return {
    status: row.status as Refusal['status'],
    body,
    ...(headers !== undefined && { headers }),
  }
}

/** A refusal of the domain, with every broken rule, its numbers and its source. */
export function refuseRejection(context: ProblemContext, rejection: Rejection): Refusal {
  const { code, detail, violations, allowed_actions, existing, revision } = rejection
  const first = violations?.[0]
  return refuse(context, code, detail, {
    ...(violations !== undefined && { errors: violations.map(toError) }),
    ...(first?.limit !== undefined && { limit: { ...first.limit } }),
    ...(first !== undefined && ruleOf(first)),
    ...(allowed_actions !== undefined && { allowed_actions: [...allowed_actions] }),
    ...(existing !== undefined && { existing: { ...existing } }),
    ...(revision !== undefined && { headers: { ETag: etagOf(revision) } }),
  })
}

function toError(violation: Violation): NonNullable<Problem['errors']>[number] {
  const { pointer, message, code, rule } = violation
  return { in: 'body', pointer, message, code, rule }
}

function ruleOf({ row }: Violation): { rule: NonNullable<Problem['rule']> } {
  return {
    rule: {
      id: row.id,
      title: row.title,
      source: renderSource(row.source),
      assumption: row.assumption === true,
    },
  }
}

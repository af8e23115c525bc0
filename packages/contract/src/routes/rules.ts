import { z } from 'zod'
import { DeclineCode } from '../schemas/decline-code.ts'
import { DateField } from '../schemas/fields.ts'
import { listOf } from '../schemas/list.ts'
import { Rule } from '../schemas/rule.ts'
import { c, problems } from './route.ts'

/** The rules of a day. */
export const RuleList = listOf('RuleList', Rule)

/** Every response code. */
export const DeclineCodeList = listOf('DeclineCodeList', DeclineCode)

/** `/v1/rules`: what the rail demands, from the rows that decide. */
export const rules = c.router({
  list: {
    method: 'GET',
    path: '/v1/rules',
    summary: 'List the rules in force',
    description: 'The rules of an Indian day, today by default, each with its numbers and source.',
    query: z.strictObject({
      at: DateField.optional().meta({
        description: 'The Indian day; today by the merchant’s clock.',
      }),
    }),
    responses: { 200: RuleList, ...problems },
    metadata: { resource: 'rules', method: 'list', scope: 'read' },
  },
})

/** `/v1/decline_codes`: what banks and apps answer, and what it means. */
export const declineCodes = c.router({
  list: {
    method: 'GET',
    path: '/v1/decline_codes',
    summary: 'List the response codes',
    description:
      'All codes of UPI known here, with canonical reason and retry advice. Others are never retried.',
    query: z.strictObject({}),
    responses: { 200: DeclineCodeList, ...problems },
    metadata: { resource: 'declineCodes', method: 'list', scope: 'read' },
  },
})

import { z } from 'zod'
import { EmptyBody } from '../schemas/empty-body.ts'
import { Explanation } from '../schemas/explanation.ts'
import { text } from '../schemas/fields.ts'
import { createdFields, listOf, pageFields, payerFields } from '../schemas/list.ts'
import { Presentation, PresentationStatusField } from '../schemas/presentation.ts'
import {
  PresentationCreate,
  PresentationPreview,
  PresentationRetry,
} from '../schemas/presentation-create.ts'
import { Resolve } from '../schemas/resolution.ts'
import {
  actionHeaders,
  c,
  csvTable,
  idParams,
  problems,
  waitingActionHeaders,
  waitProblems,
} from './route.ts'

/** One page of presentations. */
export const PresentationList = listOf('PresentationList', Presentation)

const filters = {
  ...createdFields,
  mandate_id: text(1, 64).optional(),
  notification_id: text(1, 64).optional(),
  status: PresentationStatusField.optional(),
  reference_id: text(1, 50).optional(),
  batch_id: text(1, 64).optional(),
  schedule_id: text(1, 64).optional(),
  ...payerFields,
}

/** `/v1/presentations`: the debits. */
export const presentations = c.router({
  create: {
    method: 'POST',
    path: '/v1/mandates/:id/presentations',
    pathParams: idParams,
    summary: 'Present a debit',
    description:
      'Schedules a debit against a delivered notification, or at once within the instant window. Answers before the first attempt, unless `Prefer: wait` asks for more.',
    headers: waitingActionHeaders,
    body: PresentationCreate,
    responses: { 201: Presentation, 202: Presentation, ...waitProblems, ...problems },
    metadata: { resource: 'presentations', method: 'create', scope: 'write' },
  },
  preview: {
    method: 'POST',
    path: '/v1/mandates/:id/presentations/preview',
    pathParams: idParams,
    summary: 'Ask about a debit before presenting it',
    description:
      'What would become of a debit if it were presented now, or announced now for a day: each rule, pass or fail, and the earliest moment. Writes nothing.',
    headers: actionHeaders,
    body: PresentationPreview,
    responses: { 200: Explanation, ...problems },
    metadata: { resource: 'presentations', method: 'preview', scope: 'read' },
  },
  list: {
    method: 'GET',
    path: '/v1/presentations',
    summary: 'List presentations',
    description: 'Newest first, narrowed by the filters given.',
    query: z.strictObject({ ...pageFields, ...filters }),
    responses: { 200: PresentationList, ...problems },
    metadata: { resource: 'presentations', method: 'list', scope: 'read' },
  },
  csv: {
    method: 'GET',
    path: '/v1/presentations.csv',
    summary: 'List presentations as CSV',
    description: 'All that the filters let through, newest first, amounts in paise.',
    query: z.strictObject(filters),
    responses: { 200: csvTable, ...problems },
    metadata: { resource: 'presentations', method: 'csv', scope: 'read' },
  },
  get: {
    method: 'GET',
    path: '/v1/presentations/:id',
    pathParams: idParams,
    summary: 'Read a presentation',
    description: 'The debit as it stands, with every attempt and what comes next.',
    responses: { 200: Presentation, ...problems },
    metadata: { resource: 'presentations', method: 'get', scope: 'read' },
  },
  retry: {
    method: 'POST',
    path: '/v1/presentations/:id/retry',
    pathParams: idParams,
    summary: 'Retry a declined debit',
    description: 'Asks for another attempt while attempts and the window remain.',
    headers: actionHeaders,
    body: PresentationRetry.prefault({}),
    responses: { 200: Presentation, ...problems },
    metadata: { resource: 'presentations', method: 'retry', scope: 'write' },
  },
  cancel: {
    method: 'POST',
    path: '/v1/presentations/:id/cancel',
    pathParams: idParams,
    summary: 'Cancel a debit',
    description: 'Withdraws a debit that is not at the bank.',
    headers: actionHeaders,
    body: EmptyBody.prefault({}),
    responses: { 200: Presentation, ...problems },
    metadata: { resource: 'presentations', method: 'cancel', scope: 'write' },
  },
  resolve: {
    method: 'POST',
    path: '/v1/presentations/:id/resolve',
    pathParams: idParams,
    summary: 'Settle an unknown outcome',
    description:
      'An operator says what became of a debit whose outcome is unknown or unresolved, with the bank’s reference of a success. Kept in the log with its note; a success told later by the bank still counts.',
    headers: actionHeaders,
    body: Resolve,
    responses: { 200: Presentation, ...problems },
    metadata: { resource: 'presentations', method: 'resolve', scope: 'admin' },
  },
  explanation: {
    method: 'GET',
    path: '/v1/presentations/:id/explanation',
    pathParams: idParams,
    summary: 'Explain a debit',
    description:
      'Why it was not debited and when it can be: each rule that applies, with numbers and source.',
    responses: { 200: Explanation, ...problems },
    metadata: { resource: 'presentations', method: 'explanation', scope: 'read' },
  },
})

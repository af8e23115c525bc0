import { z } from 'zod'
import { Batch, BatchRow, BatchRowStatusField, BatchStatusField } from '../schemas/batch.ts'
import { BatchCreate, BatchUploadQuery } from '../schemas/batch-create.ts'
import { BodyStream } from '../schemas/body-stream.ts'
import { EmptyBody } from '../schemas/empty-body.ts'
import { formed, text } from '../schemas/fields.ts'
import { createdFields, listOf, pageFields } from '../schemas/list.ts'
import { actionHeaders, c, csvTable, idParams, postHeaders, problems } from './route.ts'

/** One page of batches. */
export const BatchList = listOf('BatchList', Batch)

/** One page of a batch's rows, in the order of their lines. */
export const BatchRowList = listOf('BatchRowList', BatchRow)

/** `/v1/batches`: many debits or notices at once. */
export const batches = c.router({
  create: {
    method: 'POST',
    path: '/v1/batches',
    summary: 'Hand in a batch',
    description:
      'Debits or notices for many mandates: as JSON up to 1,000 rows, as NDJSON or CSV up to 100,000, with kind, events and reference_id in the query. Each row is judged for itself; the first line of a CSV names its columns.',
    headers: postHeaders,
    query: BatchUploadQuery,
    body: BodyStream,
    responses: { 201: Batch, ...problems },
    metadata: {
      resource: 'batches',
      method: 'create',
      scope: 'write',
      streams: {
        'application/json': BatchCreate,
        'application/x-ndjson': z
          .string()
          .meta({ description: 'A row in JSON per line, in the form of BatchRowCreate.' }),
        'text/csv': z.string().meta({
          description:
            'A first line that names the columns, then a row per line: mandate_id or mandate_reference_id, amount in paise, debit_date or debit_at, reference_id, description, when, present_at, retry, and metadata.<key>.',
        }),
      },
    },
  },
  list: {
    method: 'GET',
    path: '/v1/batches',
    summary: 'List batches',
    description: 'Newest first, narrowed by the filters given.',
    query: z.strictObject({
      ...pageFields,
      ...createdFields,
      status: BatchStatusField.optional(),
      reference_id: text(1, 50).optional(),
    }),
    responses: { 200: BatchList, ...problems },
    metadata: { resource: 'batches', method: 'list', scope: 'read' },
  },
  get: {
    method: 'GET',
    path: '/v1/batches/:id',
    pathParams: idParams,
    summary: 'Read a batch',
    description: 'How far it has come: rows by what became of them, debits by their status.',
    responses: { 200: Batch, ...problems },
    metadata: { resource: 'batches', method: 'get', scope: 'read' },
  },
  cancel: {
    method: 'POST',
    path: '/v1/batches/:id/cancel',
    pathParams: idParams,
    summary: 'Cancel a batch',
    description:
      'Rows that were not handed over yet are cancelled. Debits that were planned stay: cancel them one by one.',
    headers: actionHeaders,
    body: EmptyBody.prefault({}),
    responses: { 200: Batch, ...problems },
    metadata: { resource: 'batches', method: 'cancel', scope: 'write' },
  },
  rows: {
    method: 'GET',
    path: '/v1/batches/:id/rows',
    pathParams: idParams,
    summary: 'List the rows of a batch',
    description: 'In the order of their lines, each with what became of it.',
    query: z.strictObject({
      limit: pageFields.limit,
      after: formed(/^\d{1,9}$/, 'a cursor of an earlier answer, such as its next_cursor')
        .optional()
        .meta({ description: 'A cursor, which is a line: the page that follows it.' }),
      status: BatchRowStatusField.optional(),
    }),
    responses: { 200: BatchRowList, ...problems },
    metadata: { resource: 'batches', method: 'rows', scope: 'read' },
  },
  results: {
    method: 'GET',
    path: '/v1/batches/:id/results.csv',
    pathParams: idParams,
    summary: 'The results of a batch as CSV',
    description: 'A line per row, in the order of the upload, amounts in paise.',
    responses: { 200: csvTable, ...problems },
    metadata: { resource: 'batches', method: 'results', scope: 'read' },
  },
})

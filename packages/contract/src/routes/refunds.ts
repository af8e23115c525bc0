import { z } from 'zod'
import { text } from '../schemas/fields.ts'
import { checkOneLink, linkFilters } from '../schemas/link-filters.ts'
import { createdFields, listOf, pageFields, payerFields } from '../schemas/list.ts'
import { Refund, RefundCreate, RefundStatusField } from '../schemas/refund.ts'
import { c, csvTable, idParams, postHeaders, problems } from './route.ts'

/** One page of refunds. */
export const RefundList = listOf('RefundList', Refund)

const filters = {
  ...createdFields,
  mandate_id: text(1, 64).optional(),
  ...linkFilters,
  status: RefundStatusField.optional(),
  reference_id: text(1, 50).optional(),
  ...payerFields,
}

/** `/v1/refunds`: what is given back. */
export const refunds = c.router({
  create: {
    method: 'POST',
    path: '/v1/refunds',
    summary: 'Refund a debit or a payment',
    description:
      'Gives back some or all of what was collected; a pending refund reserves its amount.',
    headers: postHeaders,
    body: RefundCreate,
    responses: { 201: Refund, ...problems },
    metadata: { resource: 'refunds', method: 'create', scope: 'write' },
  },
  list: {
    method: 'GET',
    path: '/v1/refunds',
    summary: 'List refunds',
    description: 'Newest first, narrowed by the filters given.',
    query: z
      .strictObject({ ...pageFields, ...filters })
      .superRefine(checkOneLink, { when: () => true }),
    responses: { 200: RefundList, ...problems },
    metadata: { resource: 'refunds', method: 'list', scope: 'read' },
  },
  csv: {
    method: 'GET',
    path: '/v1/refunds.csv',
    summary: 'List refunds as CSV',
    description: 'All that the filters let through, newest first, amounts in paise.',
    query: z.strictObject(filters).superRefine(checkOneLink, { when: () => true }),
    responses: { 200: csvTable, ...problems },
    metadata: { resource: 'refunds', method: 'csv', scope: 'read' },
  },
  get: {
    method: 'GET',
    path: '/v1/refunds/:id',
    pathParams: idParams,
    summary: 'Read a refund',
    description: 'The refund as it stands.',
    responses: { 200: Refund, ...problems },
    metadata: { resource: 'refunds', method: 'get', scope: 'read' },
  },
})

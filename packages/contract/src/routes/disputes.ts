import { z } from 'zod'
import { Dispute, DisputeContest, DisputeStatusField } from '../schemas/dispute.ts'
import { EmptyBody } from '../schemas/empty-body.ts'
import { text } from '../schemas/fields.ts'
import { checkOneLink, linkFilters } from '../schemas/link-filters.ts'
import { createdFields, listOf, pageFields, payerFields } from '../schemas/list.ts'
import { actionHeaders, c, csvTable, idParams, problems } from './route.ts'

/** One page of disputes. */
export const DisputeList = listOf('DisputeList', Dispute)

const filters = {
  ...createdFields,
  mandate_id: text(1, 64).optional(),
  ...linkFilters,
  status: DisputeStatusField.optional(),
  ...payerFields,
}

/** `/v1/disputes`: chargebacks, as the provider tells them. */
export const disputes = c.router({
  list: {
    method: 'GET',
    path: '/v1/disputes',
    summary: 'List disputes',
    description: 'Newest first, narrowed by the filters given.',
    query: z
      .strictObject({ ...pageFields, ...filters })
      .superRefine(checkOneLink, { when: () => true }),
    responses: { 200: DisputeList, ...problems },
    metadata: { resource: 'disputes', method: 'list', scope: 'read' },
  },
  csv: {
    method: 'GET',
    path: '/v1/disputes.csv',
    summary: 'List disputes as CSV',
    description: 'All that the filters let through, newest first, amounts in paise.',
    query: z.strictObject(filters).superRefine(checkOneLink, { when: () => true }),
    responses: { 200: csvTable, ...problems },
    metadata: { resource: 'disputes', method: 'csv', scope: 'read' },
  },
  get: {
    method: 'GET',
    path: '/v1/disputes/:id',
    pathParams: idParams,
    summary: 'Read a dispute',
    description: 'The dispute as it stands, with the day by which it must be contested.',
    responses: { 200: Dispute, ...problems },
    metadata: { resource: 'disputes', method: 'get', scope: 'read' },
  },
  accept: {
    method: 'POST',
    path: '/v1/disputes/:id/accept',
    pathParams: idParams,
    summary: 'Accept a dispute',
    description: 'Gives in: the dispute is lost and the payer keeps the money.',
    headers: actionHeaders,
    body: EmptyBody.prefault({}),
    responses: { 200: Dispute, ...problems },
    metadata: { resource: 'disputes', method: 'accept', scope: 'write' },
  },
  contest: {
    method: 'POST',
    path: '/v1/disputes/:id/contest',
    pathParams: idParams,
    summary: 'Contest a dispute',
    description: 'Sets evidence against it, once; the bank decides.',
    headers: actionHeaders,
    body: DisputeContest,
    responses: { 200: Dispute, ...problems },
    metadata: { resource: 'disputes', method: 'contest', scope: 'write' },
  },
})

import { z } from 'zod'
import { EmptyBody } from '../schemas/empty-body.ts'
import { Event } from '../schemas/event.ts'
import { text } from '../schemas/fields.ts'
import { createdFields, listOf, pageFields, payerFields } from '../schemas/list.ts'
import { Mandate, MandateStatusField } from '../schemas/mandate.ts'
import { MandateCreate } from '../schemas/mandate-create.ts'
import { MandateModify } from '../schemas/modification.ts'
import { actionHeaders, c, csvTable, idParams, postHeaders, problems } from './route.ts'

/** One page of mandates. */
export const MandateList = listOf('MandateList', Mandate)

/** One page of events. */
export const EventList = listOf('EventList', Event)

const filters = {
  ...createdFields,
  status: MandateStatusField.optional(),
  reference_id: text(1, 50).optional(),
  ...payerFields,
}

/** `/v1/mandates`: registering, reading and revoking a payer's permission. */
export const mandates = c.router({
  create: {
    method: 'POST',
    path: '/v1/mandates',
    summary: 'Register a mandate',
    description:
      'Makes a pending mandate and the link, picture or request by which the payer approves it.',
    headers: postHeaders,
    body: MandateCreate,
    responses: { 201: Mandate, ...problems },
    metadata: { resource: 'mandates', method: 'create', scope: 'write' },
  },
  list: {
    method: 'GET',
    path: '/v1/mandates',
    summary: 'List mandates',
    description: 'Newest first, narrowed by the filters given.',
    query: z.strictObject({ ...pageFields, ...filters }),
    responses: { 200: MandateList, ...problems },
    metadata: { resource: 'mandates', method: 'list', scope: 'read' },
  },
  csv: {
    method: 'GET',
    path: '/v1/mandates.csv',
    summary: 'List mandates as CSV',
    description: 'All that the filters let through, newest first, amounts in paise.',
    query: z.strictObject(filters),
    responses: { 200: csvTable, ...problems },
    metadata: { resource: 'mandates', method: 'csv', scope: 'read' },
  },
  get: {
    method: 'GET',
    path: '/v1/mandates/:id',
    pathParams: idParams,
    summary: 'Read a mandate',
    description: 'The mandate as it stands, with what may be asked of it now.',
    responses: { 200: Mandate, ...problems },
    metadata: { resource: 'mandates', method: 'get', scope: 'read' },
  },
  modify: {
    method: 'POST',
    path: '/v1/mandates/:id/modify',
    pathParams: idParams,
    summary: 'Modify a mandate',
    description:
      'Asks the payer for another amount or another last day. Until the payer approves, the old terms stand; then announced debits that the new terms no longer allow are cancelled.',
    headers: actionHeaders,
    body: MandateModify,
    responses: { 200: Mandate, ...problems },
    metadata: { resource: 'mandates', method: 'modify', scope: 'write' },
  },
  revoke: {
    method: 'POST',
    path: '/v1/mandates/:id/revoke',
    pathParams: idParams,
    summary: 'Revoke a mandate',
    description:
      'Ends the mandate for good, also while it is pending or paused; what was scheduled is withdrawn.',
    headers: actionHeaders,
    body: EmptyBody.prefault({}),
    responses: { 200: Mandate, ...problems },
    metadata: { resource: 'mandates', method: 'revoke', scope: 'write' },
  },
  events: {
    method: 'GET',
    path: '/v1/mandates/:id/events',
    pathParams: idParams,
    summary: 'List the events of a mandate',
    description: 'What happened to the mandate, its notifications and its debits, newest first.',
    query: z.strictObject(pageFields),
    responses: { 200: EventList, ...problems },
    metadata: { resource: 'mandates', method: 'events', scope: 'read' },
  },
  qrSvg: {
    method: 'GET',
    path: '/v1/mandates/:id/qr.svg',
    pathParams: idParams,
    summary: 'The QR of a mandate, as SVG',
    description: 'A picture of the authorization link, for the payer to scan.',
    responses: {
      200: c.otherResponse({ contentType: 'image/svg+xml', body: z.string() }),
      ...problems,
    },
    metadata: { resource: 'mandates', method: 'qrSvg', scope: 'read' },
  },
  qrPng: {
    method: 'GET',
    path: '/v1/mandates/:id/qr.png',
    pathParams: idParams,
    summary: 'The QR of a mandate, as PNG',
    description: 'A picture of the authorization link, for the payer to scan.',
    responses: {
      200: c.otherResponse({
        contentType: 'image/png',
        body: z
          .custom<Uint8Array>((value) => value instanceof Uint8Array)
          .meta({ type: 'string', format: 'binary' }),
      }),
      ...problems,
    },
    metadata: { resource: 'mandates', method: 'qrPng', scope: 'read' },
  },
})

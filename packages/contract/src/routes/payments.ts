import { z } from 'zod'
import { EmptyBody } from '../schemas/empty-body.ts'
import { text } from '../schemas/fields.ts'
import { createdFields, listOf, pageFields, payerFields } from '../schemas/list.ts'
import { Payment, PaymentStatusField } from '../schemas/payment.ts'
import { PaymentCreate } from '../schemas/payment-create.ts'
import { Resolve } from '../schemas/resolution.ts'
import {
  actionHeaders,
  c,
  csvTable,
  idParams,
  problems,
  waitingPostHeaders,
  waitProblems,
} from './route.ts'

/** One page of payments. */
export const PaymentList = listOf('PaymentList', Payment)

const filters = {
  ...createdFields,
  status: PaymentStatusField.optional(),
  reference_id: text(1, 50).optional(),
  ...payerFields,
}

/** `/v1/payments`: one-time payments. */
export const payments = c.router({
  create: {
    method: 'POST',
    path: '/v1/payments',
    summary: 'Ask for a payment',
    description:
      'Makes a pending payment and the link, picture or request by which the payer pays. `Prefer: wait` lets the answer wait for the payer.',
    headers: waitingPostHeaders,
    body: PaymentCreate,
    responses: { 201: Payment, 202: Payment, ...waitProblems, ...problems },
    metadata: { resource: 'payments', method: 'create', scope: 'write' },
  },
  list: {
    method: 'GET',
    path: '/v1/payments',
    summary: 'List payments',
    description: 'Newest first, narrowed by the filters given.',
    query: z.strictObject({ ...pageFields, ...filters }),
    responses: { 200: PaymentList, ...problems },
    metadata: { resource: 'payments', method: 'list', scope: 'read' },
  },
  csv: {
    method: 'GET',
    path: '/v1/payments.csv',
    summary: 'List payments as CSV',
    description: 'All that the filters let through, newest first, amounts in paise.',
    query: z.strictObject(filters),
    responses: { 200: csvTable, ...problems },
    metadata: { resource: 'payments', method: 'csv', scope: 'read' },
  },
  get: {
    method: 'GET',
    path: '/v1/payments/:id',
    pathParams: idParams,
    summary: 'Read a payment',
    description: 'The payment as it stands, with what has gone back of it.',
    responses: { 200: Payment, ...problems },
    metadata: { resource: 'payments', method: 'get', scope: 'read' },
  },
  cancel: {
    method: 'POST',
    path: '/v1/payments/:id/cancel',
    pathParams: idParams,
    summary: 'Cancel a payment',
    description: 'Gives up a payment that is pending; not one whose outcome is unknown.',
    headers: actionHeaders,
    body: EmptyBody.prefault({}),
    responses: { 200: Payment, ...problems },
    metadata: { resource: 'payments', method: 'cancel', scope: 'write' },
  },
  resolve: {
    method: 'POST',
    path: '/v1/payments/:id/resolve',
    pathParams: idParams,
    summary: 'Resolve an unknown outcome',
    description: 'What an operator found out of a payment whose outcome nobody could tell.',
    headers: actionHeaders,
    body: Resolve,
    responses: { 200: Payment, ...problems },
    metadata: { resource: 'payments', method: 'resolve', scope: 'admin' },
  },
  qrSvg: {
    method: 'GET',
    path: '/v1/payments/:id/qr.svg',
    pathParams: idParams,
    summary: 'The QR of a payment, as SVG',
    description: 'A picture of the payment link, for the payer to scan.',
    responses: {
      200: c.otherResponse({ contentType: 'image/svg+xml', body: z.string() }),
      ...problems,
    },
    metadata: { resource: 'payments', method: 'qrSvg', scope: 'read' },
  },
  qrPng: {
    method: 'GET',
    path: '/v1/payments/:id/qr.png',
    pathParams: idParams,
    summary: 'The QR of a payment, as PNG',
    description: 'A picture of the payment link, for the payer to scan.',
    responses: {
      200: c.otherResponse({
        contentType: 'image/png',
        body: z
          .custom<Uint8Array>((value) => value instanceof Uint8Array)
          .meta({ type: 'string', format: 'binary' }),
      }),
      ...problems,
    },
    metadata: { resource: 'payments', method: 'qrPng', scope: 'read' },
  },
})

import { z } from 'zod'
import { text } from '../schemas/fields.ts'
import { createdFields, listOf, pageFields, payerFields } from '../schemas/list.ts'
import {
  Transaction,
  TransactionStatusField,
  TransactionTypeField,
} from '../schemas/transaction.ts'
import { c, csvTable, idParams, problems } from './route.ts'

/** One page of transactions. */
export const TransactionList = listOf('TransactionList', Transaction)

const filters = {
  ...createdFields,
  type: TransactionTypeField.optional(),
  status: TransactionStatusField.optional(),
  mandate_id: text(1, 64).optional(),
  settlement_id: text(1, 64).optional(),
  reference_id: text(1, 50).optional(),
  ...payerFields,
  search: text(1, 64).optional().meta({
    description:
      'An id of the transaction, its mandate, notification or settlement, a reference of it or its mandate, or what rail and bank call it (RRN, transaction id, UMN, UTR): the whole of it.',
  }),
}

/** `/v1/transactions`: everything that moves money, as one history. */
export const transactions = c.router({
  list: {
    method: 'GET',
    path: '/v1/transactions',
    summary: 'List transactions',
    description:
      'Debits, payments, refunds, reversals and disputes together, newest first, narrowed by the filters given.',
    query: z.strictObject({ ...pageFields, ...filters }),
    responses: { 200: TransactionList, ...problems },
    metadata: { resource: 'transactions', method: 'list', scope: 'read' },
  },
  csv: {
    method: 'GET',
    path: '/v1/transactions.csv',
    summary: 'List transactions as CSV',
    description: 'All that the filters let through, newest first, amounts in paise and in rupees.',
    query: z.strictObject(filters),
    responses: { 200: csvTable, ...problems },
    metadata: { resource: 'transactions', method: 'csv', scope: 'read' },
  },
  get: {
    method: 'GET',
    path: '/v1/transactions/:id',
    pathParams: idParams,
    summary: 'Read a transaction',
    description: 'By the id of the debit, payment, refund, reversal or dispute itself.',
    responses: { 200: Transaction, ...problems },
    metadata: { resource: 'transactions', method: 'get', scope: 'read' },
  },
})

import { z } from 'zod'
import { createdFields, listOf, pageFields } from '../schemas/list.ts'
import { SettlementSpeedField } from '../schemas/mandate.ts'
import { Settlement, SettlementStatusField } from '../schemas/settlement.ts'
import { itemPageFields, SettlementItem } from '../schemas/settlement-item.ts'
import { c, csvTable, idParams, problems } from './route.ts'

/** One page of settlements. */
export const SettlementList = listOf('SettlementList', Settlement)

/** One page of a settlement's items. */
export const SettlementItemList = listOf('SettlementItemList', SettlementItem)

const filters = {
  ...createdFields,
  status: SettlementStatusField.optional(),
  speed: SettlementSpeedField.optional(),
}

/** `/v1/settlements`: collected money on its way to the merchant's bank account. */
export const settlements = c.router({
  list: {
    method: 'GET',
    path: '/v1/settlements',
    summary: 'List settlements',
    description: 'Newest first, narrowed by the filters given.',
    query: z.strictObject({ ...pageFields, ...filters }),
    responses: { 200: SettlementList, ...problems },
    metadata: { resource: 'settlements', method: 'list', scope: 'read' },
  },
  csv: {
    method: 'GET',
    path: '/v1/settlements.csv',
    summary: 'List settlements as CSV',
    description: 'All that the filters let through, newest first, amounts in paise and in rupees.',
    query: z.strictObject(filters),
    responses: { 200: csvTable, ...problems },
    metadata: { resource: 'settlements', method: 'csv', scope: 'read' },
  },
  get: {
    method: 'GET',
    path: '/v1/settlements/:id',
    pathParams: idParams,
    summary: 'Read a settlement',
    description: 'Its sums, and the bank’s reference once it is paid.',
    responses: { 200: Settlement, ...problems },
    metadata: { resource: 'settlements', method: 'get', scope: 'read' },
  },
  items: {
    method: 'GET',
    path: '/v1/settlements/:id/items',
    pathParams: idParams,
    summary: 'List what a settlement holds',
    description: 'Every movement of money in it, the newest first; together they come to its net.',
    query: z.strictObject(itemPageFields),
    responses: { 200: SettlementItemList, ...problems },
    metadata: { resource: 'settlements', method: 'items', scope: 'read' },
  },
  itemsCsv: {
    method: 'GET',
    path: '/v1/settlements/:id/items.csv',
    pathParams: idParams,
    summary: 'List what a settlement holds as CSV',
    description: 'Every movement of money in it, the newest first, amounts in paise and in rupees.',
    responses: { 200: csvTable, ...problems },
    metadata: { resource: 'settlements', method: 'itemsCsv', scope: 'read' },
  },
})

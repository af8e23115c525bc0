import { z } from 'zod'
import { text } from '../schemas/fields.ts'
import { listOf } from '../schemas/list.ts'
import {
  ApiKeyCreate,
  ApiKeyCreated,
  Merchant,
  MerchantCreate,
  MerchantCreated,
} from '../schemas/operator.ts'
import { c, problems } from './route.ts'

/** All merchants of the service. */
export const MerchantList = listOf('MerchantList', Merchant)

/** `/operator`: what whoever runs the service may do, with the operator token; not part of the public document. */
export const operatorContract = c.router({
  createMerchant: {
    method: 'POST',
    path: '/operator/merchants',
    summary: 'Make a merchant',
    description: 'Makes a merchant and its first test key.',
    body: MerchantCreate,
    responses: { 201: MerchantCreated, ...problems },
    metadata: { resource: 'operator', method: 'createMerchant', scope: 'operator' },
  },
  listMerchants: {
    method: 'GET',
    path: '/operator/merchants',
    summary: 'List merchants',
    description: 'All merchants of the service, without their keys.',
    responses: { 200: MerchantList, ...problems },
    metadata: { resource: 'operator', method: 'listMerchants', scope: 'operator' },
  },
  createKey: {
    method: 'POST',
    path: '/operator/merchants/:id/keys',
    pathParams: z.object({ id: text(1, 64) }),
    summary: 'Make a key',
    description: 'Its answer alone shows the secret.',
    body: ApiKeyCreate,
    responses: { 201: ApiKeyCreated, ...problems },
    metadata: { resource: 'operator', method: 'createKey', scope: 'operator' },
  },
})

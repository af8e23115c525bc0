import { Account } from '../schemas/account.ts'
import { c, problems } from './route.ts'

/** `/v1/account`: the merchant whose key is used. */
export const account = c.router({
  get: {
    method: 'GET',
    path: '/v1/account',
    summary: 'Read the account',
    description: 'The merchant whose key is used, with its approved categories.',
    responses: { 200: Account, ...problems },
    metadata: { resource: 'account', method: 'get', scope: 'read' },
  },
})

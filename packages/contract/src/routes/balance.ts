import { Balance } from '../schemas/balance.ts'
import { c, problems } from './route.ts'

/** `/v1/balance`: the books. */
export const balance = c.router({
  get: {
    method: 'GET',
    path: '/v1/balance',
    summary: 'Read the books',
    description:
      'What was ever collected and paid back, and what of it has reached the bank account. At every moment collected − refunded − reversed − disputed − fees = settled_net + unsettled.',
    responses: { 200: Balance, ...problems },
    metadata: { resource: 'balance', method: 'get', scope: 'read' },
  },
})

import { Account, AccountUpdate } from '../schemas/account.ts'
import { EmptyBody } from '../schemas/empty-body.ts'
import { actionHeaders, c, changeHeaders, problems } from './route.ts'

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
  update: {
    method: 'PATCH',
    path: '/v1/account',
    summary: 'Change the account',
    description:
      'Name, payee VPA, bank account, categories and defaults; what is left out stays. What exists already keeps what it was made with.',
    headers: changeHeaders,
    body: AccountUpdate,
    responses: { 200: Account, ...problems },
    metadata: { resource: 'account', method: 'update', scope: 'admin' },
  },
  stopDebits: {
    method: 'POST',
    path: '/v1/account/stop_debits',
    summary: 'Stop all debits',
    description:
      'From the answer on nothing is presented: debits that come due wait. One that is at the bank already goes on.',
    headers: actionHeaders,
    body: EmptyBody.prefault({}),
    responses: { 200: Account, ...problems },
    metadata: { resource: 'account', method: 'stopDebits', scope: 'admin' },
  },
  resumeDebits: {
    method: 'POST',
    path: '/v1/account/resume_debits',
    summary: 'Resume debits',
    description: 'What waited is presented where its day and its rules still allow it.',
    headers: actionHeaders,
    body: EmptyBody.prefault({}),
    responses: { 200: Account, ...problems },
    metadata: { resource: 'account', method: 'resumeDebits', scope: 'admin' },
  },
})

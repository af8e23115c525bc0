import { Dispute, SandboxDispute } from '../schemas/dispute.ts'
import { EmptyBody } from '../schemas/empty-body.ts'
import { Payment } from '../schemas/payment.ts'
import { Refund } from '../schemas/refund.ts'
import { SandboxApproval } from '../schemas/sandbox.ts'
import { actionHeaders, c, idParams, problems } from './route.ts'

/** `/v1/sandbox`: what payers and banks do about payments, refunds and disputes. */
export const sandboxMoney = c.router({
  approvePayment: {
    method: 'POST',
    path: '/v1/sandbox/payments/:id/approve',
    pathParams: idParams,
    summary: 'Pay',
    description: 'The payer pays; for intent and QR, vpa names who.',
    headers: actionHeaders,
    body: SandboxApproval.prefault({}),
    responses: { 200: Payment, ...problems },
    metadata: { resource: 'sandbox', method: 'approvePayment', scope: 'write', test_only: true },
  },
  declinePayment: {
    method: 'POST',
    path: '/v1/sandbox/payments/:id/decline',
    pathParams: idParams,
    summary: 'Refuse to pay',
    description: 'The payer declines the payment.',
    headers: actionHeaders,
    body: EmptyBody.prefault({}),
    responses: { 200: Payment, ...problems },
    metadata: { resource: 'sandbox', method: 'declinePayment', scope: 'write', test_only: true },
  },
  disputePresentation: {
    method: 'POST',
    path: '/v1/sandbox/presentations/:id/dispute',
    pathParams: idParams,
    summary: 'Dispute a debit',
    description:
      'The bank tells that the payer objects to a debit; by default to all that is left of it.',
    headers: actionHeaders,
    body: SandboxDispute.prefault({}),
    responses: { 201: Dispute, ...problems },
    metadata: {
      resource: 'sandbox',
      method: 'disputePresentation',
      scope: 'write',
      test_only: true,
    },
  },
  disputePayment: {
    method: 'POST',
    path: '/v1/sandbox/payments/:id/dispute',
    pathParams: idParams,
    summary: 'Dispute a payment',
    description:
      'The bank tells that the payer objects to a payment; by default to all that is left of it.',
    headers: actionHeaders,
    body: SandboxDispute.prefault({}),
    responses: { 201: Dispute, ...problems },
    metadata: { resource: 'sandbox', method: 'disputePayment', scope: 'write', test_only: true },
  },
  winDispute: {
    method: 'POST',
    path: '/v1/sandbox/disputes/:id/win',
    pathParams: idParams,
    summary: 'Let the merchant win',
    description: 'The bank decides a dispute for the merchant: the money comes back.',
    headers: actionHeaders,
    body: EmptyBody.prefault({}),
    responses: { 200: Dispute, ...problems },
    metadata: { resource: 'sandbox', method: 'winDispute', scope: 'write', test_only: true },
  },
  loseDispute: {
    method: 'POST',
    path: '/v1/sandbox/disputes/:id/lose',
    pathParams: idParams,
    summary: 'Let the merchant lose',
    description: 'The bank decides a dispute for the payer.',
    headers: actionHeaders,
    body: EmptyBody.prefault({}),
    responses: { 200: Dispute, ...problems },
    metadata: { resource: 'sandbox', method: 'loseDispute', scope: 'write', test_only: true },
  },
  succeedRefund: {
    method: 'POST',
    path: '/v1/sandbox/refunds/:id/succeed',
    pathParams: idParams,
    summary: 'Pay a refund',
    description: 'The bank pays a pending refund now, whatever it was about to answer.',
    headers: actionHeaders,
    body: EmptyBody.prefault({}),
    responses: { 200: Refund, ...problems },
    metadata: { resource: 'sandbox', method: 'succeedRefund', scope: 'write', test_only: true },
  },
  failRefund: {
    method: 'POST',
    path: '/v1/sandbox/refunds/:id/fail',
    pathParams: idParams,
    summary: 'Fail a refund',
    description: 'The bank refuses a pending refund now, whatever it was about to answer.',
    headers: actionHeaders,
    body: EmptyBody.prefault({}),
    responses: { 200: Refund, ...problems },
    metadata: { resource: 'sandbox', method: 'failRefund', scope: 'write', test_only: true },
  },
})

// Generated from specs/generated/openapi-3.0.json by openapi-generator. Edit the contract instead.
import type { Operation } from '../operation.ts'

/** Every operation: its name on the resource, method, path, what it takes after the id, what it gives. */
export const OPERATIONS: Readonly<Record<string, readonly Operation[]>> = {
  account: [
    ['get', 'GET', '/v1/account', 'nothing', 'json'],
    ['resumeDebits', 'POST', '/v1/account/resume_debits', 'nothing', 'json'],
    ['stopDebits', 'POST', '/v1/account/stop_debits', 'nothing', 'json'],
    ['update', 'PATCH', '/v1/account', 'body', 'json'],
  ],

  balance: [
    ['get', 'GET', '/v1/balance', 'nothing', 'json'],
  ],

  batches: [
    ['cancel', 'POST', '/v1/batches/{id}/cancel', 'nothing', 'json'],
    ['create', 'POST', '/v1/batches', 'body', 'json'],
    ['upload', 'POST', '/v1/batches', 'upload', 'json'],
    ['get', 'GET', '/v1/batches/{id}', 'nothing', 'json'],
    ['list', 'GET', '/v1/batches', 'query', 'list'],
    ['results', 'GET', '/v1/batches/{id}/results.csv', 'nothing', 'text'],
    ['rows', 'GET', '/v1/batches/{id}/rows', 'query', 'list'],
  ],

  declineCodes: [
    ['list', 'GET', '/v1/decline_codes', 'nothing', 'list'],
  ],

  deliveries: [
    ['get', 'GET', '/v1/deliveries/{id}', 'nothing', 'json'],
    ['list', 'GET', '/v1/deliveries', 'query', 'list'],
    ['redeliver', 'POST', '/v1/deliveries/{id}/redeliver', 'nothing', 'json'],
  ],

  disputes: [
    ['accept', 'POST', '/v1/disputes/{id}/accept', 'nothing', 'json'],
    ['contest', 'POST', '/v1/disputes/{id}/contest', 'body', 'json'],
    ['csv', 'GET', '/v1/disputes.csv', 'query', 'text'],
    ['get', 'GET', '/v1/disputes/{id}', 'nothing', 'json'],
    ['list', 'GET', '/v1/disputes', 'query', 'list'],
  ],

  events: [
    ['csv', 'GET', '/v1/events.csv', 'query', 'text'],
    ['get', 'GET', '/v1/events/{id}', 'nothing', 'json'],
    ['list', 'GET', '/v1/events', 'query', 'list'],
  ],

  mandates: [
    ['create', 'POST', '/v1/mandates', 'body', 'json'],
    ['csv', 'GET', '/v1/mandates.csv', 'query', 'text'],
    ['events', 'GET', '/v1/mandates/{id}/events', 'query', 'list'],
    ['get', 'GET', '/v1/mandates/{id}', 'nothing', 'json'],
    ['list', 'GET', '/v1/mandates', 'query', 'list'],
    ['modify', 'POST', '/v1/mandates/{id}/modify', 'body', 'json'],
    ['qrPng', 'GET', '/v1/mandates/{id}/qr.png', 'nothing', 'bytes'],
    ['qrSvg', 'GET', '/v1/mandates/{id}/qr.svg', 'nothing', 'text'],
    ['revoke', 'POST', '/v1/mandates/{id}/revoke', 'nothing', 'json'],
  ],

  notifications: [
    ['cancel', 'POST', '/v1/notifications/{id}/cancel', 'nothing', 'json'],
    ['create', 'POST', '/v1/mandates/{id}/notifications', 'body', 'json'],
    ['csv', 'GET', '/v1/notifications.csv', 'query', 'text'],
    ['get', 'GET', '/v1/notifications/{id}', 'nothing', 'json'],
    ['list', 'GET', '/v1/notifications', 'query', 'list'],
  ],

  payments: [
    ['cancel', 'POST', '/v1/payments/{id}/cancel', 'nothing', 'json'],
    ['create', 'POST', '/v1/payments', 'body', 'json'],
    ['csv', 'GET', '/v1/payments.csv', 'query', 'text'],
    ['get', 'GET', '/v1/payments/{id}', 'nothing', 'json'],
    ['list', 'GET', '/v1/payments', 'query', 'list'],
    ['qrPng', 'GET', '/v1/payments/{id}/qr.png', 'nothing', 'bytes'],
    ['qrSvg', 'GET', '/v1/payments/{id}/qr.svg', 'nothing', 'text'],
    ['resolve', 'POST', '/v1/payments/{id}/resolve', 'body', 'json'],
  ],

  presentations: [
    ['cancel', 'POST', '/v1/presentations/{id}/cancel', 'nothing', 'json'],
    ['create', 'POST', '/v1/mandates/{id}/presentations', 'body', 'json'],
    ['csv', 'GET', '/v1/presentations.csv', 'query', 'text'],
    ['explanation', 'GET', '/v1/presentations/{id}/explanation', 'nothing', 'json'],
    ['get', 'GET', '/v1/presentations/{id}', 'nothing', 'json'],
    ['list', 'GET', '/v1/presentations', 'query', 'list'],
    ['preview', 'POST', '/v1/mandates/{id}/presentations/preview', 'body', 'json'],
    ['resolve', 'POST', '/v1/presentations/{id}/resolve', 'body', 'json'],
    ['retry', 'POST', '/v1/presentations/{id}/retry', 'body', 'json'],
  ],

  providers: [
    ['list', 'GET', '/v1/providers', 'nothing', 'list'],
  ],

  refunds: [
    ['create', 'POST', '/v1/refunds', 'body', 'json'],
    ['csv', 'GET', '/v1/refunds.csv', 'query', 'text'],
    ['get', 'GET', '/v1/refunds/{id}', 'nothing', 'json'],
    ['list', 'GET', '/v1/refunds', 'query', 'list'],
  ],

  rules: [
    ['list', 'GET', '/v1/rules', 'query', 'list'],
  ],

  sandbox: [
    ['addFault', 'POST', '/v1/sandbox/faults', 'body', 'json'],
    ['approveMandate', 'POST', '/v1/sandbox/mandates/{id}/approve', 'body', 'json'],
    ['approvePayment', 'POST', '/v1/sandbox/payments/{id}/approve', 'body', 'json'],
    ['approvePresentation', 'POST', '/v1/sandbox/presentations/{id}/approve', 'nothing', 'json'],
    ['clearFaults', 'DELETE', '/v1/sandbox/faults', 'nothing', 'json'],
    ['createMandate', 'POST', '/v1/sandbox/mandates', 'body', 'json'],
    ['declineMandate', 'POST', '/v1/sandbox/mandates/{id}/decline', 'nothing', 'json'],
    ['declinePayment', 'POST', '/v1/sandbox/payments/{id}/decline', 'nothing', 'json'],
    ['declinePresentation', 'POST', '/v1/sandbox/presentations/{id}/decline', 'nothing', 'json'],
    ['disputePayment', 'POST', '/v1/sandbox/payments/{id}/dispute', 'body', 'json'],
    ['disputePresentation', 'POST', '/v1/sandbox/presentations/{id}/dispute', 'body', 'json'],
    ['failRefund', 'POST', '/v1/sandbox/refunds/{id}/fail', 'nothing', 'json'],
    ['getClock', 'GET', '/v1/sandbox/clock', 'nothing', 'json'],
    ['getFaults', 'GET', '/v1/sandbox/faults', 'nothing', 'json'],
    ['getSettings', 'GET', '/v1/sandbox/settings', 'nothing', 'json'],
    ['loseDispute', 'POST', '/v1/sandbox/disputes/{id}/lose', 'nothing', 'json'],
    ['openMandate', 'POST', '/v1/sandbox/mandates/{id}/open', 'nothing', 'json'],
    ['optOutOfNotification', 'POST', '/v1/sandbox/notifications/{id}/opt_out', 'nothing', 'json'],
    ['pauseMandate', 'POST', '/v1/sandbox/mandates/{id}/pause', 'nothing', 'json'],
    ['reset', 'POST', '/v1/sandbox/reset', 'nothing', 'json'],
    ['resumeMandate', 'POST', '/v1/sandbox/mandates/{id}/resume', 'nothing', 'json'],
    ['reversePresentation', 'POST', '/v1/sandbox/presentations/{id}/reverse', 'nothing', 'json'],
    ['revokeMandate', 'POST', '/v1/sandbox/mandates/{id}/revoke', 'nothing', 'json'],
    ['revokeMandateByRail', 'POST', '/v1/sandbox/mandates/{id}/revoke_by_rail', 'nothing', 'json'],
    ['setClock', 'POST', '/v1/sandbox/clock', 'body', 'json'],
    ['succeedRefund', 'POST', '/v1/sandbox/refunds/{id}/succeed', 'nothing', 'json'],
    ['updateSettings', 'POST', '/v1/sandbox/settings', 'body', 'json'],
    ['winDispute', 'POST', '/v1/sandbox/disputes/{id}/win', 'nothing', 'json'],
  ],

  schedules: [
    ['cancel', 'POST', '/v1/schedules/{id}/cancel', 'nothing', 'json'],
    ['create', 'POST', '/v1/mandates/{id}/schedules', 'body', 'json'],
    ['get', 'GET', '/v1/schedules/{id}', 'nothing', 'json'],
    ['list', 'GET', '/v1/schedules', 'query', 'list'],
    ['pause', 'POST', '/v1/schedules/{id}/pause', 'nothing', 'json'],
    ['resume', 'POST', '/v1/schedules/{id}/resume', 'nothing', 'json'],
    ['upcoming', 'GET', '/v1/schedules/{id}/upcoming', 'nothing', 'json'],
  ],

  settlements: [
    ['csv', 'GET', '/v1/settlements.csv', 'query', 'text'],
    ['get', 'GET', '/v1/settlements/{id}', 'nothing', 'json'],
    ['items', 'GET', '/v1/settlements/{id}/items', 'query', 'list'],
    ['itemsCsv', 'GET', '/v1/settlements/{id}/items.csv', 'nothing', 'text'],
    ['list', 'GET', '/v1/settlements', 'query', 'list'],
  ],

  transactions: [
    ['csv', 'GET', '/v1/transactions.csv', 'query', 'text'],
    ['get', 'GET', '/v1/transactions/{id}', 'nothing', 'json'],
    ['list', 'GET', '/v1/transactions', 'query', 'list'],
  ],

  vpas: [
    ['validate', 'POST', '/v1/vpas/validate', 'body', 'json'],
  ],

  webhookEndpoints: [
    ['create', 'POST', '/v1/webhook_endpoints', 'body', 'json'],
    ['delete', 'DELETE', '/v1/webhook_endpoints/{id}', 'nothing', 'json'],
    ['disable', 'POST', '/v1/webhook_endpoints/{id}/disable', 'nothing', 'json'],
    ['enable', 'POST', '/v1/webhook_endpoints/{id}/enable', 'nothing', 'json'],
    ['get', 'GET', '/v1/webhook_endpoints/{id}', 'nothing', 'json'],
    ['list', 'GET', '/v1/webhook_endpoints', 'query', 'list'],
    ['redeliver', 'POST', '/v1/webhook_endpoints/{id}/redeliver', 'body', 'json'],
    ['rotateSecret', 'POST', '/v1/webhook_endpoints/{id}/rotate_secret', 'body', 'json'],
    ['test', 'POST', '/v1/webhook_endpoints/{id}/test', 'nothing', 'json'],
    ['update', 'PATCH', '/v1/webhook_endpoints/{id}', 'body', 'json'],
  ],
}

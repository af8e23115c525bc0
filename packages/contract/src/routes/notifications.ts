import { z } from 'zod'
import { EmptyBody } from '../schemas/empty-body.ts'
import { text } from '../schemas/fields.ts'
import { createdFields, listOf, pageFields, payerFields } from '../schemas/list.ts'
import {
  Notification,
  NotificationCreate,
  NotificationStatusField,
} from '../schemas/notification.ts'
import { actionHeaders, c, csvTable, idParams, problems } from './route.ts'

/** One page of notifications. */
export const NotificationList = listOf('NotificationList', Notification)

const filters = {
  ...createdFields,
  mandate_id: text(1, 64).optional(),
  status: NotificationStatusField.optional(),
  reference_id: text(1, 50).optional(),
  batch_id: text(1, 64).optional(),
  schedule_id: text(1, 64).optional(),
  ...payerFields,
}

/** `/v1/notifications`: the notice a payer gets before a debit. */
export const notifications = c.router({
  create: {
    method: 'POST',
    path: '/v1/mandates/:id/notifications',
    pathParams: idParams,
    summary: 'Notify a debit',
    description:
      'Tells the payer of a coming debit. Lead time, cut-off, cycle, amount and day are checked at once.',
    headers: actionHeaders,
    body: NotificationCreate,
    responses: { 201: Notification, ...problems },
    metadata: { resource: 'notifications', method: 'create', scope: 'write' },
  },
  list: {
    method: 'GET',
    path: '/v1/notifications',
    summary: 'List notifications',
    description: 'Newest first, narrowed by the filters given.',
    query: z.strictObject({ ...pageFields, ...filters }),
    responses: { 200: NotificationList, ...problems },
    metadata: { resource: 'notifications', method: 'list', scope: 'read' },
  },
  csv: {
    method: 'GET',
    path: '/v1/notifications.csv',
    summary: 'List notifications as CSV',
    description: 'All that the filters let through, newest first, amounts in paise.',
    query: z.strictObject(filters),
    responses: { 200: csvTable, ...problems },
    metadata: { resource: 'notifications', method: 'csv', scope: 'read' },
  },
  get: {
    method: 'GET',
    path: '/v1/notifications/:id',
    pathParams: idParams,
    summary: 'Read a notification',
    description: 'The notification as it stands, with the window in which its debit may be made.',
    responses: { 200: Notification, ...problems },
    metadata: { resource: 'notifications', method: 'get', scope: 'read' },
  },
  cancel: {
    method: 'POST',
    path: '/v1/notifications/:id/cancel',
    pathParams: idParams,
    summary: 'Cancel a notification',
    description:
      'Calls the announced debit off before its first attempt; a debit that was planned on it is cancelled too. Its cycle may be notified again, under its number.',
    headers: actionHeaders,
    body: EmptyBody.prefault({}),
    responses: { 200: Notification, ...problems },
    metadata: { resource: 'notifications', method: 'cancel', scope: 'write' },
  },
})

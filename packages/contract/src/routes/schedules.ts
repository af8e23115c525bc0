import { z } from 'zod'
import { EmptyBody } from '../schemas/empty-body.ts'
import { text } from '../schemas/fields.ts'
import { createdFields, listOf, pageFields, payerFields } from '../schemas/list.ts'
import {
  Schedule,
  ScheduleCreate,
  ScheduleStatusField,
  ScheduleUpcoming,
} from '../schemas/schedule.ts'
import { actionHeaders, c, idParams, problems } from './route.ts'

/** One page of schedules. */
export const ScheduleList = listOf('ScheduleList', Schedule)

/** `/v1/schedules`: debits that the server announces and makes by itself. */
export const schedules = c.router({
  create: {
    method: 'POST',
    path: '/v1/mandates/:id/schedules',
    pathParams: idParams,
    summary: 'Schedule the debits of a mandate',
    description:
      'From starts_on on the server announces and makes one debit in each cycle, on the same day of the cycle. A cycle whose notice would be too late is skipped; a debit that fails does not stop the schedule.',
    headers: actionHeaders,
    body: ScheduleCreate,
    responses: { 201: Schedule, ...problems },
    metadata: { resource: 'schedules', method: 'create', scope: 'write' },
  },
  list: {
    method: 'GET',
    path: '/v1/schedules',
    summary: 'List schedules',
    description: 'Newest first, narrowed by the filters given.',
    query: z.strictObject({
      ...pageFields,
      ...createdFields,
      mandate_id: text(1, 64).optional(),
      status: ScheduleStatusField.optional(),
      reference_id: text(1, 50).optional(),
      ...payerFields,
    }),
    responses: { 200: ScheduleList, ...problems },
    metadata: { resource: 'schedules', method: 'list', scope: 'read' },
  },
  get: {
    method: 'GET',
    path: '/v1/schedules/:id',
    pathParams: idParams,
    summary: 'Read a schedule',
    description: 'The schedule as it stands: what comes next, what was last, what was skipped.',
    responses: { 200: Schedule, ...problems },
    metadata: { resource: 'schedules', method: 'get', scope: 'read' },
  },
  upcoming: {
    method: 'GET',
    path: '/v1/schedules/:id/upcoming',
    pathParams: idParams,
    summary: 'What a schedule will do',
    description:
      'The next cycles, at most twelve: when each is announced and debited, or why it will be skipped. Announced debits come first.',
    responses: { 200: ScheduleUpcoming, ...problems },
    metadata: { resource: 'schedules', method: 'upcoming', scope: 'read' },
  },
  pause: {
    method: 'POST',
    path: '/v1/schedules/:id/pause',
    pathParams: idParams,
    summary: 'Pause a schedule',
    description: 'Announces nothing until it is resumed. Debits that are announced stay.',
    headers: actionHeaders,
    body: EmptyBody.prefault({}),
    responses: { 200: Schedule, ...problems },
    metadata: { resource: 'schedules', method: 'pause', scope: 'write' },
  },
  resume: {
    method: 'POST',
    path: '/v1/schedules/:id/resume',
    pathParams: idParams,
    summary: 'Resume a schedule',
    description:
      'Goes on with the next cycle that can still be announced; those that passed meanwhile are skipped.',
    headers: actionHeaders,
    body: EmptyBody.prefault({}),
    responses: { 200: Schedule, ...problems },
    metadata: { resource: 'schedules', method: 'resume', scope: 'write' },
  },
  cancel: {
    method: 'POST',
    path: '/v1/schedules/:id/cancel',
    pathParams: idParams,
    summary: 'Cancel a schedule',
    description:
      'Ends it for good. Debits that are announced stay; each can be cancelled by itself.',
    headers: actionHeaders,
    body: EmptyBody.prefault({}),
    responses: { 200: Schedule, ...problems },
    metadata: { resource: 'schedules', method: 'cancel', scope: 'write' },
  },
})

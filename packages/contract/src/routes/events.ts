import { z } from 'zod'
import { Event, EventTypeField } from '../schemas/event.ts'
import { text } from '../schemas/fields.ts'
import { createdFields, pageFields } from '../schemas/list.ts'
import { EventList } from './mandates.ts'
import { c, csvTable, idParams, problems } from './route.ts'

const filters = {
  ...createdFields,
  type: EventTypeField.optional(),
  resource_id: text(1, 64).optional(),
  mandate_id: text(1, 64).optional(),
}

/** `/v1/events`: the log that webhooks tell of. */
export const events = c.router({
  list: {
    method: 'GET',
    path: '/v1/events',
    summary: 'List events',
    description: 'Newest first, narrowed by the filters given.',
    query: z.strictObject({ ...pageFields, ...filters }),
    responses: { 200: EventList, ...problems },
    metadata: { resource: 'events', method: 'list', scope: 'read' },
  },
  csv: {
    method: 'GET',
    path: '/v1/events.csv',
    summary: 'List events as CSV',
    description: 'All that the filters let through, newest first.',
    query: z.strictObject(filters),
    responses: { 200: csvTable, ...problems },
    metadata: { resource: 'events', method: 'csv', scope: 'read' },
  },
  get: {
    method: 'GET',
    path: '/v1/events/:id',
    pathParams: idParams,
    summary: 'Read an event',
    description: 'The event as it is posted to webhook endpoints.',
    responses: { 200: Event, ...problems },
    metadata: { resource: 'events', method: 'get', scope: 'read' },
  },
})

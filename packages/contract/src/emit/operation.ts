import type { z } from 'zod'
import type { ZodOpenApiOperationObject, ZodOpenApiResponseObject } from 'zod-openapi'
import type { NamedRoute } from '../routes/routes-of.ts'
import { Problem } from '../schemas/problem.ts'

/** The resources of the API, in the order in which they are read. */
export const TAGS: Readonly<Record<string, string>> = {
  mandates: 'A payer’s standing permission to be debited.',
  notifications: 'The notice that a payer gets before a debit.',
  presentations: 'The debits.',
  batches: 'Many debits or notices handed in at once.',
  payments: 'One-time payments.',
  refunds: 'What is given back.',
  disputes: 'What payers object to.',
  transactions: 'Everything that moves money, as one history.',
  settlements: 'Collected money on its way to the bank account.',
  balance: 'The books.',
  schedules: 'Debits that the server announces and makes by itself, cycle by cycle.',
  webhookEndpoints: 'Where events are posted to.',
  events: 'What happened.',
  deliveries: 'What was posted, and what was answered.',
  account: 'The merchant whose key is used.',
  providers: 'The ways to the rail.',
  vpas: 'The addresses of payers.',
  rules: 'What the rail demands, with numbers and sources.',
  declineCodes: 'What banks and apps answer, and what it means.',
  sandbox: 'The payer, the bank and the clock of test mode.',
}

const STATUS_WORDS: Readonly<Record<string, string>> = {
  400: 'BadRequest',
  401: 'Unauthenticated',
  403: 'Forbidden',
  404: 'NotFound',
  408: 'PayerTimeout',
  409: 'Conflict',
  412: 'PreconditionFailed',
  413: 'TooLarge',
  415: 'UnsupportedMediaType',
  422: 'RuleBroken',
  500: 'InternalError',
  503: 'Unavailable',
}

/** One operation of the document. Its `x-` words are what the client's templates read. */
export function operationOf({ name, route, metadata }: NamedRoute): ZodOpenApiOperationObject {
  const body = 'body' in route ? route.body : undefined
  return {
    operationId: name,
    summary: route.summary ?? '',
    description: route.description ?? '',
    tags: [metadata.resource],
    'x-resource': metadata.resource,
    'x-method': metadata.method,
    'x-scope': metadata.scope,
    ...(metadata.test_only === true && { 'x-test-only': true }),
    ...(metadata.streams !== undefined && { 'x-streams': true }),
    'x-result': resultOf(route),
    requestParams: {
      ...(isObject(route.pathParams) && { path: route.pathParams }),
      ...(isObject(route.query) && { query: route.query }),
      ...(isObject(route.headers) && { header: documentedHeaders(route.headers) }),
    },
    ...(isSchema(body) && isEmpty(body) && { 'x-empty-body': true }),
    ...(isSchema(body) && {
      requestBody: {
        required: body._zod.optin === undefined,
        content: contentOf(body, metadata),
      },
    }),
    responses: Object.fromEntries(
      Object.entries(route.responses).map(([status, response]) => [
        status,
        responseOf(status, response),
      ]),
    ),
  }
}

/** One form for each media type that a body may have. */
function contentOf(
  body: z.ZodType,
  { streams = { 'application/json': withoutDefault(body) } }: NamedRoute['metadata'],
): Record<string, { schema: z.ZodType }> {
  return Object.fromEntries(Object.entries(streams).map(([type, schema]) => [type, { schema }]))
}

/** What a client makes of the answer: a value, a page to go on from, text or bytes. */
function resultOf(route: NamedRoute['route']): 'json' | 'list' | 'text' | 'bytes' {
  const answer = route.responses[200]
  if (isObject(answer) && 'has_more' in answer.shape) return 'list'
  if (isSchema(answer) || answer === undefined) return 'json'
  return /^(text\/|image\/svg\+xml)/.test((answer as { contentType: string }).contentType)
    ? 'text'
    : 'bytes'
}

/** One object per status: the document names it once and refers to it from every operation. */
const PROBLEM_RESPONSES: Readonly<Record<string, ZodOpenApiResponseObject>> = Object.fromEntries(
  Object.entries(STATUS_WORDS).map(([status, word]) => [
    status,
    {
      id: word,
      description: word.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' '),
      content: { 'application/problem+json': { schema: Problem } },
    },
  ]),
)

function responseOf(status: string, response: unknown): ZodOpenApiResponseObject {
  const shared = PROBLEM_RESPONSES[status]
  if (shared !== undefined) return shared
  if (isSchema(response))
    return { description: 'Done', content: { 'application/json': { schema: response } } }
  const { contentType, body } = response as { contentType: string; body: z.ZodType }
  return { description: 'Done', content: { [contentType]: { schema: body } } }
}

/** Header names are case-insensitive; documents print them the usual way. */
function documentedHeaders(headers: z.ZodObject): z.ZodObject {
  const shape = Object.entries(headers.shape).map(([key, schema]) => [
    key.replaceAll(/(^|-)[a-z]/g, (letter) => letter.toUpperCase()),
    schema,
  ])
  return headers.clone({ ...headers.def, shape: Object.fromEntries(shape) })
}

function withoutDefault(schema: z.ZodType): z.ZodType {
  const def = schema.def as { type: string; innerType?: z.ZodType }
  return def.type === 'prefault' && def.innerType !== undefined ? def.innerType : schema
}

function isEmpty(body: z.ZodType): boolean {
  const schema = withoutDefault(body)
  return isObject(schema) && Object.keys(schema.shape).length === 0
}

function isSchema(value: unknown): value is z.ZodType {
  return typeof value === 'object' && value !== null && 'safeParse' in value
}

function isObject(value: unknown): value is z.ZodObject {
  return isSchema(value) && (value.def as { type: string }).type === 'object'
}

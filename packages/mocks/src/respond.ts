import { type BodyStream, checkResponse, parseRequest } from '@upi-autopay/contract'
import {
  type AnyAnswer,
  authenticate,
  BODY_LIMIT_BYTES,
  type Call,
  type HandlerDeps,
  ifMatchOf,
  type ProblemContext,
  type ReadBody,
  type Refusal,
  readBody,
  refuse,
  refuseForm,
  refuseRoute,
  traceparentOf,
} from '@upi-autopay/handlers'
import type { NeutralRequest, NeutralResponse } from './neutral.ts'
import { findRoute, type MountedRoute, type RouteMatch } from './route-table.ts'

/** What the pipeline runs on. */
export interface RespondDeps {
  readonly handlers: HandlerDeps
  readonly mintRequestId: () => string
  /** Done between the form and the handler: what a running clock owes. */
  readonly before: (call: Call) => Promise<void>
  /** Done after a request that may have changed something, before its answer is given. */
  readonly after: (call: Call) => Promise<void>
}

/** Takes a request through the stages of the API, in their order, and answers it. Never throws: a bug of ours is a 500. */
export async function respond(
  deps: RespondDeps,
  request: NeutralRequest,
): Promise<NeutralResponse> {
  const request_id = deps.mintRequestId()
  const context = { base_url: deps.handlers.base_url(), request_id }
  const found = findRoute(request.method, request.path)
  if (found === null)
    return toNeutral(null, refuseRoute(context, request.method, request.path), request_id)
  const { mounted } = found
  try {
    const answer = await answerTo(deps, { request, found, context })
    const faults = checkResponse(mounted.route, answer.status, answer.body)
    if (faults.length === 0) return toNeutral(mounted, answer, request_id)
    const words = faults.map(
      ({ path, message }) => `${path === '' ? 'the answer' : path} ${message}`,
    )
    return toNeutral(mounted, refuseBug(context, words.join('; ')), request_id)
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error)
    return toNeutral(mounted, refuseBug(context, what), request_id)
  }
}

interface Work {
  readonly request: NeutralRequest
  readonly found: RouteMatch
  readonly context: ProblemContext
}

interface MadeAnswer extends AnyAnswer {
  readonly lasting?: boolean
}

async function answerTo(
  deps: RespondDeps,
  { request, found: { mounted, params }, context }: Work,
): Promise<MadeAnswer> {
  const { metadata, route, handle } = mounted
  const known = await authenticate(deps.handlers, {
    authorization: request.headers.get('authorization'),
    metadata,
    request_id: context.request_id,
  })
  if (!known.ok) return known.refusal
  const writes = request.method !== 'GET'
  const streams = metadata.streams !== undefined
  const body_text = writes && !streams ? await request.text() : ''
  const body = streams ? streamOf(request) : textOf(request, { body_text, context })
  if (!body.ok) return body.refusal
  const parsed = parseRequest(route, {
    params,
    body: body.value,
    ...(request.query !== '' && { query: queryOf(request.query) }),
    ...('headers' in route && { headers: request.headers.all() }),
  })
  if (!parsed.ok) return refuseForm(context, parsed.errors)
  const call: Call = {
    deps: deps.handlers,
    account: known.account,
    key_id: known.key_id,
    scopes: known.scopes,
    request_id: context.request_id,
    method: request.method,
    path: request.path,
    body_text,
    if_match: ifMatchOf(parsed.value),
    traceparent: traceparentOf(request.headers.get('traceparent')),
  }
  await deps.before(call)
  const answer = await handle(parsed.value, call)
  const moves = writes || call.account.clock.mode === 'running'
  if (moves && answer.status < 400) await deps.after(call)
  return { ...answer, lasting: !moves && answer.status === 200 && !isPieces(answer.body) }
}

function textOf(
  { headers }: NeutralRequest,
  { body_text, context }: { body_text: string; context: ProblemContext },
): ReadBody {
  return readBody(context, {
    text: body_text,
    bytes: byteLength(body_text),
    content_type: headers.get('content-type'),
  })
}

function streamOf({ headers, chunks }: NeutralRequest): ReadBody {
  const value: BodyStream = {
    content_type: headers.get('content-type'),
    content_encoding: headers.get('content-encoding'),
    chunks: chunks(),
  }
  return { ok: true, value }
}

/** Here the reader of the answer is its developer: the mocks say what broke, as the server's log would. */
function refuseBug(context: ProblemContext, what: string): Refusal {
  return refuse(context, 'internal_error', `A bug of the mocks, not of the request: ${what}.`)
}

function toNeutral(
  mounted: MountedRoute | null,
  answer: MadeAnswer,
  request_id: string,
): NeutralResponse {
  const { status, body, lasting = false } = answer
  const content_type = contentTypeOf(mounted, status)
  const isRaw = body instanceof Uint8Array || !content_type.includes('json')
  return {
    status,
    headers: { 'content-type': content_type, 'request-id': request_id, ...answer.headers },
    body: isRaw ? (body as NeutralResponse['body']) : JSON.stringify(body),
    lasting,
  }
}

/** What is read piece by piece is read once: it is not remembered. */
function isPieces(body: unknown): boolean {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body
}

function contentTypeOf(mounted: MountedRoute | null, status: number): string {
  if (status >= 400) return 'application/problem+json'
  const described: unknown = mounted?.route.responses[status]
  const named =
    typeof described === 'object' && described !== null && 'contentType' in described
      ? described.contentType
      : undefined
  return typeof named === 'string' ? named : 'application/json; charset=utf-8'
}

/** A character is at most three bytes: text that cannot exceed the limit is not counted byte by byte. */
function byteLength(text: string): number {
  return text.length * 3 <= BODY_LIMIT_BYTES ? text.length : new TextEncoder().encode(text).length
}

/** A name given twice becomes a list, which no route takes: its message then says so. */
function queryOf(query: string): Record<string, string | string[]> {
  const read: Record<string, string | string[]> = {}
  for (const [name, value] of new URLSearchParams(query)) {
    const earlier = read[name]
    read[name] =
      earlier === undefined ? value : [...(Array.isArray(earlier) ? earlier : [earlier]), value]
  }
  return read
}

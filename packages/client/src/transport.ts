import { backoffMs } from './backoff.ts'
import type { CallOptions } from './call-options.ts'
import type { AutopayOptions, FetchLike } from './client-options.ts'
import {
  AutopayApiError,
  AutopayConnectionError,
  type AutopayError,
  AutopayTimeoutError,
} from './errors.ts'
import type { Gives } from './operation.ts'
import { pause } from './pause.ts'
import { problemOf } from './problem-of.ts'
import { systemNow, systemSleep } from './system-clock.ts'
import { systemRandomKey } from './system-random.ts'
import { isRepeatable, type Upload } from './upload.ts'

/** One call, ready to be sent. */
export interface Call {
  readonly method: string
  /** Path and query, from `/v1`. */
  readonly path: string
  readonly body?: unknown
  /** Sent instead of a body in JSON. */
  readonly upload?: Upload
  readonly gives: Gives
  readonly options: CallOptions
}

/** Sends a call until it is answered, refused for good, or its time is over. */
export type Transport = (call: Call) => Promise<unknown>

type Try =
  | { readonly value: unknown; readonly head: Response }
  | { readonly error: AutopayError; readonly again: boolean; readonly head: Response | null }

const LOCAL = 'http://127.0.0.1:4010'

/** The one way to the service. A POST has one idempotency key for all its tries, made before the first. */
export function createTransport(options: AutopayOptions): Transport {
  if (typeof options.apiKey !== 'string' || options.apiKey === '')
    throw new TypeError('apiKey is missing')
  const base = (options.baseUrl ?? LOCAL).replace(/\/+$/, '')
  const send: FetchLike = options.fetch ?? ((url, init) => globalThis.fetch(url, init))
  const sleep = options.sleep ?? systemSleep
  const now = options.now ?? systemNow

  return async (call) => {
    const key = keyOf(call, options)
    const init: RequestInit = {
      method: call.method,
      headers: headersOf(call, options.apiKey, key),
      ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
      ...(call.upload !== undefined && uploadInit(call.upload)),
    }
    const { signal, onResponse } = call.options
    const maxRetries = retriesOf(call, options)
    const waitMs = 1000 * (call.options.waitSeconds ?? 0)
    const timeoutMs = waitMs + (call.options.timeoutMs ?? options.timeoutMs ?? 30_000)
    const deadline = now() + waitMs + (call.options.deadlineMs ?? options.deadlineMs ?? 90_000)
    for (let tries = 1; ; tries++) {
      signal?.throwIfAborted()
      const left = deadline - now()
      const tried = await tryOnce(send, base + call.path, init, {
        gives: call.gives,
        signal,
        ms: Math.min(timeoutMs, left),
      })
      if ('value' in tried) {
        onResponse?.(tried.head)
        return tried.value
      }
      const wait = backoffMs({
        tries,
        retryAfter: tried.head?.headers.get('retry-after') ?? null,
        now: now(),
        seed: key ?? call.path,
      })
      if (!tried.again || tries > maxRetries || now() + wait >= deadline) {
        if (tried.head !== null) onResponse?.(tried.head)
        throw tried.error
      }
      await pause(wait, sleep, signal)
    }
  }
}

/** Platforms ask for the word when a body is a stream. */
function uploadInit({ content }: Upload): RequestInit {
  return { body: content, duplex: 'half' } as RequestInit
}

function retriesOf({ upload, options }: Call, { maxRetries = 3 }: AutopayOptions): number {
  if (upload !== undefined && !isRepeatable(upload)) return 0
  return options.maxRetries ?? maxRetries
}

function keyOf(
  { method, options }: Call,
  { randomKey = systemRandomKey }: AutopayOptions,
): string | undefined {
  return options.idempotencyKey ?? (method === 'POST' ? randomKey() : undefined)
}

function headersOf(
  { body, upload, options }: Call,
  apiKey: string,
  key: string | undefined,
): Record<string, string> {
  return {
    accept: 'application/json, application/problem+json',
    authorization: `Bearer ${apiKey}`,
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(upload !== undefined && { 'content-type': upload.type }),
    ...(key !== undefined && { 'idempotency-key': key }),
    ...(options.ifMatch !== undefined && { 'if-match': options.ifMatch }),
    ...(options.waitSeconds !== undefined && { prefer: `wait=${options.waitSeconds}` }),
    ...options.headers,
  }
}

interface Limits {
  readonly gives: Gives
  readonly signal: AbortSignal | undefined
  readonly ms: number
}

/** One try, its body included in its time. An abort by the caller is thrown: it is no failure of the try. */
async function tryOnce(
  send: FetchLike,
  url: string,
  init: RequestInit,
  { gives, signal, ms }: Limits,
): Promise<Try> {
  const control = new AbortController()
  const timer = setTimeout(() => control.abort(), Math.max(0, ms))
  const forward = (): void => control.abort()
  signal?.addEventListener('abort', forward)
  try {
    const response = await send(url, { ...init, signal: control.signal })
    if (response.ok) return { value: await read(response, gives), head: response }
    const problem = await problemOf(response)
    const again = problem.retry === 'same_key' || problem.status === 429
    return { error: new AutopayApiError(problem), again, head: response }
  } catch (cause) {
    signal?.throwIfAborted()
    const error = control.signal.aborted
      ? new AutopayTimeoutError(`No answer within ${ms} ms from ${url}`, { cause })
      : new AutopayConnectionError(`No answer from ${url}`, { cause })
    return { error, again: true, head: null }
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', forward)
  }
}

async function read(response: Response, gives: Gives): Promise<unknown> {
  if (gives === 'text') return await response.text()
  if (gives === 'bytes') return new Uint8Array(await response.arrayBuffer())
  return await response.json()
}

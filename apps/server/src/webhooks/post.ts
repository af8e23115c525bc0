import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { Clock, DeliveryAttempt, DeliveryHost } from '@upi-autopay/engine'
import { useAgent } from 'request-filtering-agent'
import type { PrivateWebhooks } from '../config.ts'
import { LOOPBACK_ADDRESSES } from './private-addresses.ts'

/** How long an endpoint may take for its whole answer. */
const TIMEOUT_MS = 15_000
/** How much of an answer the delivery log keeps, in bytes. */
const KEPT_BYTES = 4096

/**
 * Posts an event once. Redirects are not followed, and an address that turns out to be private when it is looked up
 * is not connected to: a name that changes between check and use gains nothing.
 */
export function createPost(clock: Clock, allowed: PrivateWebhooks): DeliveryHost['send'] {
  return async (request) => {
    const began = clock.now()
    const told = await exchange(request, allowed)
    return { ...told, duration_ms: clock.now() - began }
  }
}

type Told = Pick<DeliveryAttempt, 'response' | 'error'>

function exchange(
  { url, headers, body }: DeliveryAttempt['request'],
  allowed: PrivateWebhooks,
): Promise<Told> {
  return new Promise((resolve) => {
    const failed = (error: Error): void => resolve({ response: null, error: error.message })
    const open = url.startsWith('https:') ? requestHttps : requestHttp
    const payload = Buffer.from(body)
    const outgoing = open(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': payload.length, 'user-agent': 'upi-autopay' },
      agent: useAgent(url, {
        allowPrivateIPAddress: allowed === 'all',
        allowMetaIPAddress: false,
        allowIPAddressList: allowed === 'loopback' ? LOOPBACK_ADDRESSES : [],
      }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    outgoing.on('error', (error) =>
      failed(error.name === 'AbortError' ? new Error(`no answer within ${TIMEOUT_MS} ms`) : error),
    )
    outgoing.on('response', (incoming) => {
      keepStart(incoming).then(
        (text) => resolve({ response: { ...headOf(incoming), body: text }, error: null }),
        failed,
      )
    })
    outgoing.end(payload)
  })
}

function headOf({ statusCode, headers }: IncomingMessage): {
  status: number
  headers: Record<string, string>
} {
  const entries = Object.entries(headers).map(([name, value]) => [name, String(value)])
  return { status: statusCode ?? 0, headers: Object.fromEntries(entries) }
}

/** The beginning of an answer; the rest is not waited for. */
async function keepStart(incoming: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of incoming) {
    chunks.push(chunk as Uint8Array)
    size += (chunk as Uint8Array).length
    if (size >= KEPT_BYTES) break
  }
  // Control characters and broken ones cannot all be kept by a database.
  return Buffer.concat(chunks)
    .subarray(0, KEPT_BYTES)
    .toString('utf8')
    .replaceAll('\u0000', '\uFFFD')
}

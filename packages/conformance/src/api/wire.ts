import type { Answer } from './driver.ts'
import type { MerchantAccess } from './target.ts'

/** A request as it goes over the wire, for what no client would send. */
export interface WireRequest {
  readonly method: string
  /** From `/v1` on, with its query. */
  readonly path: string
  /** `authorization: null` sends none; by default it is the merchant's key. */
  readonly headers?: Readonly<Record<string, string | null>>
  /** The body exactly as sent. */
  readonly text?: string
}

/** Sends one request and reads its answer by its media type. */
export async function sendOnWire(access: MerchantAccess, request: WireRequest): Promise<Answer> {
  const send = access.fetch ?? ((url: string, init: RequestInit) => globalThis.fetch(url, init))
  const response = await send(`${access.baseUrl}${request.path}`, {
    method: request.method,
    headers: headersOf(access, request),
    ...(request.text !== undefined && { body: request.text }),
  })
  return { status: response.status, headers: headerMap(response), body: await readBody(response) }
}

/** The headers of an answer, names in lower case. */
export function headerMap(response: Response): Record<string, string> {
  const headers: Record<string, string> = {}
  response.headers.forEach((value, name) => {
    headers[name.toLowerCase()] = value
  })
  return headers
}

function headersOf(access: MerchantAccess, { headers, text }: WireRequest): Record<string, string> {
  const all: Record<string, string | null> = {
    authorization: `Bearer ${access.apiKey}`,
    ...(text !== undefined && { 'content-type': 'application/json' }),
    ...headers,
  }
  const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null)
  return Object.fromEntries(given)
}

async function readBody(response: Response): Promise<unknown> {
  const type = response.headers.get('content-type') ?? ''
  if (/^application\/([\w.-]+\+)?json\b/.test(type)) return response.json()
  if (/^(text\/|image\/svg\+xml)/.test(type) || type === '') return response.text()
  return new Uint8Array(await response.arrayBuffer())
}

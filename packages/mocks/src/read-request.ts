import { streamChunks, textChunks } from './chunks.ts'
import type { HeaderReader, NeutralRequest } from './neutral.ts'

/** A request as the platform's class has it. Null for an address that is not under the base URL. */
export function readRequest(request: Request, baseUrl: string): NeutralRequest | null {
  const target = targetOf(request.url, baseUrl)
  if (target === null) return null
  const { headers } = request
  return {
    method: request.method,
    ...target,
    headers: {
      get: (name) => headers.get(name) ?? undefined,
      all: () => Object.fromEntries(headers),
    },
    text: () => request.text(),
    chunks: () => streamChunks(request.body),
  }
}

/** The arguments of a fetch, without making a `Request` of them where a plain look will do. */
export function readFetchArguments(
  input: string | URL | Request,
  init: RequestInit,
  baseUrl: string,
): NeutralRequest | null {
  const { body } = init
  const isText = body === undefined || body === null || typeof body === 'string'
  if (input instanceof Request || !isText) return readRequest(new Request(input, init), baseUrl)
  const target = targetOf(typeof input === 'string' ? input : input.href, baseUrl)
  if (target === null) return null
  const method = (init.method ?? 'GET').toUpperCase()
  const text = body ?? ''
  return {
    method,
    ...target,
    headers: readerOf(init.headers),
    text: () => text,
    chunks: () => textChunks(text),
  }
}

function targetOf(href: string, baseUrl: string): { path: string; query: string } | null {
  if (!href.startsWith(baseUrl)) return null
  const hash = href.indexOf('#', baseUrl.length)
  const rest = href.slice(baseUrl.length, hash === -1 ? undefined : hash)
  const mark = rest.indexOf('?')
  const path = mark === -1 ? rest : rest.slice(0, mark)
  if (path !== '' && !path.startsWith('/')) return null
  return { path, query: mark === -1 ? '' : rest.slice(mark + 1) }
}

function readerOf(headers: HeadersInit = {}): HeaderReader {
  const all: Record<string, string> = {}
  const entries = Symbol.iterator in headers ? headers : Object.entries(headers)
  for (const [name, value] of entries) if (value !== undefined) all[name.toLowerCase()] = value
  return { get: (name) => all[name], all: () => all }
}

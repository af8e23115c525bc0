import type { Problem } from '@upi-autopay/contract'
import { textChunks } from './chunks.ts'
import type { Respond } from './neutral.ts'
import { SandboxRefusal } from './sandbox-refusal.ts'

/** Calls the API with one merchant's key, as anybody else would. */
export type ApiCaller = <T>(method: 'GET' | 'POST', path: string, body?: object) => Promise<T>

/**
 * The way that controls and scenarios take into the engine: through the front door.
 *
 * @throws SandboxRefusal for whatever the API refuses
 */
export function createApiCaller(respond: Respond, apiKey: string): ApiCaller {
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' }
  return async <T>(method: 'GET' | 'POST', path: string, body?: object) => {
    const text = body === undefined ? '' : JSON.stringify(body)
    const answer = await respond({
      method,
      path,
      query: '',
      headers: { get: (name) => headers[name as keyof typeof headers], all: () => headers },
      text: () => text,
      chunks: () => textChunks(text),
    })
    const read: unknown = JSON.parse(String(answer.body))
    if (answer.status >= 400) throw new SandboxRefusal(read as Problem)
    return read as T
  }
}

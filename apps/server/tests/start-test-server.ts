import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMemoryStore } from '@upi-autopay/engine'
import { onTestFinished } from 'vitest'
import { type RunningServer, type ServerOptions, startServer } from '../src/index.ts'

/** A folder of its own for the test at hand, removed with it. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'autopay-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A server for the test at hand, on a free port and in memory unless told otherwise. */
export async function startTestServer(
  options: Partial<ServerOptions> = {},
): Promise<RunningServer & { readonly call: Caller }> {
  const server = await startServer({
    dataDir: join(temporaryFolder(), 'data'),
    store: createMemoryStore(),
    logLevel: 'silent',
    privateWebhooks: 'loopback',
    ...options,
  })
  onTestFinished(() => server.close())
  return { ...server, call: callerOf(server.url, server.testKey) }
}

/** An answer, read. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever came, and fails where it is not there
  readonly body: any
}

/** Calls the API: method and path, a body as JSON or as the text to be sent, further headers. */
export type Caller = (
  route: string,
  body?: object | string,
  headers?: Record<string, string>,
) => Promise<Answer>

/** A caller with a key. */
export function callerOf(url: string, key: string | null): Caller {
  return async (route, body, headers = {}) => {
    const [method = 'GET', path = '/'] = route.split(' ')
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(key !== null && { Authorization: `Bearer ${key}` }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json') === true
    return {
      status: response.status,
      headers: response.headers,
      body: isJson ? JSON.parse(text) : text,
    }
  }
}

/** The body of a mandate that the simulated bank registers; fields given take the place of these. */
export function mandateBody(fields: object = {}): object {
  return {
    reference_id: 'test-mandate-1',
    flow: 'intent',
    payer: { name: 'Asha' },
    description: 'Daily deposit',
    amount_rule: 'max',
    amount: 50_000,
    frequency: 'daily',
    start_date: '2035-01-01',
    end_date: '2036-01-01',
    ...fields,
  }
}

/** Asks again until the answer will do. */
export async function until<T>(ask: () => Promise<T>, will: (value: T) => boolean): Promise<T> {
  for (let tries = 0; tries < 400; tries++) {
    const value = await ask()
    if (will(value)) return value
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('it never came to be')
}

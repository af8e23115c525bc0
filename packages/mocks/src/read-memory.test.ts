import { describe, expect, test } from 'vitest'
import { textChunks } from './chunks.ts'
import type { NeutralRequest, NeutralResponse } from './neutral.ts'
import { createReadMemory } from './read-memory.ts'

function request(method: string, path: string, key = 'k'): NeutralRequest {
  const headers = { get: () => key, all: () => ({}) }
  return { method, path, query: '', headers, text: () => '', chunks: () => textChunks('') }
}

/** A state of one number: a POST raises it, a GET shows it. */
function counter(lasting = true) {
  let state = 0
  let made = 0
  const memory = createReadMemory(
    async ({ method }): Promise<NeutralResponse> => {
      made++
      if (method === 'POST') {
        // Between these two the change is decided and not yet told.
        state++
        await memory.respond(request('GET', '/inside'))
      }
      return { status: 200, headers: {}, body: String(state), lasting }
    },
    () => `req_${made}`,
  )
  const read = async (path = '/state', key?: string): Promise<unknown> =>
    (await memory.respond(request('GET', path, key))).body
  return { memory, read, write: () => memory.respond(request('POST', '/state')), made: () => made }
}

describe('reads under a frozen clock', () => {
  test('are made once until something is written, each with a request id of its own', async () => {
    const { memory, read, made } = counter()
    await read()
    const again = await memory.respond(request('GET', '/state'))
    expect(made()).toBe(1)
    expect(again.headers).toEqual({ 'request-id': 'req_1' })
  })

  test('show every write, and nothing that was read meanwhile is kept', async () => {
    const { read, write } = counter()
    for (const expected of ['0', '1', '2']) {
      expect(await read()).toBe(expected)
      await write()
      expect(await read('/inside')).toBe(String(Number(expected) + 1))
    }
  })

  test('are told apart by key, path and query', async () => {
    const { read, made } = counter()
    await Promise.all([read('/a'), read('/b'), read('/a', 'other')])
    expect(made()).toBe(3)
  })

  test('a read that began before a write is not kept after it', async () => {
    let state = 'before'
    let letGo: () => void = () => {}
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    const memory = createReadMemory(
      async ({ method }) => {
        const body = state
        if (method === 'POST') state = 'after'
        else if (body === 'before') await held
        return { status: 200, headers: {}, body, lasting: true }
      },
      () => 'req',
    )
    const slow = memory.respond(request('GET', '/state'))
    await memory.respond(request('POST', '/state'))
    letGo()
    expect((await slow).body).toBe('before')
    expect((await memory.respond(request('GET', '/state'))).body).toBe('after')
  })
})

test('reads whose answer may change by itself are made anew each time', async () => {
  const { read, made } = counter(false)
  await read()
  await read()
  expect(made()).toBe(2)
})

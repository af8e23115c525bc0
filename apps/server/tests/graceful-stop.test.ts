import { request } from 'node:http'
import { expect, test } from 'vitest'
import { mandateBody, startTestServer } from './start-test-server.ts'

test('a server that is told to stop takes no more callers and answers those it has', async () => {
  const server = await startTestServer()
  const body = JSON.stringify(mandateBody())
  const outgoing = request(`${server.url}/v1/mandates`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${server.testKey}`,
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(body),
    },
  })
  const answered = new Promise<number>((resolve, reject) => {
    outgoing
      .on('response', (incoming) => resolve(incoming.resume().statusCode ?? 0))
      .on('error', reject)
  })
  // Half of the body is on its way when the stop comes.
  await new Promise<void>((resolve) => outgoing.write(body.slice(0, 40), () => resolve()))
  await server.call('GET /healthz')
  const closed = server.close()
  await new Promise((resolve) => setTimeout(resolve, 100))
  await expect(server.call('GET /healthz')).rejects.toThrow()
  outgoing.end(body.slice(40))
  expect(await answered).toBe(201)
  await closed
})

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Autopay, WebhookVerificationError } from '@upi-autopay/client'

// Registers an endpoint on this machine and prints what it is told, verified. Port 0 takes a free one.
// node --conditions=source packages/client/examples/webhooks.ts upi_test_sk_… http://127.0.0.1:4010 4020

const [, , apiKey = '', baseUrl, port = '4020'] = process.argv
const autopay = new Autopay({ apiKey, baseUrl })

const server = createServer(async (request, response) => {
  const chunks: Uint8Array[] = []
  for await (const chunk of request) chunks.push(chunk as Uint8Array)
  try {
    const event = await autopay.webhooks.verify(
      Buffer.concat(chunks),
      request.headers,
      endpoint.secret,
    )
    if (event.type === 'presentation.succeeded')
      console.log(`${event.data.object.id}: ${event.data.object.amount / 100} rupees collected`)
    else console.log(`${event.type}: ${event.data.object.id} is ${event.data.object.status}`)
    response.writeHead(204).end()
  } catch (error) {
    if (!(error instanceof WebhookVerificationError)) throw error
    response.writeHead(400).end(error.reason)
  }
})
await new Promise<void>((resolve) => server.listen(Number(port), '127.0.0.1', resolve))
const endpoint = await autopay.webhookEndpoints.create({
  url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`,
  events: ['*'],
})
console.log(`Listening on ${endpoint.url} for ${endpoint.id}`)

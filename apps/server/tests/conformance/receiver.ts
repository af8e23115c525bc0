import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ReceivedWebhook, WebhookReceiver } from '@upi-autopay/conformance'

/** Listens on a free port of this machine and keeps what is posted. */
export async function openReceiver(): Promise<WebhookReceiver> {
  const received: ReceivedWebhook[] = []
  let refusal: number | null = null
  const server = createServer(async (request, response) => {
    received.push({ headers: headersOf(request), body: await bodyOf(request) })
    response.writeHead(refusal ?? 204).end()
    refusal = null
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/webhooks`,
    received: () => received,
    refuseOnce: (status) => {
      refusal = status
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of request) chunks.push(chunk as Uint8Array)
  return Buffer.concat(chunks).toString('utf8')
}

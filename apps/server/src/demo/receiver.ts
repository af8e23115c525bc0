import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Event } from '@upi-autopay/client'
import { verify, WebhookVerificationError } from '@upi-autopay/webhooks'

/** A merchant's own endpoint: believes what is signed, answers, and looks at each event once. */
export interface Receiver {
  readonly url: string
  /** Hands it the secret that the endpoint's creation told. */
  readonly trust: (secret: string) => void
  /** Every event that was believed, once, in the order of arrival. */
  readonly events: () => readonly Event[]
  readonly counts: () => ReceiverCounts
  readonly close: () => Promise<void>
}

/** What came in, by what became of it. */
export interface ReceiverCounts {
  readonly posts: number
  readonly verified: number
  readonly forged: number
  /** Verified, and seen before. */
  readonly repeated: number
  /** Turned away with 503 to see that they come again. */
  readonly turned_away: number
}

/** Listens on a free port of this machine. The first post is turned away, as by a receiver that restarts. */
export async function startReceiver(): Promise<Receiver> {
  const events = new Map<string, Event>()
  const counts = { posts: 0, verified: 0, forged: 0, repeated: 0, turned_away: 0 }
  let secret = ''

  async function take(request: IncomingMessage): Promise<number> {
    const body = await bodyOf(request)
    counts.posts++
    try {
      const event = (await verify(body, request.headers, secret)) as Event
      counts.verified++
      if (counts.turned_away === 0) {
        counts.turned_away++
        return 503
      }
      if (events.has(event.id)) counts.repeated++
      else events.set(event.id, event)
      return 204
    } catch (error) {
      if (!(error instanceof WebhookVerificationError)) throw error
      counts.forged++
      return 400
    }
  }

  const server = createServer(async (request, response) => {
    response.writeHead(await take(request)).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/webhooks`,
    trust: (told) => {
      secret = told
    },
    events: () => [...events.values()],
    counts: () => counts,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of request) chunks.push(chunk as Uint8Array)
  return Buffer.concat(chunks)
}

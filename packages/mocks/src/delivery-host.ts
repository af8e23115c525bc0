import type { Event } from '@upi-autopay/contract'
import type { DeliveryHost } from '@upi-autopay/engine'
import { renderEventText } from '@upi-autopay/handlers'
import { sign } from '@upi-autopay/webhooks'
import type { MadeDelivery, MockDelivery, MockWebhookOptions } from './options.ts'

/** How long a receiver may take, in milliseconds: the request that caused the event waits for it. */
const PATIENCE_MS = 5_000

/** How much of a receiver's answer is kept, in characters. */
const ANSWER_KEPT = 4_096

interface DeliveryHostDeps {
  readonly baseUrl: string
  readonly systemNow: () => number
  /** Takes what is sent to one address, instead of the network. */
  readonly receiver: {
    readonly url: string
    readonly deliver: NonNullable<MockWebhookOptions['deliver']>
  } | null
  readonly record: (made: MadeDelivery) => void
}

type Sent = Awaited<ReturnType<DeliveryHost['send']>>

/** Signs as the server does, and sends to the function that was handed in or over the platform's fetch. */
export function createDeliveryHost(deps: DeliveryHostDeps): DeliveryHost {
  return {
    render: (event, { merchant_id, mode }) =>
      renderEventText(event, { base_url: deps.baseUrl, merchant_id, livemode: mode === 'live' }),
    sign: ({ id, at, payload, secrets }) =>
      sign({ id, timestampSeconds: Math.floor(at / 1000), payload, secrets }),
    send: async (request, { merchant_id }) => {
      const event = JSON.parse(request.body) as Event
      const delivery: MockDelivery = { ...request, event, merchantId: merchant_id }
      const began = deps.systemNow()
      const { receiver } = deps
      const { response, error } =
        receiver?.url === request.url
          ? await hand(receiver.deliver, delivery)
          : await post(delivery)
      deps.record({ ...delivery, status: response?.status ?? null, error })
      return { response, error, duration_ms: deps.systemNow() - began }
    },
  }
}

type Answer = Pick<Sent, 'response' | 'error'>

async function hand(
  deliver: NonNullable<MockWebhookOptions['deliver']>,
  delivery: MockDelivery,
): Promise<Answer> {
  try {
    await deliver(delivery)
    return { response: { status: 200, headers: {}, body: '' }, error: null }
  } catch (error) {
    return { response: null, error: wordsOf(error) }
  }
}

async function post({ url, headers, body }: MockDelivery): Promise<Answer> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal })
    const text = await answer.text()
    const kept = { headers: Object.fromEntries(answer.headers), body: text.slice(0, ANSWER_KEPT) }
    return { response: { status: answer.status, ...kept }, error: null }
  } catch (error) {
    return { response: null, error: wordsOf(error) }
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

import type { Clock, DeliveryHost } from '@upi-autopay/engine'
import { renderEventText } from '@upi-autopay/handlers'
import { sign } from '@upi-autopay/webhooks'
import type { PrivateWebhooks } from '../config.ts'
import { createPost } from './post.ts'

/** How this server renders, signs and posts events. Signatures carry system time, whatever a merchant's clock says. */
export function createDeliveryHost(options: {
  readonly clock: Clock
  readonly base_url: () => string
  readonly privateWebhooks: PrivateWebhooks
}): DeliveryHost {
  return {
    // An event shows no page of the payer by itself: the resource's links carry their merchant already.
    render: (event, { merchant_id, mode }) =>
      renderEventText(event, {
        base_url: options.base_url(),
        merchant_id,
        livemode: mode === 'live',
      }),
    sign: ({ id, at, payload, secrets }) =>
      sign({ id, timestampSeconds: Math.floor(at / 1000), payload, secrets }),
    send: createPost(options.clock, options.privateWebhooks),
  }
}

import type { ReadEvent } from '@upi-autopay/engine'
import { renderEvent } from './render/resource.ts'

/** An event as it is posted to endpoints: the same text that the API's list shows. */
export function renderEventText(
  event: ReadEvent,
  context: { base_url: string; merchant_id: string; livemode: boolean },
): string {
  return JSON.stringify(renderEvent(event, context))
}

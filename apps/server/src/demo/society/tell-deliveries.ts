import type { Expectations } from '../expectations.ts'
import type { Receiver } from '../receiver.ts'

/** What the receiver got, against the events that the server lists. */
export function tellDeliveries(
  receiver: Receiver,
  listed: number,
  expectations: Expectations,
): void {
  const { posts, verified, forged, repeated, turned_away } = receiver.counts()
  console.log(
    `\nWebhooks: ${posts} received, ${verified} verified, ${turned_away} turned away and sent again, ${repeated} seen twice, ${forged} not believed.`,
  )
  const foretold = { events: listed, unverified: 0, forged: 0 }
  const seen = { events: receiver.events().length, unverified: posts - verified, forged }
  expectations.note({
    subject: 'webhooks received and verified',
    expected: JSON.stringify(foretold),
    seen: JSON.stringify(seen),
  })
}

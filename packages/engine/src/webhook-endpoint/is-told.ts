/** What of an endpoint decides whether it is told. */
interface Subscriber {
  readonly id: string
  readonly events: readonly string[]
}

/** Whether an endpoint is told of an event: it subscribed to the type or to all; a test is told to the tested one alone. */
export function isTold(
  { id, events }: Subscriber,
  event: { readonly type: string; readonly resource_id: string },
): boolean {
  if (event.type === 'webhook_endpoint.tested') return event.resource_id === id
  return events.includes('*') || events.includes(event.type)
}

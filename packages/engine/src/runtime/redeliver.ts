import { allowedActions } from '@upi-autopay/rail'
import { type Account, tenantOf } from '../account/account.ts'
import { type Rejection, reject } from '../kernel/result.ts'
import type { Delivery, DeliveryQuery } from '../ports/delivery-store.ts'
import type { WebhookEndpoint } from '../webhook-endpoint/webhook-endpoint.ts'
import type { EngineDeps } from './deps.ts'

type Refused = { readonly ok: false; readonly rejection: Rejection }

/** Deliveries read at once. */
const PAGE = 500

/** Which deliveries of an endpoint are sent again. System time. */
export type RedeliveryRange = Pick<DeliveryQuery, 'created_from' | 'created_until' | 'status'>

/** Sends a delivery that is over once more: a new one of the same event, with retries of its own. */
export async function redeliverOne(
  deps: EngineDeps,
  account: Account,
  id: string,
): Promise<{ readonly ok: true; readonly delivery: Delivery } | Refused> {
  const tenant = tenantOf(account)
  const known = await deps.store.deliveries.get(tenant, id)
  if (known === null) return reject({ code: 'not_found', detail: `There is no delivery ${id}.` })
  if (known.next_attempt_at !== null) {
    return reject({
      code: 'state_conflict',
      detail: `Delivery ${id} is ${known.status}: it is sent again by itself.`,
      allowed_actions: allowedActions('delivery', known.status),
    })
  }
  const refused = await refuseEndpoint(deps, account, known.webhook_endpoint_id)
  if (refused !== null) return refused
  const now = deps.clock.now()
  const [delivery] = await deps.store.deliveries.redeliver(tenant, [id], now, () =>
    deps.ids.mint('delivery', now),
  )
  if (delivery === undefined) throw new Error(`delivery ${id} tells of no event`)
  return { ok: true, delivery }
}

/** Sends once more, each event once, what an endpoint was sent in a span of time; page by page, however much it is. */
export async function redeliverRange(
  deps: EngineDeps,
  account: Account,
  { webhook_endpoint_id, ...range }: RedeliveryRange & { readonly webhook_endpoint_id: string },
): Promise<{ readonly ok: true; readonly count: number } | Refused> {
  const refused = await refuseEndpoint(deps, account, webhook_endpoint_id)
  if (refused !== null) return refused
  const tenant = tenantOf(account)
  const now = deps.clock.now()
  const told = new Set<string>()
  let after: string | undefined
  do {
    const page = await deps.store.deliveries.list({
      tenant,
      limit: PAGE,
      webhook_endpoint_id,
      ...range,
      ...(after !== undefined && { after }),
    })
    const over = page.items.filter((one) => one.next_attempt_at === null && !told.has(one.event_id))
    const once = new Map(over.map((one) => [one.event_id, one.id]))
    for (const event_id of once.keys()) told.add(event_id)
    if (once.size > 0)
      await deps.store.deliveries.redeliver(tenant, [...once.values()], now, () =>
        deps.ids.mint('delivery', now),
      )
    after = page.has_more ? page.items.at(-1)?.id : undefined
  } while (after !== undefined)
  return { ok: true, count: told.size }
}

/** Nothing is sent where nobody listens. */
async function refuseEndpoint(
  deps: EngineDeps,
  account: Account,
  id: string,
): Promise<Refused | null> {
  const ref = { tenant: tenantOf(account), kind: 'webhook_endpoint' as const, id }
  const found = await deps.store.resources.get(ref)
  if (found === null)
    return reject({ code: 'not_found', detail: `There is no webhook endpoint ${id}.` })
  const { status } = found.row.data as WebhookEndpoint
  if (status === 'enabled') return null
  return reject({
    code: 'state_conflict',
    detail: `Webhook endpoint ${id} is ${status}: nothing is sent to it.`,
    allowed_actions: allowedActions('webhook_endpoint', status),
  })
}

import { account } from './routes/account.ts'
import { deliveries } from './routes/deliveries.ts'
import { events } from './routes/events.ts'
import { mandates } from './routes/mandates.ts'
import { notifications } from './routes/notifications.ts'
import { presentations } from './routes/presentations.ts'
import { c } from './routes/route.ts'
import { sandbox } from './routes/sandbox.ts'
import { webhookEndpoints } from './routes/webhook-endpoints.ts'

/** The public API, whole, nested by resource. */
export const contract = c.router({
  mandates,
  notifications,
  presentations,
  webhookEndpoints,
  events,
  deliveries,
  account,
  sandbox,
})

import { account } from './routes/account.ts'
import { balance } from './routes/balance.ts'
import { batches } from './routes/batches.ts'
import { deliveries } from './routes/deliveries.ts'
import { disputes } from './routes/disputes.ts'
import { events } from './routes/events.ts'
import { mandates } from './routes/mandates.ts'
import { notifications } from './routes/notifications.ts'
import { payments } from './routes/payments.ts'
import { presentations } from './routes/presentations.ts'
import { providers } from './routes/providers.ts'
import { refunds } from './routes/refunds.ts'
import { declineCodes, rules } from './routes/rules.ts'
import { sandbox } from './routes/sandbox.ts'
import { schedules } from './routes/schedules.ts'
import { settlements } from './routes/settlements.ts'
import { transactions } from './routes/transactions.ts'
import { vpas } from './routes/vpas.ts'
import { webhookEndpoints } from './routes/webhook-endpoints.ts'

/** Written out: the inferred type would be too long to print into declarations. */
type Resources = {
  mandates: typeof mandates
  notifications: typeof notifications
  presentations: typeof presentations
  batches: typeof batches
  payments: typeof payments
  refunds: typeof refunds
  disputes: typeof disputes
  transactions: typeof transactions
  settlements: typeof settlements
  balance: typeof balance
  schedules: typeof schedules
  webhookEndpoints: typeof webhookEndpoints
  events: typeof events
  deliveries: typeof deliveries
  account: typeof account
  providers: typeof providers
  vpas: typeof vpas
  rules: typeof rules
  declineCodes: typeof declineCodes
  sandbox: typeof sandbox
}

/** The public API, whole, nested by resource. */
export const contract: Resources = {
  mandates,
  notifications,
  presentations,
  batches,
  payments,
  refunds,
  disputes,
  transactions,
  settlements,
  balance,
  schedules,
  webhookEndpoints,
  events,
  deliveries,
  account,
  providers,
  vpas,
  rules,
  declineCodes,
  sandbox,
}

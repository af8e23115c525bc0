import type { contract } from '@upi-autopay/contract'
import type { HandlerTable } from './answer.ts'
import { account } from './routes/account.ts'
import { balance } from './routes/balance.ts'
import { batches } from './routes/batches.ts'
import { disputes } from './routes/disputes.ts'
import { deliveries, events } from './routes/events.ts'
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

/** The whole API as functions, in the shape of the contract: every host mounts this one table. */
export const handlers: HandlerTable<typeof contract> = {
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

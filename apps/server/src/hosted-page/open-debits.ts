import {
  type Account,
  type EngineDeps,
  type Notification,
  type Presentation,
  type ReadRow,
  tenantOf,
} from '@upi-autopay/engine'

/** What of a mandate's debits a payer has a say in. */
export interface OpenDebits {
  /** Debits that wait for the PIN. */
  readonly asking: readonly Presentation[]
  /** Notices that have arrived and whose debit has not begun, the next day first. */
  readonly announced: readonly Notification[]
}

export const NO_DEBITS: OpenDebits = { asking: [], announced: [] }

/** More than a payer reads; the app shows the rest. */
const SHOWN = 20

/** The debits of a mandate that its payer can still answer or call off. */
export async function openDebits(
  { store }: Pick<EngineDeps, 'store'>,
  account: Account,
  mandate_id: string,
): Promise<OpenDebits> {
  const common = { tenant: tenantOf(account), mandate_id, limit: SHOWN }
  const [asking, announced] = await Promise.all([
    store.resources.list({ ...common, kind: 'presentation', status: 'awaiting_payer' }),
    store.resources.list({ ...common, kind: 'notification', status: 'delivered' }),
  ])
  const notices = announced.items.map(notificationIn)
  return {
    asking: asking.items.map(({ row }) => row.data as Presentation),
    announced: notices.sort((one, other) => one.window_until - other.window_until),
  }
}

function notificationIn({ row }: ReadRow): Notification {
  return row.data as Notification
}

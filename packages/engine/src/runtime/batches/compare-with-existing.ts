import { type Account, tenantOf } from '../../account/account.ts'
import type { Notification } from '../../mandate/notification/notification.ts'
import type { Presentation } from '../../mandate/presentation/presentation.ts'
import type { BatchOrder, BatchRowEnd } from '../../ports/batch-store.ts'
import type { ResourceRow } from '../../ports/decision-store.ts'
import type { EngineDeps } from '../deps.ts'

/** A row with its mandate. */
interface Asked {
  readonly line: number
  readonly order: BatchOrder
  readonly mandate_id: string
}

/**
 * Judges rows whose reference is in use. What this very row made is its own; the same debit, made under another batch
 * or by itself, is left unchanged and named; anything else is another's reference.
 */
export async function compareWithExisting(
  deps: EngineDeps,
  account: Account,
  rows: readonly Asked[],
  taken: ReadonlyMap<string, ResourceRow>,
): Promise<BatchRowEnd[]> {
  const holders = rows.map(({ order }) => taken.get(order.reference_id) as ResourceRow)
  const notices = await noticesOf(deps, account, holders)
  return rows.map(({ line, order, mandate_id }, index) => {
    const holder = holders[index] as ResourceRow
    const notice = holder.kind === 'notification' ? (holder.data as Notification) : notices[index]
    const found = {
      notification_id: notice?.id ?? null,
      presentation_id: holder.kind === 'presentation' ? holder.id : null,
    }
    const wanted = order.presentation_id === null ? 'notification' : 'presentation'
    if (holder.kind === wanted && holder.id === (order.presentation_id ?? order.notification_id))
      return { line, status: 'planned', errors: [], ...found }
    if (
      holder.kind === wanted &&
      holder.mandate_id === mandate_id &&
      isSameDebit(order, holder.data as { amount: number }, notice)
    )
      return { line, status: 'unchanged', errors: [], ...found }
    return {
      line,
      status: 'refused',
      errors: [
        {
          code: 'reference_id_taken',
          field: 'reference_id',
          message: `reference_id ${order.reference_id} belongs to ${holder.kind} ${holder.id}, which is not for the same mandate, amount and day.`,
        },
      ],
      notification_id: null,
      presentation_id: null,
    }
  })
}

/** The notices that debits were made against, in the order of the debits. */
async function noticesOf(
  { store }: EngineDeps,
  account: Account,
  holders: readonly ResourceRow[],
): Promise<(Notification | undefined)[]> {
  const tenant = tenantOf(account)
  const refs = holders.flatMap(({ kind, data }) => {
    const id = kind === 'presentation' ? (data as Presentation).notification_id : null
    return id === null ? [] : [{ tenant, kind: 'notification' as const, id }]
  })
  const loaded = refs.length === 0 ? [] : await store.decisions.load(refs)
  const notices = new Map(
    loaded.flatMap((one) => (one === null ? [] : [[one.row.id, one.row.data as Notification]])),
  )
  return holders.map(({ notification_id }) =>
    notification_id === null ? undefined : notices.get(notification_id),
  )
}

function isSameDebit(
  order: BatchOrder,
  { amount }: { readonly amount: number },
  notice: Notification | undefined,
): boolean {
  return (
    amount === order.amount &&
    notice?.debit_date === order.debit_date &&
    notice.debit_at === order.debit_at
  )
}

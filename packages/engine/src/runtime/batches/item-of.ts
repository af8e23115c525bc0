import type { Account } from '../../account/account.ts'
import type { Batch } from '../../batch/batch.ts'
import type { BatchOrder } from '../../ports/batch-store.ts'
import type { Item } from '../item.ts'

/** The one command that a row becomes: a notice with its debit, or a notice alone. */
export function itemOf(
  account: Account,
  batch: Batch,
  order: BatchOrder,
  mandate_id: string,
): Item {
  const { reference_id, amount, debit_date, debit_at, metadata, notification_id } = order
  const target = { kind: 'mandate', id: mandate_id } as const
  const beside = { batch_id: batch.id, schedule_id: null, quiet: batch.events === 'summary' }
  const notice = { id: notification_id, reference_id, amount, debit_date, debit_at, metadata }
  const named = { kind: 'notification', reference_id } as const
  const cause = `batch:${batch.id}`
  if (order.presentation_id === null) {
    const command = { type: 'CreateNotification', ...notice, mandate_id, ...beside } as const
    return { account, command, target, cause, reference: named }
  }
  const { presentation_id, description, when, present_at, retry } = order
  return {
    account,
    command: {
      type: 'CreateDebit',
      mandate_id,
      notification: notice,
      presentation: {
        id: presentation_id,
        reference_id,
        description,
        when,
        present_at,
        retry,
        metadata,
      },
      ...beside,
    },
    target,
    cause,
    reference: [named, { kind: 'presentation', reference_id }],
  }
}

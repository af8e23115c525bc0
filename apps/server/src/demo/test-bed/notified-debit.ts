import { BANK_ANSWERS_AFTER, type Bed } from './bed.ts'

/** Notifies debits for the next Indian day and presents them as soon as the notices are delivered. Answers their ids. */
export async function notifiedDebit(
  bed: Bed,
  asked: readonly { readonly mandate_id: string; readonly amount: number }[],
): Promise<string[]> {
  const { autopay } = bed
  const debit_date = bed.tomorrow()
  const notices: { mandate_id: string; notification_id: string }[] = []
  for (const { mandate_id, amount } of asked) {
    const { id } = await autopay.notifications.create(mandate_id, { amount, debit_date })
    notices.push({ mandate_id, notification_id: id })
  }
  await bed.advance(BANK_ANSWERS_AFTER)
  const ids: string[] = []
  for (const { mandate_id, notification_id } of notices) {
    const body = { notification_id, reference_id: bed.reference() }
    ids.push((await autopay.presentations.create(mandate_id, body)).id)
  }
  return ids
}

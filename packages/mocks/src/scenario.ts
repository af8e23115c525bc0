import type { Mandate, Notification } from '@upi-autopay/contract'
import { addDays, type Instant, istDate } from '@upi-autopay/rail'
import type { ApiCaller } from './api-caller.ts'

/**
 * What there is at the start, per merchant.
 * - `empty`: nothing.
 * - `payer_decides`: nothing, and amounts decide nothing either (`value_table` is off): only the payer acts.
 * - `collecting`: something to show: an active daily mandate with a debit that succeeded, an active monthly one
 *   with a debit that failed for want of funds, and a pending one. All of it happened in the three days before `now`.
 */
export type Scenario = 'empty' | 'payer_decides' | 'collecting'

const HISTORY_DAYS = 3
const DAY_MS = 86_400_000

/** How long before `now` a scenario begins, in milliseconds. */
export function historyOf(scenario: Scenario): number {
  return scenario === 'collecting' ? HISTORY_DAYS * DAY_MS : 0
}

/** Plays what happened before the start, through the API; the clock stands at the beginning of that history. */
export async function playHistory(
  call: ApiCaller,
  { begin, now }: { begin: Instant; now: Instant },
): Promise<void> {
  const paid = await call<Mandate>('POST', '/v1/sandbox/mandates', {
    ...mandateBody('asha-rao-daily', begin),
    payer: { name: 'Asha Rao', vpa: 'asha.rao@okaxis' },
    amount: 10_000,
    frequency: 'daily',
  })
  const unpaid = await call<Mandate>('POST', '/v1/sandbox/mandates', {
    ...mandateBody('ravi-nair-monthly', begin),
    payer: { name: 'Ravi Nair', vpa: 'ravi.nair@okaxis' },
    amount: 18_000,
    frequency: 'monthly',
  })
  const debit_date = addDays(istDate(begin), 2)
  const notices: Notification[] = []
  for (const { id, amount } of [paid, unpaid]) {
    notices.push(await call('POST', `/v1/mandates/${id}/notifications`, { amount, debit_date }))
  }
  await call('POST', '/v1/sandbox/clock', { advance_by: 'PT1M' })
  for (const { id, mandate_id } of notices) {
    await call('POST', `/v1/mandates/${mandate_id}/presentations`, {
      notification_id: id,
      reference_id: `debit-${mandate_id.slice(-8)}`,
    })
  }
  await call('POST', '/v1/sandbox/clock', { advance_to: new Date(now).toISOString() })
  await call('POST', '/v1/mandates', {
    ...mandateBody('meena-iyer-weekly', now),
    payer: { name: 'Meena Iyer' },
    amount: 250_000,
    frequency: 'weekly',
  })
}

function mandateBody(reference_id: string, from: Instant): object {
  const start_date = istDate(from)
  return {
    reference_id,
    flow: 'intent',
    description: 'Society deposit',
    amount_rule: 'max',
    start_date,
    end_date: addDays(start_date, 364),
  }
}

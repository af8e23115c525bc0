import type { Mandate, Notification, Presentation } from '@upi-autopay/contract'
import type { AutopayMock } from '../src/index.ts'

/** A body that every default of the mocks accepts: amounts that the value table is silent about. */
export const MANDATE = {
  reference_id: 'member-00042',
  flow: 'intent',
  payer: { name: 'Asha Rao' },
  description: 'Daily deposit',
  amount_rule: 'max',
  amount: 300_000,
  frequency: 'daily',
  start_date: '2026-11-23',
  end_date: '2027-11-22',
}

/** Requests with the key of one merchant, through the fetch handed in, or the platform's as it is at each call. */
export function apiOf(mock: Pick<AutopayMock, 'baseUrl' | 'apiKey'>, send?: typeof fetch) {
  return async <T>(method: string, path: string, body?: unknown): Promise<Reply<T>> => {
    const answer = await (send ?? globalThis.fetch)(mock.baseUrl + path, {
      method,
      headers: {
        authorization: `Bearer ${mock.apiKey}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return { status: answer.status, headers: answer.headers, body: (await answer.json()) as T }
  }
}

export interface Reply<T> {
  readonly status: number
  readonly headers: Headers
  readonly body: T
}

/** A mandate, approved, notified and debited, by the clock and the payer of the mocks alone. */
export async function collectOnce(mock: AutopayMock, send?: typeof fetch): Promise<Presentation> {
  const api = apiOf(mock, send)
  const { body: mandate } = await api<Mandate>('POST', '/v1/mandates', MANDATE)
  await mock.payer.approve(mandate.id, { vpa: 'asha@sim' })
  await mock.clock.advance({ seconds: 10 })
  const { body: notice } = await api<Notification>(
    'POST',
    `/v1/mandates/${mandate.id}/notifications`,
    {
      amount: 60_100,
      debit_date: '2026-11-25',
    },
  )
  await mock.clock.advance('PT1M')
  const { body: debit } = await api<Presentation>(
    'POST',
    `/v1/mandates/${mandate.id}/presentations`,
    {
      notification_id: notice.id,
      reference_id: 'debit-00042',
    },
  )
  // Half a minute into the day of the debit, which now waits for the PIN.
  await mock.clock.advanceTo('2026-11-24T18:30:30.000Z')
  await mock.payer.enterPin(debit.id)
  await mock.clock.advance({ seconds: 10 })
  return (await api<Presentation>('GET', `/v1/presentations/${debit.id}`)).body
}

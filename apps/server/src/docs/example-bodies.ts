/** Stands for an Indian day, so many days after the one on which the page is opened. */
const inDays = (days: number): string => `IN_DAYS(${days})`

const MANDATE = {
  reference_id: 'member-0001',
  flow: 'intent',
  payer: { name: 'Asha' },
  description: 'Daily deposit',
  amount_rule: 'max',
  amount: 50_000,
  frequency: 'daily',
  start_date: inDays(1),
  end_date: inDays(365),
}

/**
 * A body for each operation that a reader of the reference can send as it stands, by operation id. Left alone, the
 * reference fills every optional field with whatever its pattern allows, which contradicts itself and is refused.
 * Ids that an earlier answer gave are to be put in by hand.
 */
export const EXAMPLE_BODIES: Readonly<Record<string, object>> = {
  mandates_create: MANDATE,
  notifications_create: { amount: 10_000, debit_date: inDays(2) },
  presentations_create: {
    notification_id: 'pdn_…',
    reference_id: 'debit-0001',
    when: 'asap',
    retry: 'auto',
  },
  presentations_retry: { when: 'asap' },
  presentations_preview: { notification_id: 'pdn_…' },
  presentations_resolve: { outcome: 'failed', note: 'The bank found no trace of it.' },
  mandates_modify: { amount: 80_000 },
  schedules_create: {
    reference_id: 'schedule-0001',
    amount: 10_000,
    starts_on: inDays(3),
    count: 12,
    retry: 'auto',
  },
  payments_create: {
    reference_id: 'payment-0001',
    flow: 'intent',
    purpose: 'School fee',
    amount: 30_000,
  },
  payments_resolve: { outcome: 'failed', note: 'The bank found no trace of it.' },
  refunds_create: { presentation_id: 'prs_…', reference_id: 'refund-0001', amount: 5_000 },
  disputes_contest: { evidence: { note: 'The payer signed for the delivery.' } },
  account_update: { name: 'Hirapur Society' },
  vpas_validate: { vpa: 'asha@okaxis' },
  webhookEndpoints_update: { description: 'Bookkeeping' },
  webhookEndpoints_redeliver: { from: '2026-11-22T00:00:00.000Z' },
  sandbox_addFault: { on: 'presentation', fault: 'timeout_after_success', times: 1 },
  webhookEndpoints_create: { url: 'https://example.com/webhooks', events: ['*'] },
  sandbox_createMandate: { ...MANDATE, reference_id: 'member-0002' },
  sandbox_approveMandate: {},
  sandbox_setClock: { advance_by: 'PT10S' },
}

/** The bodies with days in place, as the text of an expression in a browser's script; `day(n)` answers the n-th from today. */
export function exampleBodiesScript(): string {
  return JSON.stringify(EXAMPLE_BODIES).replace(/"IN_DAYS\((\d+)\)"/g, 'day($1)')
}

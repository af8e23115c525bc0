import { toInstant } from '@upi-autopay/rail'
import { describe, expect, test } from 'vitest'
import { type Caller, callerOf, mandateBody, startTestServer } from './start-test-server.ts'

/** A merchant with a policy of its own, on Monday 7 January 2030 at 08:00 Indian time. */
async function merchantWith(policy: object): Promise<Caller> {
  const { url, operatorToken } = await startTestServer({
    clock: { now: () => toInstant(Date.parse('2030-01-07T02:30:00.000Z')) },
  })
  const operator = callerOf(url, operatorToken)
  const made = await operator('POST /operator/merchants', { name: 'Society', policy })
  expect(made).toMatchObject({ status: 201, body: { policy } })
  const call = callerOf(url, made.body.test_key)
  await call('POST /v1/sandbox/clock', { mode: 'frozen' })
  return call
}

/** An active mandate with its first debit behind it, so that later ones ask for no PIN. */
async function debitedOnce(call: Caller): Promise<string> {
  const dates = { start_date: '2030-01-07', end_date: '2031-01-06', frequency: 'as_presented' }
  const { body } = await call('POST /v1/sandbox/mandates', mandateBody(dates))
  await call(`POST /v1/mandates/${body.id}/presentations`, {
    instant: true,
    amount: 5_000,
    reference_id: 'first-debit',
  })
  await call('POST /v1/sandbox/clock', { advance_by: 'PT10S' })
  return body.id
}

/** A debit for the next day, planned for 11:00 Indian time. */
async function debitAtEleven(call: Caller, mandate: string): Promise<string> {
  const { body: notice } = await call(`POST /v1/mandates/${mandate}/notifications`, {
    amount: 30_000,
    debit_at: '2030-01-08T05:30:00.000Z',
  })
  await call('POST /v1/sandbox/clock', { advance_by: 'PT10S' })
  const { body } = await call(`POST /v1/mandates/${mandate}/presentations`, {
    notification_id: notice.id,
    reference_id: 'at-eleven',
  })
  return body.id
}

describe('a merchant whose rail is evaluated as of a day', () => {
  test.each([
    ['2025-07-31', 'succeeded'],
    ['2025-08-01', 'scheduled'],
  ])('as of %s its debit at 11:00 is %s a minute later', async (rules_as_of, status) => {
    const call = await merchantWith({ rules_as_of })
    const debit = await debitAtEleven(call, await debitedOnce(call))
    await call('POST /v1/sandbox/clock', { advance_to: '2030-01-08T05:31:00.000Z' })
    const { body } = await call(`GET /v1/presentations/${debit}`)
    expect(body.status).toBe(status)
    if (status === 'scheduled') expect(body.deferred_because).toBe('peak_hours')
  })

  test('before the rail began there is nothing to evaluate', async () => {
    const { url, operatorToken } = await startTestServer()
    const { status, body } = await callerOf(url, operatorToken)('POST /operator/merchants', {
      name: 'Society',
      policy: { rules_as_of: '2020-06-30' },
    })
    expect(status).toBe(400)
    expect(body.errors).toMatchObject([{ in: 'body', pointer: '/policy/rules_as_of' }])
  })
})

describe('a merchant with a policy of its own', () => {
  test('keeps to its own largest amount, and to its own lead window', async () => {
    const call = await merchantWith({ amount_max_paise: 40_000, notice_lead_max_hours: 72 })
    const dates = { start_date: '2030-01-07', end_date: '2031-01-06', frequency: 'as_presented' }
    const refused = await call('POST /v1/mandates', mandateBody({ ...dates, amount: 40_001 }))
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'amount_above_maximum', limit: { maximum_paise: 40_000 } },
    })
    const { body } = await call(
      'POST /v1/sandbox/mandates',
      mandateBody({ ...dates, amount: 40_000 }),
    )
    const notice = { amount: 30_000, debit_date: '2030-01-10' }
    expect((await call(`POST /v1/mandates/${body.id}/notifications`, notice)).status).toBe(201)
  })

  test('may be kept from revoking what is paused', async () => {
    const call = await merchantWith({ revocable_while_paused: false })
    const id = await debitedOnce(call)
    await call(`POST /v1/sandbox/mandates/${id}/pause`)
    expect(await call(`POST /v1/mandates/${id}/revoke`)).toMatchObject({
      status: 422,
      body: { code: 'revocation_not_allowed', rule: { id: 'mandate.revocable_while_paused' } },
    })
  })
})

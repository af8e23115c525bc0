import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startTestServer, temporaryFolder } from './start-test-server.ts'

/** Monday, 08:00 in India. */
const MONDAY = '2035-01-08T02:30:00.000Z'
const DAYS_OFF = { 2035: ['2035-01-09', '2035-01-10'] }

test('T+1 passes over the days on which the operator says that banks are closed', async () => {
  const holidaysFile = join(temporaryFolder(), 'holidays.json')
  writeFileSync(holidaysFile, JSON.stringify(DAYS_OFF))
  const { call } = await startTestServer({ holidaysFile })
  await call('POST /v1/sandbox/clock', { advance_to: MONDAY, mode: 'frozen' })
  const { body: payment } = await call('POST /v1/payments', {
    reference_id: 'payment-1',
    flow: 'intent',
    amount: 30_000,
    purpose: 'School fee',
    settlement: 't1',
  })
  await call(`POST /v1/sandbox/payments/${payment.id}/approve`, {})
  const settlements = async () => (await call('GET /v1/settlements')).body.data
  await call('POST /v1/sandbox/clock', { advance_to: '2035-01-11T04:29:59.999Z' })
  expect(await settlements()).toEqual([])
  await call('POST /v1/sandbox/clock', { advance_to: '2035-01-11T04:30:00.000Z' })
  expect(await settlements()).toMatchObject([
    { speed: 't1', net: 30_000, settle_date: '2035-01-11' },
  ])
  const { body: providers } = await call('GET /v1/providers')
  expect(providers.data[0].policy.holidays).toEqual(DAYS_OFF)
})

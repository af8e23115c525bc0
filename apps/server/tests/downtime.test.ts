import { join } from 'node:path'
import type { Instant } from '@upi-autopay/rail'
import { expect, onTestFinished, test } from 'vitest'
import { type RunningServer, startServer } from '../src/index.ts'
import { type Caller, callerOf, mandateBody, temporaryFolder, until } from './start-test-server.ts'

const DAY_MS = 86_400_000
/** 08:00 in India. */
const BEGIN = Date.parse('2035-01-01T02:30:00.000Z')

/** A server on one data folder whose clock runs on from an instant. */
async function serverAt(dataDir: string, at: number): Promise<RunningServer & { call: Caller }> {
  const began = performance.now()
  const now = (): Instant => Math.floor(at + performance.now() - began) as Instant
  const server = await startServer({ dataDir, logLevel: 'silent', clock: { now } })
  onTestFinished(() => server.close())
  return { ...server, call: callerOf(server.url, server.testKey) }
}

test('a server that was away for nine days debits no day twice, makes up for none, and says which it left out', async () => {
  const dataDir = join(temporaryFolder(), 'data')
  const first = await serverAt(dataDir, BEGIN)
  const mandate = await first.call('POST /v1/sandbox/mandates', mandateBody())
  const planned = await first.call(`POST /v1/mandates/${mandate.body.id}/schedules`, {
    reference_id: 'plan-0001',
    amount: 8_000,
    starts_on: '2035-01-02',
  })
  const schedule = planned.body.id as string
  const debitsOf = async (call: Caller) =>
    (await call(`GET /v1/presentations?schedule_id=${schedule}&limit=100`)).body.data
  // The first notice goes out at once and arrives; then the server is gone.
  await first.call('POST /v1/sandbox/clock', { advance_by: 'PT11S' })
  await until(
    () => first.call(`GET /v1/notifications?schedule_id=${schedule}`),
    ({ body }) => body.data[0]?.status === 'delivered',
  )
  await first.close()

  const second = await serverAt(dataDir, BEGIN + 9 * DAY_MS)
  const caughtUp = await until(
    () => second.call(`GET /v1/schedules/${schedule}`),
    ({ body }) => body.last.number > 1,
  )
  expect(caughtUp.body).toMatchObject({
    status: 'active',
    skips: [
      {
        number: 2,
        cycles: 8,
        from: '2035-01-03',
        until: '2035-01-10',
        reason: 'notice_too_late',
        message:
          'The cycle was not announced in time; at 2035-01-10 08:00:11 IST it is too late for its notice.',
      },
    ],
    done: { succeeded: 0, failed: 1, skipped: 8 },
    last: { number: 10, debit_date: '2035-01-11' },
    next: { number: 11, debit_date: '2035-01-12', notify_at: '2035-01-10T06:30:00.000Z' },
  })
  const debits = await debitsOf(second.call)
  expect(debits.map((one: { reference_id: string }) => one.reference_id.split('~')[1])).toEqual([
    '10',
    '1',
  ])
  await second.close()

  const third = await serverAt(dataDir, BEGIN + 9 * DAY_MS + 1000)
  expect((await debitsOf(third.call)).length).toBe(2)
}, 60_000)

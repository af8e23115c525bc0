import { join } from 'node:path'
import type { Balance, Settlement, SettlementItem, Transaction } from '@upi-autopay/contract'
import type { Instant } from '@upi-autopay/rail'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { startTestPostgres } from '../../../packages/postgres/tests/test-postgres.ts'
import { startServer } from '../src/index.ts'
import { systemClock } from '../src/system-clock.ts'
import { type Caller, callerOf, temporaryFolder, until } from './start-test-server.ts'

const database = await startTestPostgres()
afterAll(() => database?.stop())

const QUARTER_HOUR_MS = 15 * 60_000
/** A little more than the simulated bank takes. */
const BANK_ANSWERS_MS = 11_000
const ROUNDS = 8
const PAYMENTS = 6

/** Two servers on one database, as behind a load balancer, and a clock that both read and the test pushes on. */
async function startTwo() {
  let ahead = 0
  const clock = { now: () => (systemClock.now() + ahead) as Instant }
  const options = { databaseUrl: database?.url ?? null, keyPepper: 'of-both', clock }
  const calls: Caller[] = []
  for (const name of ['one', 'two']) {
    const dataDir = join(temporaryFolder(), name)
    const server = await startServer({ ...options, dataDir, logLevel: 'silent' })
    onTestFinished(() => server.close())
    calls.push(callerOf(server.url, server.testKey))
  }
  const [one, two] = calls
  if (one === undefined || two === undefined) throw new Error('two were started')
  await one('POST /v1/sandbox/reset')
  return {
    one,
    two,
    elapse: (ms: number) => {
      ahead += ms
    },
  }
}

/** A payment of T+0 that its payer has approved: the bank answers ten seconds later. */
async function approved(call: Caller, name: string, amount: number): Promise<string> {
  const asked = await call('POST /v1/payments', {
    reference_id: `payment-${name}`,
    flow: 'intent',
    amount,
    purpose: 'School fee',
    settlement: 't0',
  })
  await call(`POST /v1/sandbox/payments/${asked.body.id}/approve`, {})
  return asked.body.id
}

async function everything<T>(call: Caller, path: string): Promise<T[]> {
  const found: T[] = []
  let after = ''
  do {
    const { body } = await call(`GET ${path}?limit=100${after}`)
    found.push(...body.data)
    after = body.next_cursor === null ? '' : `&after=${body.next_cursor}`
  } while (after !== '')
  return found
}

const sum = (amounts: readonly number[]): number => amounts.reduce((a, b) => a + b, 0)

describe.skipIf(database === null)('two servers on one Postgres', () => {
  test('fifty refunds at once never give back more than was collected', async () => {
    const { one, two, elapse } = await startTwo()
    const payment_id = await approved(one, 'refunded', 30_000)
    elapse(BANK_ANSWERS_MS)
    await until(
      () => two(`GET /v1/payments/${payment_id}`),
      ({ body }) => body.status === 'succeeded',
    )
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        (index % 2 === 0 ? one : two)('POST /v1/refunds', {
          payment_id,
          reference_id: `refund-${index}`,
          amount: 1_000,
        }),
      ),
    )
    const told = answers.map(({ status, body }) => `${status} ${body.code ?? body.status}`).sort()
    expect(told).toEqual([
      ...Array.from({ length: 30 }, () => '201 pending'),
      ...Array.from({ length: 20 }, () => '422 refund_exceeds_collected'),
    ])
    const { body } = await until(
      () => {
        elapse(BANK_ANSWERS_MS)
        return two(`GET /v1/payments/${payment_id}`)
      },
      (answer) => answer.body.amount_refund_pending === 0,
    )
    expect(body).toMatchObject({ amount_refunded: 30_000, amount_refundable: 0 })
  })

  test('settle each movement once, and lose none', async () => {
    const { one, two, elapse } = await startTwo()
    const paid: string[] = []
    for (let round = 0; round < ROUNDS; round++) {
      // While both loops form the run of one quarter of an hour, both take requests for the next.
      const asked = Array.from({ length: PAYMENTS }, (_, index) =>
        approved(index % 2 === 0 ? one : two, `${round}-${index}`, 20_000 + round * 100 + index),
      )
      const back = paid.slice(-PAYMENTS).map((payment_id, index) =>
        (index % 2 === 0 ? two : one)('POST /v1/refunds', {
          payment_id,
          reference_id: `refund-${round}-${index}`,
          amount: 700,
        }),
      )
      paid.push(...(await Promise.all(asked)))
      expect((await Promise.all(back)).map(({ status }) => status)).toEqual(back.map(() => 201))
      elapse(BANK_ANSWERS_MS)
      await until(
        () => one('GET /v1/payments?status=pending'),
        (answer) => answer.body.data.length === 0,
      )
      elapse(QUARTER_HOUR_MS)
    }
    await until(
      () => one('GET /v1/refunds?status=pending'),
      (answer) => {
        elapse(BANK_ANSWERS_MS)
        return answer.body.data.length === 0
      },
    )
    // Refunds that are alone in their run wait for the next collection.
    const last = await approved(two, 'last', 90_000)
    await until(
      () => one(`GET /v1/transactions/${last}`),
      (answer) => {
        elapse(BANK_ANSWERS_MS)
        return answer.body.settlement_ids.length > 0
      },
    )
    const books = await until(
      async (): Promise<Balance> => {
        elapse(BANK_ANSWERS_MS)
        return (await two('GET /v1/balance')).body
      },
      ({ unsettled }) => unsettled === 0,
    )
    const settlements = await everything<Settlement>(one, '/v1/settlements')
    const items: SettlementItem[] = []
    for (const settlement of settlements) {
      const held = await everything<SettlementItem>(two, `/v1/settlements/${settlement.id}/items`)
      expect([settlement.count, settlement.net]).toEqual([
        held.length,
        sum(held.map(({ amount, fee }) => amount - fee)),
      ])
      items.push(...held)
    }
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
    const history = await everything<Transaction>(one, '/v1/transactions')
    expect(items.map(({ transaction_id }) => transaction_id).sort()).toEqual(
      history.map(({ id }) => id).sort(),
    )
    expect(history.every(({ settlement_ids }) => settlement_ids.length === 1)).toBe(true)
    expect(sum(settlements.map(({ net }) => net))).toBe(books.settled_net)
    expect(books.collected - books.refunded).toBe(books.settled_net)
    expect(settlements.length).toBeGreaterThanOrEqual(ROUNDS)
  }, 120_000)
})

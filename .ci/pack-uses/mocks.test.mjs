// What a team does with the mocks in a vitest suite of its own, with nothing but the installed packages.
import { Autopay } from '@upi-autopay/client'
import { createAutopay } from '@upi-autopay/mocks'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, expect, test } from 'vitest'

const mocks = createAutopay({ seed: 1, now: '2026-11-02T04:00:00.000Z' })
const server = setupServer(...mocks.handlers)
const mandate = {
  reference_id: 'member-00042',
  flow: 'intent',
  payer: { name: 'Asha Rao' },
  description: 'Daily deposit',
  amount_rule: 'max',
  amount: 50_000,
  frequency: 'daily',
  start_date: '2026-11-02',
  end_date: '2027-11-01',
}

beforeAll(() => server.listen())
afterAll(() => server.close())

test('a mandate is made and read back through interception', async () => {
  const autopay = new Autopay({ apiKey: mocks.apiKey, baseUrl: mocks.baseUrl })
  const made = await autopay.mandates.create(mandate)
  expect(made.authorization.upi_link).toMatch(/^upi:\/\/mandate\?/)
  expect(await autopay.mandates.get(made.id)).toMatchObject({ id: made.id, status: 'pending' })
})

test('and through the plain fetch function, without interception', async () => {
  const own = createAutopay({ seed: 2, now: '2026-11-02T04:00:00.000Z' })
  const autopay = new Autopay({ apiKey: own.apiKey, baseUrl: own.baseUrl, fetch: own.fetch })
  const made = await autopay.mandates.create(mandate)
  expect(made.status).toBe('pending')
})

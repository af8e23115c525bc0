import type { Account, Mandate } from '@upi-autopay/contract'
import { describe, expect, test } from 'vitest'
import { type AutopayMock, createAutopay, MOCK_API_KEY, SandboxRefusal } from '../src/index.ts'
import { apiOf, collectOnce, MANDATE } from './sample.ts'

const idsOf = async (mock: AutopayMock): Promise<string[]> => {
  const { id, mandate_id, notification_id } = await collectOnce(mock, mock.fetch)
  const api = apiOf(mock, mock.fetch)
  const events = await api<{ data: { id: string }[] }>('GET', '/v1/events')
  return [id, mandate_id, notification_id ?? '', ...events.body.data.map((event) => event.id)]
}

describe('isolation', () => {
  test('two sets of mocks do not see each other', async () => {
    const [one, other] = [createAutopay(), createAutopay()]
    const { body } = await apiOf(one, one.fetch)<Mandate>('POST', '/v1/mandates', MANDATE)
    await one.clock.advance({ hours: 1 })
    expect((await apiOf(other, other.fetch)('GET', `/v1/mandates/${body.id}`)).status).toBe(404)
    expect(await other.clock.now()).toBe('2026-11-23T04:00:00.000Z')
  })

  test('the same seed and the same calls give the same ids, whatever the system’s clock does', async () => {
    let now = 1_700_000_000_000
    const jumping = { seed: 7, systemNow: () => (now += 977), webhooks: { deliver: () => {} } }
    const standing = {
      seed: 7,
      systemNow: () => 1_800_000_000_000,
      webhooks: { deliver: () => {} },
    }
    expect(await idsOf(createAutopay(jumping))).toEqual(await idsOf(createAutopay(standing)))
  })

  test('another seed gives other ids', async () => {
    const [first] = await idsOf(createAutopay({ seed: 1 }))
    const [second] = await idsOf(createAutopay({ seed: 2 }))
    expect(first).not.toBe(second)
  })

  test('a reset brings everything back to the start, ids too', async () => {
    const mock = createAutopay()
    const before = await idsOf(mock)
    await mock.settings({ value_table: false })
    mock.reset()
    expect(await mock.clock.now()).toBe('2026-11-23T04:00:00.000Z')
    expect((await mock.settings()).value_table).toBe(true)
    expect(await idsOf(mock)).toEqual(before)
  })

  test('one merchant’s mandate does not exist for another', async () => {
    const mock = createAutopay({
      merchants: [
        { name: 'Pigmy Society' },
        { name: 'Gas Board', apiKey: 'upi_test_sk_gas', mcc: '4900' },
      ],
    })
    const [society, gas] = mock.merchants
    expect([society?.apiKey, gas?.apiKey]).toEqual([MOCK_API_KEY, 'upi_test_sk_gas'])
    const theirs = apiOf({ baseUrl: mock.baseUrl, apiKey: 'upi_test_sk_gas' }, mock.fetch)
    const { body } = await apiOf(mock, mock.fetch)<Mandate>('POST', '/v1/mandates', MANDATE)
    expect((await theirs('GET', `/v1/mandates/${body.id}`)).status).toBe(404)
    expect((await theirs<Account>('GET', '/v1/account')).body).toMatchObject({
      name: 'Gas Board',
      mcc: '4900',
    })
    await gas?.clock.advance({ days: 1 })
    expect(await mock.clock.now()).toBe('2026-11-23T04:00:00.000Z')
    await expect(gas?.payer.approve(body.id)).rejects.toThrow(SandboxRefusal)
  })
})

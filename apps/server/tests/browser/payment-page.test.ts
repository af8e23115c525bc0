import { createMemoryStore } from '@upi-autopay/engine'
import { describe, expect, test } from 'vitest'
import { type Caller, startTestServer } from '../start-test-server.ts'
import { lacksBrowser, openBrowser, type WatchedPage } from './open-browser.ts'
import { expectTapTargets, expectToFit } from './page-fits.ts'

const PHONE = { viewport: { width: 390, height: 844 } } as const

const withoutBrowser = lacksBrowser({ CI: process.env.CI })
const { visit } = openBrowser(withoutBrowser)

interface Shown extends WatchedPage {
  readonly call: Caller
  readonly id: string
}

/** A payment's page on a phone, under a clock that moves only when told. */
async function show(fields: object = {}): Promise<Shown> {
  const server = await startTestServer({ store: createMemoryStore() })
  await server.call('POST /v1/sandbox/clock', { mode: 'frozen' })
  const { body } = await server.call('POST /v1/payments', {
    reference_id: 'fee-june',
    flow: 'intent',
    purpose: 'School fee, June',
    amount: 30_000,
    ...fields,
  })
  const watched = await visit(server.url, PHONE)
  await watched.page.goto(body.authorization.hosted_url)
  return { ...watched, call: server.call, id: body.id }
}

async function statusOf({ call, id }: Shown): Promise<string> {
  return (await call(`GET /v1/payments/${id}`)).body.status
}

describe.skipIf(withoutBrowser)('a payer who is asked for one payment', () => {
  test('reads how much, to whom and what for, and pays', async () => {
    const shown = await show({ redirect_url: 'https://shop.example.com/thanks' })
    const text = await shown.page.locator('main').textContent()
    for (const part of ['asks you to pay, once', '₹300.00', 'School fee, June', 'Pay by'])
      expect(text).toContain(part)
    await expectToFit(shown.page)
    await expectTapTargets(shown.page)
    await shown.page.getByRole('button', { name: 'Pay' }).click()
    expect(await shown.page.locator('h1').textContent()).toBe('You paid')
    await shown.call('POST /v1/sandbox/clock', { advance_by: 'PT10S' })
    // No reload here: the page looks again on its own.
    await shown.page.getByRole('heading', { name: 'Paid', exact: true }).waitFor()
    expect(await statusOf(shown)).toBe('succeeded')
    expect(await shown.page.getByRole('link', { name: /^Back to / }).getAttribute('href')).toBe(
      'https://shop.example.com/thanks',
    )
    expect([shown.strangers, shown.complaints]).toEqual([[], []])
  })

  test('declines, and nothing is paid', async () => {
    const shown = await show()
    await shown.page.getByRole('button', { name: 'Decline' }).click()
    await shown.call('POST /v1/sandbox/clock', { advance_by: 'PT10S' })
    await shown.page.getByRole('heading', { name: 'Declined', exact: true }).waitFor()
    expect(await statusOf(shown)).toBe('failed')
  })

  test('finds no button once the time is over', async () => {
    const shown = await show({ expires_in: 'PT1M' })
    await shown.call('POST /v1/sandbox/clock', { advance_by: 'PT1M' })
    await shown.page.reload()
    expect(await shown.page.locator('h1').textContent()).toBe('Expired')
    expect(await shown.page.getByRole('button').count()).toBe(0)
  })
})

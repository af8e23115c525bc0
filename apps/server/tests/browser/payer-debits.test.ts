import { createMemoryStore } from '@upi-autopay/engine'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { type Caller, callerOf, mandateBody, startTestServer } from '../start-test-server.ts'
import { lacksBrowser, openBrowser } from './open-browser.ts'
import { expectTapTargets, expectToFit } from './page-fits.ts'

const withoutBrowser = lacksBrowser({ CI: process.env.CI })
const { visit } = openBrowser(withoutBrowser)
const TERMS = {
  amount: 500_000,
  frequency: 'as_presented',
  start_date: '2030-01-07',
  end_date: '2031-01-06',
}

interface Announced {
  readonly call: Caller
  readonly page: Page
  readonly id: string
  readonly url: string
  /** The id of the notice for the day after, ₹601. */
  readonly notice: string
  /** Errors, warnings, and requests that left the server. */
  readonly noise: () => readonly string[]
}

/** An active mandate on Monday 7 January 2030, a debit of which is announced for Tuesday, on the smallest phone. */
async function announced(): Promise<Announced> {
  const server = await startTestServer({ store: createMemoryStore() })
  const { call } = server
  await call('POST /v1/sandbox/clock', { mode: 'frozen', advance_to: '2030-01-07T02:30:00Z' })
  const { body } = await call('POST /v1/sandbox/mandates', mandateBody(TERMS))
  const notice = await notify(call, body.id, 60_100)
  const { page, strangers, complaints } = await visit(server.url, {
    viewport: { width: 320, height: 568 },
    javaScriptEnabled: false,
  })
  const url: string = body.authorization.hosted_url
  const noise = (): readonly string[] => [...strangers, ...complaints]
  return { call, page, id: body.id, url, notice, noise }
}

/** A notice for Tuesday, which has arrived. */
async function notify(call: Caller, id: string, amount: number): Promise<string> {
  const asked = { amount, debit_date: '2030-01-08' }
  const { body } = await call(`POST /v1/mandates/${id}/notifications`, asked)
  await call('POST /v1/sandbox/clock', { advance_by: 'PT10S' })
  return body.id
}

/** The first debit of a mandate: on Tuesday it asks for the PIN. */
async function asking(): Promise<Announced & { readonly debit: string }> {
  const shown = await announced()
  const asked = { notification_id: shown.notice, reference_id: 'debit-0001' }
  const { body } = await shown.call(`POST /v1/mandates/${shown.id}/presentations`, asked)
  await shown.call('POST /v1/sandbox/clock', { advance_to: '2030-01-08T02:31:00Z' })
  await shown.page.goto(shown.url)
  return { ...shown, debit: body.id }
}

async function statusOf({ call }: Announced, path: string): Promise<string> {
  return (await call(`GET /v1/${path}`)).body.status
}

describe.skipIf(withoutBrowser)('a payer whose debits are announced', () => {
  test('reads how much comes when, skips one, and keeps the rest', async () => {
    const shown = await announced()
    const { call, page, id, url, notice } = shown
    const other = await notify(call, id, 70_000)
    await page.goto(url)
    const first = page.getByRole('region', { name: '₹601.00 on 8 January 2030' })
    expect(await page.getByRole('heading', { name: 'Coming debits' }).count()).toBe(1)
    await expectToFit(page)
    await expectTapTargets(page)
    await first.getByRole('button', { name: 'Skip this debit' }).click()
    expect(await first.count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Skip this debit' }).count()).toBe(1)
    expect(await call(`GET /v1/notifications/${notice}`)).toMatchObject({
      body: { status: 'cancelled', cancelled_by: 'payer' },
    })
    expect(await statusOf(shown, `notifications/${other}`)).toBe('delivered')
    expect(await statusOf(shown, `mandates/${id}`)).toBe('active')
    expect(shown.noise()).toEqual([])
  })

  test('is asked for the PIN first of all, enters it, and sees the bank at work', async () => {
    const shown = await asking()
    const { call, page, debit } = shown
    expect(await page.locator('h1').textContent()).toBe('A debit needs your PIN')
    expect(await page.locator('h2').first().textContent()).toBe('₹601.00 needs your UPI PIN')
    await expectToFit(page)
    await expectTapTargets(page)
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').textContent()).toBe('Enter PIN and pay')
    await page.getByRole('button', { name: 'Enter PIN and pay' }).click()
    expect(await page.locator('h2').first().textContent()).toBe('₹601.00: you answered')
    expect(await page.getByRole('button', { name: 'Enter PIN and pay' }).count()).toBe(0)
    await call('POST /v1/sandbox/clock', { advance_by: 'PT10S' })
    expect(await statusOf(shown, `presentations/${debit}`)).toBe('succeeded')
    // No reload here: the page looks again on its own.
    await page.getByRole('heading', { name: 'Approved' }).waitFor()
    expect(shown.noise()).toEqual([])
  })

  test('refuses a debit that asks for the PIN', async () => {
    const shown = await asking()
    await shown.page.getByRole('button', { name: 'Refuse this debit' }).click()
    await shown.call('POST /v1/sandbox/clock', { advance_by: 'PT10S' })
    const { body } = await shown.call(`GET /v1/presentations/${shown.debit}`)
    expect(body.attempts[0]).toMatchObject({ decline: { reason: 'payer_declined' } })
  })
})

describe('the address of a mandate', () => {
  test('is no key to the debits of another', async () => {
    const server = await startTestServer({ store: createMemoryStore() })
    const { call } = server
    await call('POST /v1/sandbox/clock', { mode: 'frozen', advance_to: '2030-01-07T02:30:00Z' })
    const one = await call('POST /v1/sandbox/mandates', mandateBody(TERMS))
    const other = await call(
      'POST /v1/sandbox/mandates',
      mandateBody({ ...TERMS, reference_id: 'test-mandate-2' }),
    )
    const notice = await notify(call, other.body.id, 60_100)
    const answer = await fetch(one.body.authorization.hosted_url, {
      method: 'POST',
      body: new URLSearchParams({ action: 'opt_out', debit: notice }),
      redirect: 'manual',
    })
    expect(answer.status).toBe(303)
    expect((await call(`GET /v1/notifications/${notice}`)).body.status).toBe('delivered')
  })

  test('offers no end of a paused mandate where the provider lets it be resumed only', async () => {
    const { url, operatorToken } = await startTestServer()
    const { body: merchant } = await callerOf(url, operatorToken)('POST /operator/merchants', {
      name: 'Society',
      policy: { revocable_while_paused: false },
    })
    const call = callerOf(url, merchant.test_key)
    const { body } = await call('POST /v1/sandbox/mandates', mandateBody())
    const shown = async (): Promise<string> => (await fetch(body.authorization.hosted_url)).text()
    expect(await shown()).toContain('End these payments')
    await call(`POST /v1/sandbox/mandates/${body.id}/pause`)
    expect(await shown()).toContain('Resume')
    expect(await shown()).not.toContain('End these payments')
  })
})

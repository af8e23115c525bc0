import { createMemoryStore, type Store } from '@upi-autopay/engine'
import type { BrowserContextOptions } from 'playwright-core'
import { describe, expect, test, vi } from 'vitest'
import type { RunningServer } from '../../src/index.ts'
import { type Caller, mandateBody, startTestServer } from '../start-test-server.ts'
import { lacksBrowser, openBrowser, type WatchedPage } from './open-browser.ts'
import { expectTapTargets, expectToFit, leastContrast } from './page-fits.ts'

const PHONE = { viewport: { width: 390, height: 844 } } as const
/** An amount at which the payer decides and not the value table. */
const BY_HAND = { amount: 500_000 }

const withoutBrowser = lacksBrowser({ CI: process.env.CI })
const { visit } = openBrowser(withoutBrowser)

interface Shown extends WatchedPage {
  readonly server: RunningServer
  /** The types of the events written since, internal ones too. */
  readonly written: readonly string[]
  readonly call: Caller
  readonly id: string
  readonly url: string
}

/** A store that tells what is written: looking at a page is told to no merchant, so no list shows it. */
function recordingStore(): { readonly store: Store; readonly written: readonly string[] } {
  const store = createMemoryStore()
  const written: string[] = []
  const commit: Store['decisions']['commit'] = async (units) => {
    const answers = await store.decisions.commit(units)
    for (const [index, { events }] of units.entries())
      if (answers[index]?.ok === true) written.push(...events.map(({ type }) => type))
    return answers
  }
  return { store: { ...store, decisions: { ...store.decisions, commit } }, written }
}

/** A mandate's page on a phone, under a clock that moves only when told. */
async function show(fields: object = {}, options: BrowserContextOptions = PHONE): Promise<Shown> {
  const { store, written } = recordingStore()
  const server = await startTestServer({ store })
  await server.call('POST /v1/sandbox/clock', { mode: 'frozen' })
  const { body } = await server.call('POST /v1/mandates', mandateBody({ ...BY_HAND, ...fields }))
  const url: string = body.authorization.hosted_url
  const watched = await visit(server.url, options)
  await watched.page.goto(url)
  return { ...watched, server, written, call: server.call, id: body.id, url }
}

/** The page of a mandate that the payer has approved. */
async function showStanding(fields: object = {}): Promise<Shown> {
  const shown = await show(fields)
  await shown.call(`POST /v1/sandbox/mandates/${shown.id}/approve`)
  await bankAnswers(shown)
  await shown.page.reload()
  return shown
}

async function bankAnswers({ call }: Shown): Promise<void> {
  await call('POST /v1/sandbox/clock', { advance_by: 'PT10S' })
}

async function statusOf({ call, id }: Shown): Promise<string> {
  return (await call(`GET /v1/mandates/${id}`)).body.status
}

function heading({ page }: WatchedPage): Promise<string | null> {
  return page.locator('h1').textContent()
}

/** Looks again where the page renewed itself under the eyes, as it does while the bank is at work. */
function amidRefreshes(look: () => Promise<void>): Promise<void> {
  return vi.waitFor(look, { timeout: 20_000 })
}

function expectQuiet({ strangers, complaints }: WatchedPage): void {
  expect(strangers).toEqual([])
  expect(complaints).toEqual([])
}

describe.skipIf(withoutBrowser)('a payer with a phone', () => {
  test('reads who debits, how much at most, how often, from when to when, and how to stop it', async () => {
    const shown = await show({ frequency: 'monthly', debit_rule: { type: 'on', day: 5 } })
    const text = await shown.page.locator('main').textContent()
    for (const part of [
      `${shown.server.account.name} asks to debit your bank account`,
      'up to ₹5,000.00',
      'at most once a month, on the 5th',
      shown.server.account.payee_vpa,
      'Daily deposit',
      '1 January 2035',
      '1 January 2036',
      'Nothing is debited before you approve.',
      'You get a notice at least 24 hours before each debit.',
      'You can pause or end this at any time in your UPI app',
    ])
      expect(text).toContain(part)
    await expectToFit(shown.page)
    await expectTapTargets(shown.page)
    expectQuiet(shown)
  })

  test('approves, is told that the bank is at work, and sees the mandate active by itself', async () => {
    const shown = await show({ redirect_url: 'https://shop.example.com/thanks' })
    await shown.page.getByRole('button', { name: 'Approve' }).click()
    expect(await heading(shown)).toBe('You approved')
    expect(await shown.page.getByRole('status').textContent()).toContain(
      'Your bank is now setting up',
    )
    expect(await shown.page.getByRole('button').count()).toBe(0)
    await amidRefreshes(async () => {
      await expectToFit(shown.page)
      await expectTapTargets(shown.page)
    })
    expect(await statusOf(shown)).toBe('pending')
    await bankAnswers(shown)
    // No reload here: the page looks again on its own.
    await shown.page.getByRole('heading', { name: 'Approved', exact: true }).waitFor()
    expect(await statusOf(shown)).toBe('active')
    const back = shown.page.getByRole('link', { name: /^Back to/ })
    expect(await back.getAttribute('href')).toBe('https://shop.example.com/thanks')
    await shown.page.reload()
    expect(await heading(shown)).toBe('Approved')
    await expectTapTargets(shown.page)
    expectQuiet(shown)
  })

  test('declines, and is told that nothing will be debited', async () => {
    const shown = await show()
    await shown.page.getByRole('button', { name: 'Decline' }).click()
    expect(await heading(shown)).toBe('You declined')
    await bankAnswers(shown)
    await shown.page.reload()
    expect(await heading(shown)).toBe('Declined')
    expect(await statusOf(shown)).toBe('rejected')
    expect(await shown.page.locator('main').textContent()).toContain('Nothing will be debited.')
    expectQuiet(shown)
  })

  test('pauses and resumes, and sees each at once', async () => {
    const shown = await showStanding()
    await shown.page.getByRole('button', { name: 'Pause' }).click()
    expect(await heading(shown)).toBe('Paused')
    expect(await statusOf(shown)).toBe('paused')
    await expectTapTargets(shown.page)
    await shown.page.getByRole('button', { name: 'Resume' }).click()
    expect(await heading(shown)).toBe('Approved')
    expect(await statusOf(shown)).toBe('active')
    await expectToFit(shown.page)
    await expectTapTargets(shown.page)
    expectQuiet(shown)
  })

  test('ends the payments only after being asked once more', async () => {
    const shown = await showStanding()
    await shown.page.getByRole('link', { name: 'End these payments' }).click()
    expect(await heading(shown)).toBe('End these automatic payments?')
    await expectTapTargets(shown.page)
    await shown.page.getByRole('link', { name: 'No, keep them' }).click()
    expect(await heading(shown)).toBe('Approved')
    expect(await statusOf(shown)).toBe('active')
    await shown.page.getByRole('link', { name: 'End these payments' }).click()
    await shown.page.getByRole('button', { name: 'Yes, end them' }).click()
    expect(await heading(shown)).toBe('Ended')
    expect(await statusOf(shown)).toBe('revoked')
    expect(await shown.page.getByRole('button').count()).toBe(0)
    expectQuiet(shown)
  })

  test('reads new terms beside the old ones, approves, and sees them in force', async () => {
    const shown = await showStanding()
    await shown.call(`POST /v1/mandates/${shown.id}/modify`, { amount: 800_000 })
    await shown.page.reload()
    expect(await heading(shown)).toBe('Approve new terms?')
    const text = await shown.page.locator('main').textContent()
    expect(text).toContain('up to ₹8,000.00')
    expect(text).toContain('up to ₹5,000.00')
    await expectToFit(shown.page)
    await expectTapTargets(shown.page)
    await shown.page.getByRole('button', { name: 'Approve' }).click()
    expect(await heading(shown)).toBe('You approved')
    await bankAnswers(shown)
    // No reload here: the page looks again on its own.
    await shown.page.getByRole('heading', { name: 'Approved', exact: true }).waitFor()
    expect(await shown.page.locator('.most').textContent()).toBe('up to ₹8,000.00')
    expectQuiet(shown)
  })

  test('declines new terms, and keeps the old ones', async () => {
    const shown = await showStanding()
    await shown.call(`POST /v1/mandates/${shown.id}/modify`, { amount: 800_000 })
    await shown.page.reload()
    await shown.page.getByRole('button', { name: 'Decline' }).click()
    expect(await heading(shown)).toBe('You declined')
    await bankAnswers(shown)
    await shown.page.reload()
    expect(await shown.page.locator('.most').textContent()).toBe('up to ₹5,000.00')
    expect(await shown.page.locator('main').textContent()).toContain('New terms were declined')
  })

  test('changes the answer before the bank has given its own', async () => {
    const shown = await show()
    await shown.page.getByRole('button', { name: 'Approve' }).click()
    await shown.page.getByRole('link', { name: 'Change my answer' }).click()
    await shown.page.getByRole('button', { name: 'Decline' }).click()
    await bankAnswers(shown)
    expect(await statusOf(shown)).toBe('rejected')
  })

  test('who comes too late sees that the time is over, and an old button does nothing', async () => {
    const shown = await show()
    await shown.call('POST /v1/sandbox/clock', { advance_by: 'P2D' })
    await shown.page.getByRole('button', { name: 'Approve' }).click()
    expect(await heading(shown)).toBe('Expired')
    expect(new URL(shown.page.url()).search).toBe('')
    expect(await shown.page.getByRole('button').count()).toBe(0)
    expect(await statusOf(shown)).toBe('expired')
    await expectToFit(shown.page)
    expectQuiet(shown)
  })

  test('sees that the bank refused although the payer approved', async () => {
    const shown = await show({ amount: 150_000 })
    await shown.page.getByRole('button', { name: 'Approve' }).click()
    await bankAnswers(shown)
    await shown.page.reload()
    expect(await heading(shown)).toBe('Not set up')
    expect(await shown.page.locator('main').textContent()).toContain('Nothing will be debited.')
  })

  test('with a link that leads nowhere is told to ask for a new one', async () => {
    const { server, page, strangers } = await show()
    const answer = await page.goto(`${server.url}/pay/test/${server.account.merchant_id}/mdt_none`)
    expect(answer?.status()).toBe(404)
    expect(await page.locator('main').textContent()).toContain('ask the merchant for a new one')
    await expectToFit(page)
    expect(strangers).toEqual([])
  })

  test.each([
    ['markup', '<b>Deposit</b><script>alert(1)</script>'],
    ['a script from right to left', '\u202eעברית <i>وديعة يومية</i> 100₹'],
    ['pictures', '🪙🪙🪙 दैनिक जमा 👨‍👩‍👧‍👦 & "co" \'op\''],
    ['fifty letters without a blank', 'W'.repeat(50)],
  ])(
    'sees %s in a description as it was written, and the page holds',
    async (_kind, description) => {
      const shown = await show({ description, payer: { name: '<img src=x onerror=alert(1)>' } })
      const said = shown.page.locator('dt', { hasText: /^For$/ }).locator('xpath=../dd')
      expect(await said.textContent()).toBe(description)
      expect(await shown.page.locator('script, dd b, dd i, img').count()).toBe(0)
      await expectToFit(shown.page)
      await expectTapTargets(shown.page)
      expectQuiet(shown)
    },
  )

  test('the longest terms hold on the smallest phone', async () => {
    const shown = await show(
      {
        amount: 999_999_999,
        min_amount: 100_000_000,
        first_debit: { amount: 150_000_000 },
        frequency: 'fortnightly',
        debit_rule: { type: 'before', day: 16 },
      },
      { viewport: { width: 320, height: 568 } },
    )
    expect(await shown.page.locator('main').textContent()).toContain(
      'at most once a fortnight, on or before the 16th day of each half of the month',
    )
    expect(await shown.page.locator('main').textContent()).toContain(
      '₹15,00,000.00 is debited as soon as you approve',
    )
    await expectToFit(shown.page)
  })

  test.each(['light', 'dark'] as const)(
    'reads every text of a %s page without effort',
    async (colorScheme) => {
      const shown = await show({}, { ...PHONE, colorScheme })
      expect(await leastContrast(shown.page)).toBeGreaterThanOrEqual(4.5)
      await shown.page.getByRole('button', { name: 'Approve' }).click()
      await amidRefreshes(async () =>
        expect(await leastContrast(shown.page)).toBeGreaterThanOrEqual(4.5),
      )
      await bankAnswers(shown)
      await shown.page.reload()
      expect(await leastContrast(shown.page)).toBeGreaterThanOrEqual(4.5)
    },
  )
})

describe.skipIf(withoutBrowser)('a payer without touch or script', () => {
  test('answers with the keyboard alone, and sees where the focus is', async () => {
    const shown = await show({}, {})
    await shown.page.keyboard.press('Tab')
    const focused = shown.page.locator(':focus')
    expect(await focused.textContent()).toBe('Approve')
    expect(await focused.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe(
      'solid',
    )
    await shown.page.keyboard.press('Tab')
    expect(await focused.textContent()).toBe('Decline')
    await Promise.all([
      shown.page.waitForURL('**?told=decline'),
      shown.page.keyboard.press('Enter'),
    ])
    await bankAnswers(shown)
    expect(await statusOf(shown)).toBe('rejected')
  })

  test('answers with JavaScript switched off, and the page still looks again', async () => {
    const shown = await show({}, { ...PHONE, javaScriptEnabled: false })
    await shown.page.getByRole('button', { name: 'Approve' }).click()
    expect(await heading(shown)).toBe('You approved')
    await bankAnswers(shown)
    await shown.page.getByRole('heading', { name: 'Approved', exact: true }).waitFor()
    expectQuiet(shown)
  })
})

describe.skipIf(withoutBrowser)('what the page does is what a call does', () => {
  test('looking is opening the link, once however often it is looked at', async () => {
    const shown = await show()
    await shown.page.reload()
    await Promise.all([fetch(shown.url), fetch(shown.url)])
    expect(shown.written).toEqual(['mandate.created', 'mandate.authorization_opened'])
  })

  test('its buttons leave the same events behind as the routes of the sandbox', async () => {
    for (const action of ['approve', 'decline'] as const) {
      const byPage = await show()
      await byPage.page.locator(`button[value=${action}]`).click()
      await bankAnswers(byPage)
      const byCall = await show()
      await byCall.call(`POST /v1/sandbox/mandates/${byCall.id}/${action}`)
      await bankAnswers(byCall)
      expect(byPage.written).toEqual(byCall.written)
      expect(byPage.written.length).toBeGreaterThan(3)
    }
  })
})

import { ERROR_CATALOGUE } from '@upi-autopay/contract'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { startTestServer } from '../start-test-server.ts'
import { lacksBrowser, openBrowser } from './open-browser.ts'
import { expectToFit, leastContrast } from './page-fits.ts'

const PHONE = { viewport: { width: 390, height: 844 } } as const

const withoutBrowser = lacksBrowser({ CI: process.env.CI })
const { visit } = openBrowser(withoutBrowser)

describe.skipIf(withoutBrowser)('a developer at the reference', () => {
  test('finds every operation and webhook, and nothing is asked of another machine', async () => {
    const { url, call } = await startTestServer()
    const { page, strangers, complaints } = await visit(url)
    await page.goto(`${url}/docs`)
    await page.locator('.opblock-summary').first().waitFor()
    const { body } = await call('GET /openapi.json')
    const documented = Object.entries<object>({ ...body.paths, ...body.webhooks }).flatMap(
      ([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    const shown = await page.locator('.opblock-summary').evaluateAll((summaries) =>
      summaries.map((summary) => {
        const read = (part: string): string => summary.querySelector(part)?.textContent ?? ''
        return `${read('.opblock-summary-method')} ${read('[data-path]').replace(/\u200b/g, '')}`
      }),
    )
    expect([...new Set(shown)].sort()).toEqual(documented.sort())
    expect([strangers, complaints]).toEqual([[], []])
  })

  test.each(['127.0.0.1', 'localhost'])(
    'opens it at %s, authorizes and tries a route: 200',
    async (host) => {
      const { url, testKey, account } = await startTestServer()
      const origin = url.replace('127.0.0.1', host)
      const { page, strangers, complaints } = await visit(origin)
      await page.goto(`${origin}/docs`)
      await authorize(page, testKey ?? '')
      const operation = await open(page, '/v1/account')
      await operation.getByRole('button', { name: 'Execute' }).click()
      const answer = operation.locator('.live-responses-table tbody')
      await answer.waitFor()
      expect(await answer.locator('.response-col_status').first().textContent()).toContain('200')
      expect(await answer.textContent()).toContain(account.merchant_id)
      expect([strangers, complaints]).toEqual([[], []])
    },
  )

  test('registers a mandate with the body that stands there', async () => {
    const { url, testKey } = await startTestServer()
    const { page } = await visit(url)
    await page.goto(`${url}/docs`)
    await authorize(page, testKey ?? '')
    const operation = await open(page, '/v1/mandates', 'post')
    await operation.getByRole('button', { name: 'Execute' }).click()
    const answer = operation.locator('.live-responses-table tbody')
    await answer.waitFor()
    expect(await answer.locator('.response-col_status').first().textContent()).toContain('201')
  })

  test('without a key is told so by the catalogue’s own page', async () => {
    const { url } = await startTestServer()
    const { page, strangers } = await visit(url)
    await page.goto(`${url}/docs`)
    const operation = await open(page, '/v1/account')
    await operation.getByRole('button', { name: 'Execute' }).click()
    const answer = operation.locator('.live-responses-table tbody')
    await answer.waitFor()
    const [, doc = ''] = /"doc": "([^"]+)"/.exec((await answer.textContent()) ?? '') ?? []
    expect(doc).toBe(`${url}/docs/errors#unauthenticated`)
    await page.goto(doc)
    expect(await page.locator('section:target h2').textContent()).toContain('unauthenticated')
    expect(strangers).toEqual([])
  })
})

describe.skipIf(withoutBrowser)('a developer at the errors', () => {
  test.each(['light', 'dark'] as const)(
    'reads every code at its anchor, on a phone, %s',
    async (colorScheme) => {
      const { url } = await startTestServer()
      const { page, strangers, complaints } = await visit(url, { ...PHONE, colorScheme })
      await page.goto(`${url}/docs/errors`)
      const codes = ERROR_CATALOGUE.map(({ code }) => code)
      const ids = await page
        .locator('section')
        .evaluateAll((sections) => sections.map((section) => section.id))
      expect(ids).toEqual(codes)
      for (const code of codes) {
        await page.locator(`nav a[href="#${code}"]`).click()
        expect(await page.locator('section:target').getAttribute('id')).toBe(code)
        expect(await page.locator('section:target').isVisible()).toBe(true)
      }
      await expectToFit(page)
      expect(await leastContrast(page)).toBeGreaterThanOrEqual(4.5)
      expect([strangers, complaints]).toEqual([[], []])
    },
  )
})

async function authorize(page: Page, key: string): Promise<void> {
  await page.locator('.auth-wrapper .authorize').first().click()
  const dialog = page.locator('.dialog-ux')
  await dialog.locator('input').first().fill(key)
  await dialog.locator('.auth-btn-wrapper .authorize').first().click()
  await dialog.locator('.btn-done').first().click()
}

/** Unfolds an operation. */
async function open(page: Page, path: string, method = 'get'): Promise<Locator> {
  const operation = page.locator(`.opblock-${method}`, {
    has: page.locator(`[data-path="${path}"]`),
  })
  await operation.locator('.opblock-summary-control').first().click()
  return operation
}

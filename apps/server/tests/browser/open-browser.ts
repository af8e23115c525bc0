import { existsSync } from 'node:fs'
import {
  type Browser,
  type BrowserContextOptions,
  chromium,
  type Page,
  type Request,
} from 'playwright-core'
import { afterAll, beforeAll, onTestFinished } from 'vitest'

/** Where Debian's package puts it; no test downloads a browser. */
const CHROMIUM = '/usr/bin/chromium'

/**
 * Whether there is nothing to look with: a bare machine skips these tests and says so. The run that decides on a
 * change (`CI` is `true`) never skips them: there a missing browser is a failure.
 */
export function lacksBrowser({ CI }: { readonly CI?: string | undefined }): boolean {
  if (existsSync(CHROMIUM) || CI === 'true') return false
  console.warn(`${CHROMIUM} is missing: the pages are not looked at in a browser.`)
  return true
}

/** A page, and everything that its reader would never see. */
export interface WatchedPage {
  readonly page: Page
  /** Requests that left the server's origin. */
  readonly strangers: string[]
  /** Errors and warnings of the console, and what scripts threw. */
  readonly complaints: string[]
}

/** One browser for the file at hand; each page is a visitor of its own, without history or cookies. */
export function openBrowser(without: boolean): {
  readonly visit: (origin: string, options?: BrowserContextOptions) => Promise<WatchedPage>
} {
  let browser: Browser | undefined
  beforeAll(async () => {
    if (without) return
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    browser = await chromium.launch({ executablePath: CHROMIUM, args })
  })
  afterAll(() => browser?.close())
  return {
    visit: async (origin, options = {}) => {
      if (browser === undefined) throw new Error('the browser did not start')
      const context = await browser.newContext(options)
      onTestFinished(() => context.close())
      const page = await context.newPage()
      const strangers: string[] = []
      const complaints: string[] = []
      page.on('request', (request: Request) => {
        const { protocol, origin: asked } = new URL(request.url())
        if (protocol !== 'data:' && asked !== origin) strangers.push(request.url())
      })
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning')
          complaints.push(message.text())
      })
      page.on('pageerror', (error) => complaints.push(String(error)))
      return { page, strangers, complaints }
    },
  }
}

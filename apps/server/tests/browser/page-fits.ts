import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** What a fingertip needs, in CSS pixels. */
const TAP_TARGET_PX = 44

/** The page does not scroll sideways, and nothing in it sticks out. */
export async function expectToFit(page: Page): Promise<void> {
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1)
      .map((element) => element.outerHTML.slice(0, 80)),
  )
  expect(wide).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    page.viewportSize()?.width ?? 0,
  )
}

/** Whatever is pressed is large enough for a fingertip. */
export async function expectTapTargets(page: Page): Promise<void> {
  for (const target of await page.locator('a, button').all()) {
    const box = await target.boundingBox()
    expect(box?.height ?? 0).toBeGreaterThanOrEqual(TAP_TARGET_PX)
    expect(box?.width ?? 0).toBeGreaterThanOrEqual(TAP_TARGET_PX)
  }
}

/** The least contrast between a text and the ground behind it, by the formula of WCAG 2; 4.5 reads well. */
export async function leastContrast(page: Page): Promise<number> {
  return page.evaluate(() => {
    const parse = (colour: string): number[] => (colour.match(/[\d.]+/g) ?? []).map(Number)
    const light = (colour: string): number => {
      const [r = 0, g = 0, b = 0] = parse(colour)
        .slice(0, 3)
        .map((part) => part / 255)
        .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const groundOf = (element: Element | null): string => {
      if (element === null) return 'rgb(255, 255, 255)'
      const { backgroundColor } = getComputedStyle(element)
      return parse(backgroundColor)[3] === 0 ? groundOf(element.parentElement) : backgroundColor
    }
    const contrasts = [...document.body.querySelectorAll('*')]
      .filter((element) =>
        [...element.childNodes].some(
          (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
        ),
      )
      .map((element) => {
        const [dark = 0, bright = 0] = [
          light(getComputedStyle(element).color),
          light(groundOf(element)),
        ].sort((a, b) => a - b)
        return (bright + 0.05) / (dark + 0.05)
      })
    return Math.min(...contrasts)
  })
}

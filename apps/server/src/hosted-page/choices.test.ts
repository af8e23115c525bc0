import type { Mandate } from '@upi-autopay/engine'
import { expect, test } from 'vitest'
import { choices } from './choices.ts'

const LINK = 'upi://mandate?pn=A&am=1'

function mandate(flow: Mandate['flow'], upi_link: string | null = LINK): Mandate {
  return { flow, upi_link } as Mandate
}

test('a sandbox payer answers on the page, and is not sent into a real app', () => {
  const html = choices({ mandate: mandate('intent'), qr: null, takesAnswer: true })
  expect(html).toContain('value="approve"')
  expect(html).toContain('value="decline"')
  expect(html).not.toContain('upi://')
})

test('a real payer opens the app, or scans the same link from a computer', () => {
  const html = choices({ mandate: mandate('qr'), qr: '<svg/>', takesAnswer: false })
  expect(html).toContain('href="upi://mandate?pn=A&amp;am=1"')
  expect(html).toContain(`src="data:image/svg+xml;base64,${btoa('<svg/>')}"`)
  expect(html).not.toContain('<button')
})

test.each([
  ['a request that was pushed to the app', mandate('collect')],
  ['a link that the provider has not made yet', mandate('intent', null)],
])('a real payer with %s is sent to the app in words', (_what, waiting) => {
  const html = choices({ mandate: waiting, qr: '<svg/>', takesAnswer: false })
  expect(html).toContain('Open your UPI app to answer')
  expect(html).not.toMatch(/<a |<img|<button/)
})

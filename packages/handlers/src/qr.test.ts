import { expect, test } from 'vitest'
import { qrPng, qrSvg } from './qr.ts'

// As long as the link of a mandate with every field is.
const LINK = `upi://mandate?ver=01&${'tn=Daily%20deposit&'.repeat(22)}`

test('the drawing of a mandate is small enough to send to a phone', () => {
  expect(qrSvg(LINK).length).toBeLessThan(64_000)
  expect(qrPng(LINK).byteLength).toBeLessThan(64_000)
})

import { decode } from 'fast-png'
import decodeQR from 'qr/decode.js'
import { expect, test } from 'vitest'
import { qrPng, qrSvg } from './qr.ts'

// As long as the link of a mandate with every field is.
const LINK = `upi://mandate?ver=01&${'tn=Daily%20deposit&'.repeat(22)}`
// With letters of another script, as a payee's name may have them.
const MARATHI = `upi://mandate?pa=society@sim&pn=${encodeURIComponent('सहकारी संस्था')}&am=1.00`

/** What a payer's camera reads from the PNG. */
function readPng(png: Uint8Array): string {
  const { width, height, data, channels } = decode(png)
  const rgba = new Uint8Array(width * height * 4)
  for (let pixel = 0; pixel < width * height; pixel++) {
    const grey = Number(data[pixel * channels])
    rgba.set([grey, grey, grey, 255], pixel * 4)
  }
  return decodeQR({ width, height, data: rgba })
}

/** The same from the SVG: its modules are squares of one unit, drawn here as eight pixels each. */
function readSvg(svg: string): string {
  const modules = Number(/viewBox="0 0 (\d+) \d+"/.exec(svg)?.[1])
  const side = modules * 8
  const rgba = new Uint8Array(side * side * 4).fill(255)
  let [x, y] = [0, 0]
  for (const [, how, right, down] of svg.matchAll(/([Mm])(-?\d+)[ ,]?(-?\d+)/g)) {
    const from = how === 'M' ? [0, 0] : [x, y]
    x = (from[0] ?? 0) + Number(right)
    y = (from[1] ?? 0) + Number(down)
    for (let row = y * 8; row < y * 8 + 8; row++)
      for (let column = x * 8; column < x * 8 + 8; column++)
        rgba.set([0, 0, 0, 255], (row * side + column) * 4)
  }
  return decodeQR({ width: side, height: side, data: rgba })
}

test.each([
  ['every field', LINK],
  ['another script', MARATHI],
])('a camera reads the link from either picture: %s', (_what, link) => {
  expect(readPng(qrPng(link))).toBe(link)
  expect(readSvg(qrSvg(link))).toBe(link)
})

test('the drawing brings its white ground along', () => {
  expect(qrSvg(LINK)).toMatch(/^<svg [^>]*><rect width="100%" height="100%" fill="#fff"\/><path /)
})

test('the drawing of a mandate is small enough to send to a phone', () => {
  expect(qrSvg(LINK).length).toBeLessThan(64_000)
  expect(qrPng(LINK).byteLength).toBeLessThan(64_000)
})

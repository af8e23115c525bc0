import { encode } from 'fast-png'
import encodeQR from 'qr'

/** Pixels of the PNG's side per module of the code. */
const SCALE = 8

/**
 * A link as a QR picture in SVG, one unit per module: it takes whatever size the page gives it. It brings its white
 * ground along, since cameras read no black on a dark page.
 */
export function qrSvg(link: string): string {
  const drawn = encodeQR(link, 'svg', { ecc: 'medium', border: 4 })
  return drawn.replace('<path ', '<rect width="100%" height="100%" fill="#fff"/><path ')
}

/** The same as PNG, black on white. */
export function qrPng(link: string): Uint8Array<ArrayBuffer> {
  const modules = encodeQR(link, 'raw', { ecc: 'medium', border: 4, scale: SCALE })
  const side = modules.length
  const data = new Uint8Array(side * side)
  for (const [y, row] of modules.entries())
    for (const [x, dark] of row.entries()) data[y * side + x] = dark ? 0 : 255
  return new Uint8Array(encode({ width: side, height: side, data, channels: 1, depth: 8 }))
}

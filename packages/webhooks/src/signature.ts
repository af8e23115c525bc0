import { encodeBase64 } from './base64.ts'
import { webPlatform } from './web-platform.ts'

/** One signature as the header carries it: `v1,` and the HMAC-SHA256 of `id.timestamp.payload` in base64. */
export async function computeSignature(message: {
  readonly id: string
  readonly timestampSeconds: number
  readonly payload: Uint8Array
  readonly key: Uint8Array
}): Promise<string> {
  const { subtle } = webPlatform.crypto
  const head = new webPlatform.TextEncoder().encode(`${message.id}.${message.timestampSeconds}.`)
  const signed = new Uint8Array(head.length + message.payload.length)
  signed.set(head)
  signed.set(message.payload, head.length)
  const key = await subtle.importKey('raw', message.key, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ])
  return `v1,${encodeBase64(new Uint8Array(await subtle.sign('HMAC', key, signed)))}`
}

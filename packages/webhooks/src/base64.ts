import { webPlatform } from './web-platform.ts'

/** Bytes as standard base64 with padding. */
export function encodeBase64(bytes: Uint8Array): string {
  return webPlatform.btoa(String.fromCharCode(...bytes))
}

/** Standard base64 as bytes, or nothing when the text is not base64. */
export function decodeBase64(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text) || text.replace(/=+$/, '').length % 4 === 1)
    return undefined
  const binary = webPlatform.atob(text.replace(/=+$/, ''))
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}

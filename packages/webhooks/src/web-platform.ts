/**
 * The four things of the web platform that signing needs, named here because the package compiles without Node or DOM
 * types: that keeps it usable in Node, browsers and edge runtimes alike.
 */
interface WebPlatform {
  readonly crypto: {
    readonly subtle: {
      importKey(
        format: 'raw',
        key: Uint8Array,
        algorithm: { name: 'HMAC'; hash: 'SHA-256' },
        extractable: false,
        usages: ['sign'],
      ): Promise<object>
      sign(algorithm: 'HMAC', key: object, data: Uint8Array): Promise<ArrayBuffer>
    }
  }
  readonly TextEncoder: new () => { encode(text: string): Uint8Array }
  readonly TextDecoder: new () => { decode(bytes: Uint8Array): string }
  readonly atob: (base64: string) => string
  readonly btoa: (binary: string) => string
}

/** The global object, seen as no more than what this package uses of it. */
export const webPlatform = globalThis as unknown as WebPlatform

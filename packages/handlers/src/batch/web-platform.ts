/**
 * The one thing of the web platform that reading uploads needs, named here because the package compiles without Node or
 * DOM types.
 */
interface WebPlatform {
  readonly TextDecoder: new (
    encoding: 'utf-8',
    options: { fatal: true; ignoreBOM: true },
  ) => { decode(bytes: Uint8Array): string }
}

/** The global object, seen as no more than what this package uses of it. */
export const webPlatform = globalThis as unknown as WebPlatform

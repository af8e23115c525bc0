/** Why the server does not start, for the person at the terminal. `exitCode` 2 means that the call itself was wrong. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused'
  readonly exitCode: 1 | 2

  constructor(
    message: string,
    options: { readonly exitCode?: 1 | 2; readonly cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause })
    this.exitCode = options.exitCode ?? 1
  }
}

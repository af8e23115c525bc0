/** A key that nobody else makes: the one place of the client that asks for chance. */
export function systemRandomKey(): string {
  return globalThis.crypto.randomUUID()
}

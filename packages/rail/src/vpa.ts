import { KNOWN_HANDLES } from './vocabulary.ts'

/**
 * A payer's or payee's address, `name@handle`. Wider than the patterns that providers print, which differ and leave
 * out the underscore that addresses in use have; whether an address exists only its bank can say.
 */
export const VPA_PATTERN = /^[A-Za-z0-9][A-Za-z0-9._-]{0,254}@[A-Za-z][A-Za-z0-9]{1,63}$/

/** The parts of an address. */
export interface Vpa {
  readonly name: string
  /** In small letters: handles are compared without regard to case. */
  readonly handle: string
  /** Whether the handle is one that providers name; an unknown one is a warning, never an error. */
  readonly handle_known: boolean
}

/** Reads an address; null where it has not the form. */
export function parseVpa(text: string): Vpa | null {
  if (!VPA_PATTERN.test(text)) return null
  const at = text.indexOf('@')
  const handle = text.slice(at + 1).toLowerCase()
  return {
    name: text.slice(0, at),
    handle,
    handle_known: KNOWN_HANDLES.some((known) => known === handle),
  }
}

/** Whether two texts are one address: banks take addresses without regard to case. */
export function isSameVpa(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

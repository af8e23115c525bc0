import type { VpaFound } from '@upi-autopay/engine'
import { parseVpa } from '@upi-autopay/rail'

/** The address at the simulated bank that does not exist. */
export const ABSENT_VPA = 'nobody@sim'

/**
 * What the simulated bank says of an address: its own all exist, that of nobody apart, each with a name made of the
 * address; of other banks' it knows nothing.
 */
export function lookUpVpa(vpa: string): VpaFound {
  const parts = parseVpa(vpa)
  if (parts === null || parts.handle !== 'sim') return { existence: 'unchecked', name: null }
  if (vpa.toLowerCase() === ABSENT_VPA) return { existence: 'absent', name: null }
  return { existence: 'exists', name: nameOf(parts.name) }
}

/** `asha.patil` is held by ASHA PATIL: banks tell names in capitals. */
function nameOf(local: string): string {
  return local
    .replaceAll(/[._-]+/g, ' ')
    .trim()
    .toUpperCase()
}

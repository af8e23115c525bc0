import { declineOf, RESPONSE_CODES } from '@upi-autopay/rail'
import type { Vector } from './vector.ts'

/** What each response code means, and one that nobody knows. */
export function codeVectors(): Readonly<Record<string, readonly Vector[]>> {
  return {
    'codes.json': [
      ...RESPONSE_CODES.map(({ code, outcome }) => ({
        input: { code },
        expected: outcome === 'declined' ? { outcome, ...declineOf(code) } : { outcome },
      })),
      {
        input: { code: 'no such code' },
        expected: { outcome: 'declined', ...declineOf('no such code') },
      },
    ],
  }
}

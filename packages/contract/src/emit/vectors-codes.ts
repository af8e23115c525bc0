import { declineOf, RESPONSE_CODES } from '@upi-autopay/rail'
import type { VectorFile } from './vector.ts'

/** What each response code means, and one that nobody knows. */
export function codeVectors(): Readonly<Record<string, VectorFile>> {
  return {
    'codes.json': {
      about: 'What each response code of UPI means, and what to do about it',
      use: 'expected.outcome: success, declined, or unknown (ask, never repeat); of a decline also its canonical reason and the advice. Any code that is not listed is unmapped and never retried.',
      cases: [
        ...RESPONSE_CODES.map(({ code, outcome }) => ({
          input: { code },
          expected: outcome === 'declined' ? { outcome, ...declineOf(code) } : { outcome },
        })),
        {
          input: { code: 'no such code' },
          expected: { outcome: 'declined', ...declineOf('no such code') },
        },
      ],
    },
  }
}

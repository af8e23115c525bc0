import { createHash, timingSafeEqual } from 'node:crypto'
import { type ProblemContext, type Refusal, refuse } from '@upi-autopay/handlers'

const BEARER = /^Bearer +(\S+)$/i

/** Refuses whoever does not carry the operator token; null lets in. Merchants' keys are not taken here. */
export function refuseStranger(
  problem: ProblemContext,
  authorization: string | undefined,
  operatorToken: string,
): Refusal | null {
  const given = BEARER.exec(authorization ?? '')?.[1] ?? ''
  // Digests have one length, so that comparing them takes one time.
  if (timingSafeEqual(digest(given), digest(operatorToken))) return null
  return refuse(
    problem,
    'unauthenticated',
    'These routes take the operator token of the data folder.',
    {
      headers: { 'WWW-Authenticate': 'Bearer' },
    },
  )
}

function digest(text: string): Uint8Array {
  return createHash('sha256').update(text).digest()
}

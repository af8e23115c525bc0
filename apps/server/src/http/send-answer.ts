import type { AnyAnswer } from '@upi-autopay/handlers'
import type { Response } from 'express'

/** Sends a refusal of a stage: what routes answer goes through the contract's mount. */
export function sendRefusal(res: Response, refusal: AnyAnswer): void {
  if (refusal.headers !== undefined) res.set({ ...refusal.headers })
  res.status(refusal.status).type('application/problem+json').send(JSON.stringify(refusal.body))
}

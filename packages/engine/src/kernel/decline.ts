import { type DeclineReason, declineOf, type RetryAdvice } from '@upi-autopay/rail'

/** Why a bank, a PSP or the payer said no: the canonical reason, the codes as received, and what to do. */
export interface Decline {
  readonly reason: DeclineReason
  readonly provider_code: string | null
  readonly npci_code: string | null
  readonly advice: RetryAdvice
}

/** The decline behind a provider's answer. A code nobody knows is never retried. */
export function toDecline(codes: {
  provider_code: string | null
  npci_code: string | null
}): Decline {
  const { reason, advice } = declineOf(codes.npci_code)
  return { reason, provider_code: codes.provider_code, npci_code: codes.npci_code, advice }
}

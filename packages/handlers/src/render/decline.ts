import type { Decline as WireDecline } from '@upi-autopay/contract'
import type { Decline } from '@upi-autopay/engine'
import { DECLINE_REASONS } from '@upi-autopay/rail'

/** A decline with the words for its reason. */
export function renderDecline(decline: Decline | null): WireDecline | null {
  if (decline === null) return null
  const title =
    DECLINE_REASONS.find((row) => row.reason === decline.reason)?.title ?? decline.reason
  return { ...decline, title }
}

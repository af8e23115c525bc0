import type { Presentation } from '@upi-autopay/client'

/** A debit in a few words: `succeeded`, `declined (insufficient_funds, Z9)`. */
export function describeDebit({ status, failure, attempts }: Presentation): string {
  const decline = failure ?? (status === 'declined' ? attempts.at(-1)?.decline : null)
  return decline === null || decline === undefined
    ? status
    : `${status} (${decline.reason}, ${decline.npci_code})`
}

import type { Instant, IsoDate, ModificationStatus } from '@upi-autopay/rail'
import type { Decline } from '../../kernel/decline.ts'

/** The terms of a mandate that can be changed. Amount in paise. */
export interface ChangeableTerms {
  readonly amount: number
  readonly end_date: IsoDate
}

/** A change of a mandate's terms that its payer is asked to approve. The last one is shown on the mandate. */
export interface Modification extends ChangeableTerms {
  readonly id: string
  readonly revision: number
  readonly status: ModificationStatus
  readonly mandate_id: string
  readonly reference_id: string | null
  /** The terms when it was asked for. */
  readonly previous: ChangeableTerms
  /** Null until the provider has made it. */
  readonly upi_link: string | null
  readonly expires_at: Instant
  readonly decided_at: Instant | null
  readonly status_reason: Decline | null
  readonly metadata: Readonly<Record<string, string>>
  readonly created_at: Instant
  readonly updated_at: Instant
}

/** The change that waits for its payer; null when none does. */
export function openModification({
  modification,
}: {
  readonly modification: Modification | null
}): Modification | null {
  return modification?.status === 'pending' ? modification : null
}

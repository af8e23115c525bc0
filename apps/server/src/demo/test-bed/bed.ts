import type { Autopay, MandateCreate } from '@upi-autopay/client'

/** One documented value: what the seed says of it, what must come of it here, and what came. */
export interface BedLine {
  readonly amount: string
  readonly says: string
  readonly expected: string
  readonly seen: string
}

/** What every part of the test bed works on: one merchant with a frozen clock. */
export interface Bed {
  readonly autopay: Autopay
  /** Moves the sandbox clock by an ISO 8601 duration. */
  readonly advance: (by: string) => Promise<void>
  /** A reference nobody has used. */
  readonly reference: () => string
  /** The Indian day the bed began on, and the one after it. */
  readonly today: string
  readonly tomorrow: string
}

/** The simulated bank answers after this long. */
export const BANK_ANSWERS_AFTER = 'PT10S'

/** A mandate as the seed's request has it: MAX, by link. */
export function mandateOf(
  bed: Bed,
  amount: number,
  more: Partial<MandateCreate> = {},
): MandateCreate {
  return {
    reference_id: bed.reference(),
    flow: 'intent',
    payer: { name: 'Asha Kulkarni' },
    description: 'Test bed',
    amount_rule: 'max',
    amount,
    frequency: 'daily',
    start_date: bed.today,
    end_date: `${Number(bed.today.slice(0, 4)) + 1}${bed.today.slice(4, 8)}28`,
    ...more,
  }
}

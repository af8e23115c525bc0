import type { Autopay, MandateCreate } from '@upi-autopay/client'
import {
  addDays,
  formatRfc3339,
  type IsoDate,
  istDate,
  startOfIstDay,
  toInstant,
} from '@upi-autopay/rail'

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
  /** Moves on to the next morning, so early that a day's attempts, an hour apart, end before the peak hours. */
  readonly nextMorning: () => Promise<void>
  /** A reference nobody has used. */
  readonly reference: () => string
  /** The Indian day on the sandbox clock, and the one after it. */
  readonly today: () => IsoDate
  readonly tomorrow: () => IsoDate
}

/** The simulated bank answers after this long. */
export const BANK_ANSWERS_AFTER = 'PT10S'

const MORNING_MS = 5 * 3_600_000

/** Freezes a merchant's clock and lays a bed on it. */
export async function makeBed(autopay: Autopay): Promise<Bed> {
  let { now } = await autopay.sandbox.setClock({ mode: 'frozen' })
  let references = 0
  const today = (): IsoDate => istDate(toInstant(Date.parse(now)))
  const tomorrow = (): IsoDate => addDays(today(), 1)
  return {
    autopay,
    advance: async (advance_by) => {
      now = (await autopay.sandbox.setClock({ advance_by })).now
    },
    nextMorning: async () => {
      const advance_to = formatRfc3339(toInstant(startOfIstDay(tomorrow()) + MORNING_MS))
      now = (await autopay.sandbox.setClock({ advance_to })).now
    },
    reference: () => `test-bed-${++references}`,
    today,
    tomorrow,
  }
}

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
    start_date: bed.today(),
    end_date: addDays(bed.today(), 365),
    ...more,
  }
}

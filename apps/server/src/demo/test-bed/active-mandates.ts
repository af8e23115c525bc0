import type { MandateCreate } from '@upi-autopay/client'
import { BANK_ANSWERS_AFTER, type Bed, mandateOf } from './bed.ts'

/** Registers mandates as the seed says: made, the link opened once, the bank's answer awaited. Answers their ids. */
export async function activeMandates(
  bed: Bed,
  count: number,
  amount: number,
  more: Partial<MandateCreate> = {},
): Promise<string[]> {
  const ids: string[] = []
  for (let made = 0; made < count; made++) {
    const { id } = await bed.autopay.mandates.create(mandateOf(bed, amount, more))
    await bed.autopay.sandbox.openMandate(id)
    ids.push(id)
  }
  await bed.advance(BANK_ANSWERS_AFTER)
  return ids
}

import {
  ANNOUNCED_DEBIT_RULES,
  checkRules,
  type Instant,
  type IsoDate,
  istDate,
  type MandateTerms,
  type ProviderPolicy,
} from '@upi-autopay/rail'

/**
 * Whether a debit keeps to the terms of its mandate, which may have changed since it was announced. Without a notice
 * its day is that of the attempt, or the first day of the mandate where that is later.
 */
export function fitsTerms(
  debit: { readonly amount: number; readonly debit_date: IsoDate | null },
  mandate: MandateTerms,
  { now, policy }: { readonly now: Instant; readonly policy: ProviderPolicy },
): boolean {
  const today = istDate(now)
  const day = debit.debit_date ?? (today < mandate.start_date ? mandate.start_date : today)
  const announced = { amount: debit.amount, debit_date: day, mandate, policy }
  return checkRules(ANNOUNCED_DEBIT_RULES, announced, now).length === 0
}

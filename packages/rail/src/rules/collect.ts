import { isoDate } from '../calendar.ts'

/** The number of the rules that close collect: from this day on, merchants ask by collect in two categories only. */
export const COLLECT_CLOSED_FROM = isoDate('2026-02-28')

/** Those categories: public issues and the secondary market. */
export const COLLECT_MCCS = ['6012', '6211'] as const

/** Whether a merchant category may still ask by collect. */
export function isOpenToCollect(mcc: string): boolean {
  return COLLECT_MCCS.some((open) => open === mcc)
}

import { type Flow, isSameVpa } from '@upi-autopay/rail'
import type { Payer } from '../ports/private-data.ts'

/** Whether an address is not the one that was asked: a collect request stands in one payer's app alone. */
export function isAskedOfAnother(
  { flow, payer }: { readonly flow: Flow; readonly payer: Pick<Payer, 'vpa'> },
  vpa: string | null,
): boolean {
  if (flow !== 'collect' || vpa === null || payer.vpa === null) return false
  return !isSameVpa(payer.vpa, vpa)
}

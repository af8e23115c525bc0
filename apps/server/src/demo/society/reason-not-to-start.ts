import { addDays, type IsoDate } from '@upi-autopay/rail'
import type { Member } from './member.ts'

/** Why no deposits can be collected from these members, as a sentence; null when they can. */
export function reasonNotToStart(members: readonly Member[], today: IsoDate): string | null {
  const first = members.map(({ starts }) => starts).sort()[0]
  if (first === undefined) return 'no row of the file is a member'
  // Mandates are registered a day before the first debit: its notice takes that long.
  return first > addDays(today, 1)
    ? null
    : `the first deposit is due on ${first}, and it is ${today} already`
}

import { endOfIstDay, type Instant, type IsoDate, nextOffPeak, toInstant } from '@upi-autopay/rail'
import { atMinute } from './collect-day.ts'
import type { Member } from './member.ts'

const HOUR_MS = 3_600_000
const ATTEMPTS = 4

/** Every moment of a day at which some debit may be attempted, in order: then a payer may be asked for the PIN. */
export function attemptTimes(members: readonly Member[], day: IsoDate): Instant[] {
  const times = new Set<Instant>()
  for (const minute of new Set(members.map(({ debit_minute }) => debit_minute))) {
    let at = nextOffPeak(atMinute(day, minute))
    for (let attempt = 0; attempt < ATTEMPTS && at < endOfIstDay(day); attempt++) {
      times.add(at)
      at = nextOffPeak(toInstant(at + HOUR_MS))
    }
  }
  return [...times].sort((a, b) => a - b)
}

import {
  endOfIstDay,
  type Instant,
  type IsoDate,
  istDate,
  minuteOfIstDay,
  startOfIstDay,
} from './calendar.ts'
import { PEAK_HOURS } from './rules/peak-hours.ts'

/**
 * Whether debits may be started at a moment. Before the rule was in force, always.
 *
 * @param asOf the day whose rules count; left out, that of the moment
 */
export function isOffPeak(at: Instant, asOf?: IsoDate): boolean {
  return peakAt(at, asOf) === null
}

/** The first moment from `at` on at which debits may be started: `at` itself when it is off-peak. */
export function nextOffPeak(at: Instant, asOf?: IsoDate): Instant {
  const peak = peakAt(at, asOf)
  return peak === null ? at : atMinute(at, peak.until)
}

/**
 * The next start of an off-peak window, strictly after `at`. Every Indian day opens its first window at 00:00,
 * though the last one of the day before ran up to it.
 */
export function nextWindowStart(at: Instant, asOf?: IsoDate): Instant {
  if ((asOf ?? istDate(at)) >= PEAK_HOURS.effective_from) {
    for (const peak of PEAKS) {
      const start = atMinute(at, peak.until)
      if (start > at) return start
    }
  }
  return endOfIstDay(istDate(at))
}

interface Peak {
  /** Minutes of the Indian day; `until` is excluded. */
  readonly from: number
  readonly until: number
}

const PEAKS: readonly Peak[] = PEAK_HOURS.peak_hours.map((text) => ({
  from: minutes(text.slice(0, 5)),
  until: minutes(text.slice(6)),
}))

function peakAt(at: Instant, asOf: IsoDate | undefined): Peak | null {
  if ((asOf ?? istDate(at)) < PEAK_HOURS.effective_from) return null
  const minute = minuteOfIstDay(at)
  return PEAKS.find((peak) => minute >= peak.from && minute < peak.until) ?? null
}

function atMinute(at: Instant, minute: number): Instant {
  return (startOfIstDay(istDate(at)) + minute * 60_000) as Instant
}

function minutes(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
}

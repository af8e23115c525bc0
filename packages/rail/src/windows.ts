import { endOfIstDay, type Instant, istDate, minuteOfIstDay, startOfIstDay } from './calendar.ts'
import { PEAK_HOURS } from './rules/peak-hours.ts'

/** Whether debits may be started at a moment. Before the rule was in force, always. */
export function isOffPeak(at: Instant): boolean {
  return peakAt(at) === null
}

/** The first moment from `at` on at which debits may be started: `at` itself when it is off-peak. */
export function nextOffPeak(at: Instant): Instant {
  const peak = peakAt(at)
  return peak === null ? at : atMinute(at, peak.until)
}

/**
 * The next start of an off-peak window, strictly after `at`. Every Indian day opens its first window at 00:00,
 * though the last one of the day before ran up to it.
 */
export function nextWindowStart(at: Instant): Instant {
  if (istDate(at) >= PEAK_HOURS.effective_from) {
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

function peakAt(at: Instant): Peak | null {
  if (istDate(at) < PEAK_HOURS.effective_from) return null
  const minute = minuteOfIstDay(at)
  return PEAKS.find((peak) => minute >= peak.from && minute < peak.until) ?? null
}

function atMinute(at: Instant, minute: number): Instant {
  return (startOfIstDay(istDate(at)) + minute * 60_000) as Instant
}

function minutes(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
}

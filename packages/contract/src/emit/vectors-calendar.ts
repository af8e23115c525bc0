import {
  formatIst,
  formatRfc3339,
  type Instant,
  isOffPeak,
  istDate,
  nextOffPeak,
  nextWindowStart,
  toInstant,
} from '@upi-autopay/rail'
import type { VectorFile } from './vector.ts'

/** Indian days and off-peak windows around every edge. */
export function calendarVectors(): Readonly<Record<string, VectorFile>> {
  return {
    'ist-dates.json': {
      about: 'On which Indian day a moment falls',
      use: 'expected.date: the day; expected.text: the moment as people in India read it.',
      cases: DATE_EDGES.map((utc) => ({
        input: { at: utc },
        expected: { date: istDate(at(utc)), text: formatIst(at(utc)) },
      })),
    },
    'windows.json': {
      about: 'Peak hours, and when the next off-peak window begins',
      use: 'expected.off_peak: whether a recurring debit may be started at input.at; next_off_peak: the first moment from input.at on at which it may; next_window_start: the next start of a window, strictly after input.at.',
      cases: DAYS.flatMap((day) => CLOCKS.map((clock) => ist(day, clock))).map((moment) => ({
        input: { at: formatRfc3339(moment), ist: formatIst(moment) },
        expected: {
          off_peak: isOffPeak(moment),
          next_off_peak: formatRfc3339(nextOffPeak(moment)),
          next_window_start: formatRfc3339(nextWindowStart(moment)),
        },
      })),
    },
  }
}

const DATE_EDGES = [
  '2026-11-21T18:29:59.999Z',
  '2026-11-21T18:30:00.000Z',
  '2026-12-31T18:30:00.000Z',
  '2028-02-28T18:30:00.000Z',
  '2028-02-29T18:30:00.000Z',
]

/** The last day without peak hours, the first with them, and one of today's. */
const DAYS = ['2025-07-31', '2025-08-01', '2026-11-23']

const CLOCKS = [
  '00:00:00.000',
  '09:59:59.999',
  '10:00:00.000',
  '12:59:59.999',
  '13:00:00.000',
  '16:59:59.999',
  '17:00:00.000',
  '21:29:59.999',
  '21:30:00.000',
  '23:59:59.999',
]

function ist(day: string, clock: string): Instant {
  return at(`${day}T${clock}+05:30`)
}

function at(text: string): Instant {
  return toInstant(Date.parse(text))
}

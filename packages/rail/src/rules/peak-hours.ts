import { isoDate } from '../calendar.ts'

/** The numbers of `presentation.off_peak`: hours of the Indian day, end excluded, in which no debit is started. */
export const PEAK_HOURS = {
  effective_from: isoDate('2025-08-01'),
  peak_hours: ['10:00-13:00', '17:00-21:30'],
} as const

import type { ScheduleEndReason } from '@upi-autopay/rail'
import type { Nothing } from '../nothing.ts'
import type { AnnouncedCycle, PlannedCycle, Schedule, SkippedCycles } from './schedule.ts'

/** What happens to a schedule. `next` is what comes after it; null when no cycle is left. */
export interface ScheduleEvents {
  'schedule.created': { readonly schedule: Schedule }
  'schedule.cycle_announced': {
    readonly announced: AnnouncedCycle
    readonly next: PlannedCycle | null
  }
  'schedule.cycle_skipped': {
    readonly skipped: SkippedCycles
    readonly last_from: Schedule['starts_on']
    readonly next: PlannedCycle | null
  }
  'schedule.replanned': { readonly next: PlannedCycle | null }
  'schedule.paused': Nothing
  'schedule.resumed': { readonly next: PlannedCycle | null }
  'schedule.completed': Nothing
  'schedule.cancelled': { readonly reason: ScheduleEndReason }
}

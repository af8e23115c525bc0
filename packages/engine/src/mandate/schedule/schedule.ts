import type {
  Instant,
  IsoDate,
  RetryMode,
  ScheduleDays,
  ScheduleEndReason,
  ScheduleStatus,
  ScheduleWhen,
  SkipReason,
} from '@upi-autopay/rail'

/** A series of debits, one in each cycle, that the server announces and makes by itself. Amounts in paise. */
export interface Schedule extends ScheduleDays {
  readonly id: string
  readonly revision: number
  readonly status: ScheduleStatus
  readonly mandate_id: string
  readonly reference_id: string | null
  readonly description: string | null
  /** The amount of every cycle; null where `amounts` names each one's. */
  readonly amount: number | null
  /** As many as the schedule has cycles, in order. */
  readonly amounts: readonly number[] | null
  readonly retry: RetryMode
  readonly when: ScheduleWhen
  /** The last cycle that was announced or skipped; the next one is looked for after it. */
  readonly position: CyclePosition | null
  /** What comes next; null while it is paused, and when no cycle is left. */
  readonly next: PlannedCycle | null
  /** The cycle that was announced last. */
  readonly last: AnnouncedCycle | null
  /** The latest runs of cycles that were left out, oldest first. */
  readonly skips: readonly SkippedCycles[]
  readonly done: ScheduleCounts
  readonly ended_at: Instant | null
  /** Why it ended before its last cycle; null otherwise. */
  readonly end_reason: ScheduleEndReason | null
  readonly metadata: Readonly<Record<string, string>>
  readonly created_at: Instant
  readonly updated_at: Instant
}

/** A cycle by its number in the schedule, from 1, and its first day. */
export interface CyclePosition {
  readonly number: number
  readonly from: IsoDate
}

/** A cycle that is to be announced. */
export interface PlannedCycle extends CyclePosition {
  readonly until: IsoDate
  readonly debit_date: IsoDate
  /** To here the debit may still move in its cycle, if its notice is held up. */
  readonly last_date: IsoDate
  readonly amount: number
  readonly notify_at: Instant
  /** What holds its notice up; it is looked at again when that is over, and for the last time at `notify_at`. */
  readonly waits_for: 'mandate_paused' | null
}

/** A cycle that has its notice and its debit. */
export interface AnnouncedCycle extends CyclePosition {
  readonly until: IsoDate
  readonly debit_date: IsoDate
  readonly amount: number
  readonly notification_id: string
  readonly presentation_id: string
}

/** One cycle, or several in a row, that were left out for one reason. */
export interface SkippedCycles extends CyclePosition {
  readonly until: IsoDate
  readonly cycles: number
  readonly reason: SkipReason
  /** A sentence with the facts. */
  readonly message: string
  readonly at: Instant
}

/** What became of its cycles. A debit that is under way counts nowhere yet. */
export interface ScheduleCounts {
  readonly succeeded: number
  /** Reversed ones as well. */
  readonly failed: number
  readonly cancelled: number
  readonly skipped: number
}

/** Whether it still announces debits, now or once resumed. */
export function isOpenSchedule({ status }: Schedule): boolean {
  return status === 'active' || status === 'paused'
}

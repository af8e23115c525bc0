import type { IsoDate, RetryMode, ScheduleWhen } from '@upi-autopay/rail'

/** What can be asked of a mandate's schedules. */
export type ScheduleCommand = CreateSchedule | ChangeSchedule

/** Begins a series of debits: one `amount` for all cycles, or `amounts` for each in order. */
export interface CreateSchedule {
  readonly type: 'CreateSchedule'
  readonly id: string
  readonly mandate_id: string
  readonly reference_id: string | null
  readonly description: string | null
  readonly amount: number | null
  readonly amounts: readonly number[] | null
  readonly starts_on: IsoDate
  readonly until: IsoDate | null
  readonly count: number | null
  readonly retry: RetryMode
  readonly when: ScheduleWhen
  readonly metadata: Readonly<Record<string, string>>
}

/** The merchant holds a schedule up, lets it go on, or ends it. What was announced before goes on by itself. */
export interface ChangeSchedule {
  readonly type: 'PauseSchedule' | 'ResumeSchedule' | 'CancelSchedule'
  readonly schedule_id: string
}

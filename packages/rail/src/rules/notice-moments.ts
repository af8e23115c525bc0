import { endOfIstDay, type Instant, type IsoDate, startOfIstDay } from '../calendar.ts'
import type { ProviderPolicy } from '../policy.ts'
import { leadMs } from './lead-time.ts'
import { NOTICE_SLACK_MINUTES } from './schedule-timing.ts'

/** When the notice of a scheduled debit may go out. */
export interface NoticeMoments {
  /** The provider takes it from here on. */
  readonly earliest: Instant
  /** When the server sends it, if nothing holds it up. */
  readonly preferred: Instant
  /** From here on it is too late for that day; excluded. */
  readonly latest: Instant
}

/**
 * The moments for the notice of a debit on a day. It goes out midway between the earliest moment that the provider
 * takes and the last one that leaves the whole debit day, so that neither a late server nor a late bank costs the day;
 * it is too late when the debit could no longer be made with the slack of `schedule.notice_slack`.
 */
export function noticeMoments(debit_date: IsoDate, policy: ProviderPolicy): NoticeMoments {
  const day = startOfIstDay(debit_date)
  const earliest = (day - policy.notice_lead_max_hours * 3_600_000) as Instant
  const wholeDay = day - leadMs(policy)
  const end = endOfIstDay(debit_date) - leadMs(policy)
  const cutOff = policy.notice_cut_off_minute
  // The cut-off is a minute of the day before the debit.
  const closed = cutOff === undefined ? end : day - 86_400_000 + cutOff * 60_000
  return {
    earliest,
    preferred: Math.max(earliest, Math.floor((earliest + wholeDay) / 2)) as Instant,
    latest: (Math.min(end, closed) - NOTICE_SLACK_MINUTES * 60_000) as Instant,
  }
}

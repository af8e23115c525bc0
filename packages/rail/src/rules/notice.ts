import {
  addDays,
  endOfIstDay,
  formatIst,
  type Instant,
  istDate,
  minuteOfIstDay,
  startOfIstDay,
} from '../calendar.ts'
import type { NoticeFacts } from './facts.ts'
import { restated } from './framework.ts'
import { LAUNCH_DATE } from './launch-date.ts'
import { leadHours, leadMs, RAIL_LEAD_HOURS } from './lead-time.ts'
import type { Rule } from './rule.ts'
import type { TimingRule } from './timing-rule.ts'

const HOUR_MS = 3_600_000

const LEAD_WINDOW: Rule<NoticeFacts> = {
  id: 'notice.lead_window',
  title:
    'When a notice is created, some moment of its debit day lies at least 24 hours ahead and within the lead window of the provider.',
  value: { rail_minimum_hours: RAIL_LEAD_HOURS },
  effective_from: LAUNCH_DATE,
  source: 'rbi-2020',
  consequence: 'notice_outside_lead_window',
  check: ({ debit_date, debit_at, policy }, now) => {
    const named = debit_at ?? startOfIstDay(debit_date)
    const soonest = (now + leadMs(policy)) as Instant
    const latest = (now + policy.notice_lead_max_hours * HOUR_MS) as Instant
    const tooLate = soonest >= endOfIstDay(debit_date)
    const tooEarly = Math.max(named, soonest) > latest
    if (!tooLate && !tooEarly) return null
    const given = debit_at === null ? debit_date : formatIst(debit_at)
    const bound = tooLate
      ? `too late: the debit must be at least ${leadHours(policy)} hours ahead, so not before ${formatIst(soonest)}`
      : `too early: the debit may be at most ${policy.notice_lead_max_hours} hours ahead, so begin by ${formatIst(latest)}`
    return {
      message: `A notice now for ${given} is ${bound}.`,
      pointer: pointer(debit_at),
      limit: {
        lead_min_hours: leadHours(policy),
        lead_max_hours: policy.notice_lead_max_hours,
        earliest_debit_date: istDate(soonest),
        latest_debit_date: istDate(latest),
      },
    }
  },
}

/** A notice is created neither too late nor too early for its debit. */
export const NOTICE_LEAD_WINDOW: readonly Rule<NoticeFacts>[] = restated(LEAD_WINDOW, 'rbi-2020')

/** Late in the evening some providers take no notice for the next day. */
export const NOTICE_CUT_OFF: Rule<NoticeFacts> = {
  id: 'notice.cut_off',
  title: 'From the cut-off minute of the provider on, no notice for the next day is taken.',
  value: {},
  effective_from: LAUNCH_DATE,
  source: 'decentro-presentation',
  assumption: true,
  consequence: 'notice_after_cut_off',
  check: ({ debit_date, debit_at, policy }, now) => {
    const cutOff = policy.notice_cut_off_minute
    if (cutOff === undefined || minuteOfIstDay(now) < cutOff) return null
    if (debit_date !== addDays(istDate(now), 1)) return null
    return {
      message: `Notices for ${debit_date} closed at ${clock(cutOff)} Indian time; it is ${formatIst(now)}.`,
      pointer: pointer(debit_at),
      limit: { cut_off: clock(cutOff) },
    }
  },
}

const LEAD_TIME: TimingRule = {
  id: 'notice.lead_time',
  title: 'A debit is made no sooner than 24 hours after its notice reached the payer.',
  value: { hours: RAIL_LEAD_HOURS },
  effective_from: LAUNCH_DATE,
  source: 'rbi-2020',
  consequence: 'defers',
  reason: 'notice_lead_time',
  applies: ({ notice }) => notice !== null,
  next: ({ notice, policy }, at) =>
    Math.max(at, notice === null ? at : notice.delivered_at + leadMs(policy)) as Instant,
  check: ({ notice, policy }, now) => {
    if (notice === null || now >= notice.delivered_at + leadMs(policy)) return null
    const from = (notice.delivered_at + leadMs(policy)) as Instant
    return {
      message: notice.on_its_way
        ? `The notice is on its way to the payer; ${leadHours(policy)} hours after it arrives is ${formatIst(from)} at the soonest.`
        : `The notice reached the payer at ${formatIst(notice.delivered_at)}; ${leadHours(policy)} hours have passed at ${formatIst(from)}.`,
      pointer: '',
      limit: { lead_hours: leadHours(policy), earliest: formatIst(from) },
    }
  },
  holding: ({ notice, policy }) =>
    notice === null
      ? 'No notice is needed.'
      : `The notice reached the payer at ${formatIst(notice.delivered_at)}, ${leadHours(policy)} hours ago or more.`,
}

/** The payer has the notice for the lead time before money moves. */
export const NOTICE_LEAD_TIME: readonly TimingRule[] = restated(LEAD_TIME, 'rbi-2020')

function pointer(debitAt: Instant | null): string {
  return debitAt === null ? '/debit_date' : '/debit_at'
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

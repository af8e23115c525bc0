import {
  checkRules,
  type Instant,
  OPEN_SCHEDULE_RULES,
  REJECTIONS,
  SCHEDULE_AMOUNT_RULES,
  SCHEDULE_RULES,
  type ScheduleFacts,
  scheduleCycles,
  type Violation,
} from '@upi-autopay/rail'
import type { Decision, Facts } from '../../kernel/aggregate.ts'
import { reject, rejectViolations } from '../../kernel/result.ts'
import { type MandateStreamEvent, scheduleEvent } from '../events.ts'
import { type MandateState, termsOf } from '../mandate.ts'
import { rejectMandateState } from '../state-conflict.ts'
import type { CreateSchedule } from './commands.ts'
import { planNext, reachableDay } from './plan.ts'
import { isOpenSchedule, type Schedule } from './schedule.ts'
import { skipMissed } from './skip.ts'

/** Begins a series of debits under an active mandate. A first cycle that is too late to announce is skipped at once. */
export function createSchedule(
  state: MandateState,
  command: CreateSchedule,
  facts: Facts,
): Decision<MandateStreamEvent> {
  const { mandate } = state
  if (mandate.status !== 'active')
    return rejectMandateState(mandate, 'only an active mandate can be scheduled')
  const count = command.amounts?.length ?? command.count
  const terms = { ...command, count, position: null }
  const judged = scheduleFacts(state, terms, facts)
  const open = judged.open_schedule
  if (open !== null) {
    return reject({
      code: 'schedule_open',
      detail: `Schedule ${open.id} of the same mandate is ${open.status}.`,
      violations: checkRules(OPEN_SCHEDULE_RULES, judged, facts.now),
      existing: { object: 'schedule', id: open.id },
    })
  }
  const [first, ...rest] = [
    ...brokenAmounts(command, judged, facts.now),
    ...checkRules(SCHEDULE_RULES, judged, facts.now),
  ].sort(byPrecedence)
  if (first !== undefined) return rejectViolations([first, ...rest])
  const plan = planNext(mandate, terms, { now: facts.now, policy: facts.provider.policy })
  const schedule = newSchedule(command, count, facts)
  const next = plan.missed.length === 0 ? plan.next : null
  return {
    ok: true,
    events: [
      scheduleEvent('schedule.created', schedule.id, { schedule: { ...schedule, next } }),
      ...skipMissed(schedule, plan, 'notice_too_late', facts.now),
    ],
  }
}

function scheduleFacts(
  state: MandateState,
  { starts_on, until, count }: Pick<Schedule, 'starts_on' | 'until' | 'count'>,
  { now, provider: { policy } }: Facts,
): ScheduleFacts {
  let cycles = 0
  let cycles_in_time = 0
  for (const one of scheduleCycles(state.mandate, { starts_on, until, count })) {
    cycles++
    if (reachableDay(one, policy, now) !== null) cycles_in_time++
    // Without a count, one that is in time is enough to know.
    if (count === null && cycles_in_time > 0) break
  }
  return {
    mandate: termsOf(state.mandate),
    starts_on,
    until,
    count,
    cycles,
    cycles_in_time,
    open_schedule: Object.values(state.schedules).find(isOpenSchedule) ?? null,
    policy,
  }
}

/** Every amount that breaks a rule, each under its own pointer. */
function brokenAmounts(
  { amount, amounts }: CreateSchedule,
  { mandate, policy }: ScheduleFacts,
  now: Instant,
): Violation[] {
  const judge = (one: number): Violation[] =>
    checkRules(SCHEDULE_AMOUNT_RULES, { amount: one, mandate, policy }, now)
  if (amounts === null) return judge(amount ?? 0)
  return amounts.flatMap((one, index) =>
    judge(one).map((violation) => ({ ...violation, pointer: `/amounts/${index}` })),
  )
}

function byPrecedence(one: Violation, other: Violation): number {
  const rank = ({ code }: Violation): number => REJECTIONS.findIndex((row) => row.code === code)
  return rank(one) - rank(other)
}

function newSchedule(command: CreateSchedule, count: number | null, facts: Facts): Schedule {
  return {
    id: command.id,
    revision: 1,
    status: 'active',
    mandate_id: command.mandate_id,
    reference_id: command.reference_id,
    description: command.description,
    amount: command.amount,
    amounts: command.amounts,
    starts_on: command.starts_on,
    until: command.until,
    count,
    retry: command.retry,
    when: command.when,
    position: null,
    next: null,
    last: null,
    skips: [],
    done: { succeeded: 0, failed: 0, cancelled: 0, skipped: 0 },
    ended_at: null,
    end_reason: null,
    metadata: command.metadata,
    created_at: facts.now,
    updated_at: facts.now,
  }
}

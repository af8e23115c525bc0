import type { SkipReason } from '@upi-autopay/rail'
import type { Facts } from '../../kernel/aggregate.ts'
import type { Rejection } from '../../kernel/result.ts'
import type { CreateDebit } from '../debit/commands.ts'
import { createDebit } from '../debit/create.ts'
import { type MandateStreamEvent, scheduleEvent } from '../events.ts'
import type { MandateState } from '../mandate.ts'
import { planNext } from './plan.ts'
import type { AnnouncedCycle, PlannedCycle, Schedule } from './schedule.ts'
import { skipCycle, skipMissed } from './skip.ts'

/**
 * The moment of the next cycle has come: announce and plan its debit, put it off, or leave the cycle out and say why.
 * What was missed while nobody looked is left out first; no cycle is ever made up for.
 */
export function runSchedule(
  state: MandateState,
  schedule: Schedule,
  facts: Facts,
): MandateStreamEvent[] {
  if (schedule.next === null) return []
  if (schedule.next.notify_at > facts.now) return []
  const { now, provider } = facts
  const plan = planNext(state.mandate, schedule, { now, policy: provider.policy })
  const { next } = plan
  const missed = skipMissed(schedule, plan, schedule.next.waits_for ?? 'notice_too_late', now)
  if (next === null) return missed
  if (next.notify_at > now)
    return missed.length > 0 ? missed : [scheduleEvent('schedule.replanned', schedule.id, { next })]
  const acted =
    state.mandate.status === 'paused'
      ? [giveUp(state, schedule, next, facts)]
      : announce(state, schedule, next, facts)
  return [...missed, ...acted]
}

function announce(
  state: MandateState,
  schedule: Schedule,
  due: PlannedCycle,
  facts: Facts,
): MandateStreamEvent[] {
  const { number, from, until, debit_date, amount } = due
  const notification_id = facts.mint('notification')
  const presentation_id = facts.mint('presentation')
  const command = debitOf(schedule, due, { notification_id, presentation_id })
  const debit = createDebit(state, command, facts)
  const next = nextAfter(state, schedule, due, facts)
  if (debit.ok) {
    const announced: AnnouncedCycle = {
      ...{ number, from, until, debit_date, amount },
      ...{ notification_id, presentation_id },
    }
    return [
      ...debit.events,
      scheduleEvent('schedule.cycle_announced', schedule.id, { announced, next }),
    ]
  }
  const why = skipReason(debit.rejection)
  return [skipCycle(schedule, due, why, { next, now: facts.now })]
}

/** The mandate is paused, and this was the last moment. */
function giveUp(
  state: MandateState,
  schedule: Schedule,
  due: PlannedCycle,
  facts: Facts,
): MandateStreamEvent {
  const next = nextAfter(state, schedule, due, facts)
  const message = 'The mandate was paused up to the last moment for the notice.'
  const why = { reason: 'mandate_paused', message } as const
  return skipCycle(schedule, due, why, { next, now: facts.now })
}

/** The debit of a cycle, as it is asked for when its moment has come. */
export function debitOf(
  schedule: Schedule,
  { number, amount, debit_date }: Pick<PlannedCycle, 'number' | 'amount' | 'debit_date'>,
  ids: Pick<AnnouncedCycle, 'notification_id' | 'presentation_id'>,
): CreateDebit {
  const { metadata } = schedule
  return {
    type: 'CreateDebit',
    mandate_id: schedule.mandate_id,
    notification: {
      id: ids.notification_id,
      reference_id: null,
      ...{ amount, debit_date, debit_at: null, metadata },
    },
    presentation: {
      id: ids.presentation_id,
      reference_id: cycleReference(schedule.id, number),
      description: schedule.description,
      when: schedule.when,
      present_at: null,
      retry: schedule.retry,
      metadata,
    },
    batch_id: null,
    schedule_id: schedule.id,
  }
}

/** The reference of a cycle's debit. The tilde is in no reference of a merchant's own, so that none can be taken. */
export function cycleReference(schedule_id: string, number: number): string {
  return `${schedule_id}~${number}`
}

function nextAfter(
  { mandate }: MandateState,
  schedule: Schedule,
  { number, from }: PlannedCycle,
  { now, provider }: Facts,
): PlannedCycle | null {
  const after = { ...schedule, position: { number, from } }
  // Later than one that is in time, it is in time itself: nothing is missed in between.
  const { next } = planNext(mandate, after, { now, policy: provider.policy })
  return next
}

/** Why a cycle is left out whose debit was refused. */
export function skipReason({ code, detail }: Rejection): { reason: SkipReason; message: string } {
  switch (code) {
    case 'notification_open':
    case 'presentation_open':
      return { reason: 'already_announced', message: detail }
    case 'cycle_already_debited':
      return { reason: 'already_debited', message: detail }
    default:
      return { reason: 'rule_broken', message: detail }
  }
}

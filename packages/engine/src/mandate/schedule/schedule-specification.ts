import { type Instant, isoDate, startOfIstDay } from '@upi-autopay/rail'
import {
  answer,
  createMandate,
  createStream,
  DONE,
  type POLICY,
  SECOND,
  type Stream,
  told,
} from '../decider-specification.ts'
import type { CreateMandate } from '../registration/commands.ts'
import type { ChangeSchedule, CreateSchedule } from './commands.ts'
import type { AnnouncedCycle, Schedule } from './schedule.ts'

/** From Wednesday of the week after, ₹100 in each. */
export function plan(terms: Partial<CreateSchedule> = {}): CreateSchedule {
  return {
    type: 'CreateSchedule',
    id: 'sch_1',
    mandate_id: 'mdt_1',
    reference_id: 'plan-001',
    description: null,
    amount: 100_00,
    amounts: null,
    starts_on: isoDate('2030-01-16'),
    until: null,
    count: null,
    retry: 'none',
    when: 'asap',
    metadata: {},
    ...terms,
  }
}

export function change(type: ChangeSchedule['type']): ChangeSchedule {
  return { type, schedule_id: 'sch_1' }
}

export function payer(action: 'pause' | 'resume' | 'revoke') {
  return { type: 'ActAsPayer', mandate_id: 'mdt_1', action, vpa: null, answers: [] } as const
}

/** A weekly mandate, active since Monday at eight. */
export function activeWeekly(
  terms: Partial<CreateMandate> = {},
  policy: Partial<typeof POLICY> = {},
): Stream {
  return createStream(policy)
    .given(createMandate({ frequency: 'weekly', ...terms }))
    .given(answer('mandate', 'mdt_1', DONE))
}

export function scheduleOf(stream: Stream): Schedule {
  return stream.state().schedules.sch_1 as Schedule
}

export function lastOf(stream: Stream): AnnouncedCycle {
  return scheduleOf(stream).last as AnnouncedCycle
}

/** So long after midnight of an Indian day. */
export function at(date: string, ms: number): Instant {
  return (startOfIstDay(isoDate(date)) + ms) as Instant
}

export const KEY = 'schedule_notify:sch_1'

/** Announces the next cycle, and carries its debit to the bank. */
export function sendCycle(stream: Stream): AnnouncedCycle {
  stream.fire(KEY)
  const last = lastOf(stream)
  stream.wait(10 * SECOND).given(answer('notification', last.notification_id, DONE))
  stream.fire(`present:${last.presentation_id}`)
  return last
}

/** Announces the next cycle, and carries its debit through the bank. */
export function debitCycle(stream: Stream, outcome: typeof DONE = DONE): string[] {
  const { presentation_id } = sendCycle(stream)
  return told(stream.when(answer('presentation', presentation_id, outcome, 1)))
}

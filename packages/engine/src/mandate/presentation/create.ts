import {
  type AttemptFacts,
  attemptLimit,
  checkRules,
  cycleOf,
  type DeferralReason,
  earliestAttempt,
  type Instant,
  type IsoDate,
  istDate,
  PRESENTATION_RULES,
} from '@upi-autopay/rail'
import { NOTHING_TAKEN_BACK } from '../../collected/collected.ts'
import type { Decision, Facts } from '../../kernel/aggregate.ts'
import { reject, rejectViolations } from '../../kernel/result.ts'
import { type MandateStreamEvent, presentationEvent } from '../events.ts'
import type { MandateState } from '../mandate.ts'
import { isPresentable, type Notification } from '../notification/notification.ts'
import { rejectMandateState, rejectNotificationState } from '../state-conflict.ts'
import type { CreatePresentation } from './commands.ts'
import { attemptFacts, plannedStart } from './facts.ts'
import { openDebit, rejectOpenDebit } from './open-debit.ts'
import type { Presentation } from './presentation.ts'

/** What a debit is drawn on: its notice or the instant window, and the cycle that it uses. */
interface Ground {
  readonly notification_id: string | null
  readonly instant: boolean
  readonly amount: number
  readonly cycle_key: string
  readonly cycle_until: IsoDate
  readonly sequence_number: number
}

/** Plans a debit. It never waits for the attempt: the answer is the plan. */
export function createPresentation(
  state: MandateState,
  command: CreatePresentation,
  facts: Facts,
): Decision<MandateStreamEvent> {
  const { source } = command
  const cited = 'notification_id' in source ? source.notification_id : null
  const notification = cited === null ? null : state.notifications[cited]
  // What does not exist is told before what is not possible now.
  if (notification === undefined) {
    return reject({
      code: 'not_found',
      detail: `Mandate ${state.mandate.id} has no notification ${cited}.`,
    })
  }
  if (state.mandate.status !== 'active') {
    return rejectMandateState(state.mandate, 'only an active mandate can be debited')
  }
  if (notification === null) {
    return planDebit(state, command, groundWithoutNotice(state, command, facts.now), facts)
  }
  if (!isPresentable(notification)) {
    return rejectNotificationState(notification, 'a debit needs one that was delivered')
  }
  return planDebit(state, command, noticeGround(notification), facts)
}

/** Plans a debit on its notice, which may still be on its way to the payer. */
export function planOnNotice(
  state: MandateState,
  command: CreatePresentation & { readonly source: { readonly notification_id: string } },
  facts: Facts,
): Decision<MandateStreamEvent> {
  const notification = state.notifications[command.source.notification_id]
  if (notification === undefined)
    throw new Error(`notification ${command.source.notification_id} is not loaded`)
  return planDebit(state, command, noticeGround(notification), facts)
}

function groundWithoutNotice(
  state: MandateState,
  { id, source, present_at }: CreatePresentation,
  now: Instant,
): Ground {
  if ('instant_amount' in source) return instantGround(state, source.instant_amount, now)
  return {
    notification_id: null,
    instant: false,
    amount: 'amount' in source ? source.amount : 0,
    // Exempt mandates are as_presented: each debit is a cycle of its own.
    cycle_key: id,
    cycle_until: istDate(present_at ?? now),
    sequence_number: state.next_sequence_number,
  }
}

/** A debit on a notice has its amount and cycle. */
export function noticeGround(notification: Notification): Ground {
  return {
    notification_id: notification.id,
    instant: false,
    amount: notification.amount,
    cycle_key: notification.cycle.key,
    cycle_until: notification.cycle.until ?? notification.debit_date,
    sequence_number: notification.sequence_number,
  }
}

/** An instant debit counts as that of the first cycle; where cycles are notices, it is one of its own. */
export function instantGround(
  state: Pick<MandateState, 'mandate' | 'cycles' | 'next_sequence_number'>,
  amount: number,
  now: Instant,
): Ground {
  const { mandate } = state
  // The cycle of the activation, also where midnight falls into the minutes after it.
  const begun = istDate(mandate.activated_at ?? now)
  const day = begun < mandate.start_date ? mandate.start_date : begun
  const cycle = cycleOf(mandate, day)
  const cycle_key = cycle?.key ?? 'instant'
  return {
    notification_id: null,
    instant: true,
    amount,
    cycle_key,
    cycle_until: cycle?.until ?? day,
    sequence_number: state.cycles[cycle_key]?.sequence_number ?? state.next_sequence_number,
  }
}

function planDebit(
  state: MandateState,
  command: CreatePresentation,
  ground: Ground,
  facts: Facts,
): Decision<MandateStreamEvent> {
  const open = openDebit(state, ground.cycle_key)
  if (open !== undefined) return rejectOpenDebit(open, facts)
  const debit = { ...ground, when: command.when, present_at: command.present_at }
  const known = attemptFacts(state, debit, facts)
  const judged = { ...known, not_before: plannedStart(known, command, facts.now) }
  const [first, ...rest] = checkRules(PRESENTATION_RULES, judged, facts.now)
  if (first !== undefined) return rejectViolations([first, ...rest])
  const due = earliestAttempt(judged, facts.now)
  if (due === null) return rejectClosedWindow(debit)
  const presentation = newPresentation(
    command,
    ground,
    { due, attempts_left: attemptsLeft(judged, facts.now) },
    facts,
  )
  return {
    ok: true,
    events: [
      presentationEvent('presentation.created', presentation.id, {
        presentation,
        cycle_until: ground.cycle_until,
      }),
    ],
  }
}

function attemptsLeft(
  { instant, policy, cycle }: Pick<AttemptFacts, 'instant' | 'policy' | 'cycle'>,
  now: Instant,
): number {
  return (instant ? policy.instant_attempts_max : attemptLimit(policy, now)) - cycle.attempts
}

function rejectClosedWindow({
  notification_id,
}: {
  notification_id: string | null
}): ReturnType<typeof reject> {
  return reject({
    code: 'debit_window_closed',
    detail: `No moment that all rules allow is left${notification_id === null ? '' : ` on the day of notification ${notification_id}`}.`,
  })
}

/** A planned debit, before its first attempt. */
export function newPresentation(
  command: CreatePresentation,
  ground: Ground,
  plan: { due: { at: Instant; reason: DeferralReason | null }; attempts_left: number },
  facts: Facts,
): Presentation {
  return {
    id: command.id,
    revision: 1,
    status: 'scheduled',
    mandate_id: command.mandate_id,
    notification_id: ground.notification_id,
    reference_id: command.reference_id,
    description: command.description,
    amount: ground.amount,
    instant: ground.instant,
    cycle_key: ground.cycle_key,
    cycle_until: ground.cycle_until,
    sequence_number: ground.sequence_number,
    when: command.when,
    present_at: command.present_at,
    retry: command.retry,
    due_at: plan.due.at,
    deferred_because: plan.due.reason,
    payer_expires_at: null,
    outcome: null,
    attempts: [],
    attempts_left: plan.attempts_left,
    rrn: null,
    npci_txn_id: null,
    succeeded_at: null,
    failure: null,
    ...NOTHING_TAKEN_BACK,
    batch_id: command.batch_id ?? null,
    schedule_id: command.schedule_id ?? null,
    quiet: command.quiet ?? false,
    resolution: null,
    amount_reversed: 0,
    reversed_at: null,
    metadata: command.metadata,
    created_at: facts.now,
    updated_at: facts.now,
  }
}

import {
  type Cycle,
  checkRules,
  cycleOf,
  endOfIstDay,
  NOTICE_RULES,
  OPEN_NOTICE_RULES,
} from '@upi-autopay/rail'
import type { Decision, Facts } from '../../kernel/aggregate.ts'
import { reject, rejectViolations } from '../../kernel/result.ts'
import { type MandateStreamEvent, notificationEvent } from '../events.ts'
import { type MandateState, termsOf } from '../mandate.ts'
import { openDebit, rejectOpenDebit } from '../presentation/open-debit.ts'
import { rejectMandateState } from '../state-conflict.ts'
import type { CreateNotification } from './commands.ts'
import { isOpenNotification, type Notification } from './notification.ts'

/** Announces a debit to the payer. Every rule that the debit day must keep is judged here, at once. */
export function createNotification(
  state: MandateState,
  command: CreateNotification,
  facts: Facts,
): Decision<MandateStreamEvent> {
  const { mandate } = state
  if (mandate.status !== 'active')
    return rejectMandateState(mandate, 'only an active mandate can be notified')
  const cycle = cycleOf(mandate, command.debit_date)
  const key = cycle?.key ?? command.id
  const counters = state.cycles[key]
  const open = Object.values(state.notifications).find(
    (one) => one.cycle.key === key && isOpenNotification(one) && holdsCycle(one, state),
  )
  if (open !== undefined) {
    const seen = { open_notice: open, open_debit: null, policy: facts.provider.policy }
    return reject({
      code: 'notification_open',
      detail: `Notification ${open.id} is ${open.status} for the same cycle.`,
      violations: checkRules(OPEN_NOTICE_RULES, seen, facts.now),
      existing: { object: 'notification', id: open.id },
    })
  }
  // An instant debit has no notice that would hold its cycle.
  const debit = openDebit(state, key)
  if (debit !== undefined) return rejectOpenDebit(debit, facts)
  const [first, ...rest] = checkRules(
    NOTICE_RULES,
    {
      amount: command.amount,
      mandate: termsOf(mandate),
      debit_date: command.debit_date,
      debit_at: command.debit_at,
      cycle: { attempts: counters?.attempts ?? 0, succeeded: counters?.succeeded ?? false },
      policy: facts.provider.policy,
    },
    facts.now,
  )
  if (first !== undefined) return rejectViolations([first, ...rest])
  const notification = newNotification(command, state, { key, cycle }, facts)
  return {
    ok: true,
    events: [notificationEvent('notification.created', notification.id, { notification })],
  }
}

/** A used notice holds its cycle only while its debit is open: after that the cycle may be notified again. */
function holdsCycle(open: Notification, state: MandateState): boolean {
  return open.status !== 'used' || openDebit(state, open.cycle.key) !== undefined
}

function newNotification(
  command: CreateNotification,
  state: MandateState,
  { key, cycle }: { key: string; cycle: Cycle | null },
  facts: Facts,
): Notification {
  return {
    id: command.id,
    revision: 1,
    status: 'pending',
    mandate_id: state.mandate.id,
    reference_id: command.reference_id,
    amount: command.amount,
    debit_date: command.debit_date,
    debit_at: command.debit_at,
    cycle: { key, from: cycle?.from ?? null, until: cycle?.until ?? null },
    sequence_number: state.cycles[key]?.sequence_number ?? state.next_sequence_number,
    window_from: null,
    window_until: endOfIstDay(command.debit_date),
    delivered_at: null,
    failure: null,
    used_by: null,
    cancelled_by: null,
    batch_id: command.batch_id ?? null,
    schedule_id: command.schedule_id ?? null,
    quiet: command.quiet ?? false,
    metadata: command.metadata,
    created_at: facts.now,
    updated_at: facts.now,
  }
}

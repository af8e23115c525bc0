import { addDays, INSTANT_WINDOW_MINUTES, type Instant, istDate } from '@upi-autopay/rail'
import type { Dispute } from '../dispute/dispute.ts'
import { disputeRow } from '../dispute/row.ts'
import type { ResourceRecord } from '../kernel/aggregate.ts'
import type { ResourceRow } from '../ports/decision-store.ts'
import type { Refund } from '../refund/refund.ts'
import { refundRow } from '../refund/row.ts'
import type { MandateStreamEvent } from './events.ts'
import type { Mandate, MandateState } from './mandate.ts'
import type { Modification } from './modification/modification.ts'
import { isOpenNotification, type Notification } from './notification/notification.ts'
import {
  attemptInDoubt,
  endsCycle,
  isFinal,
  type Presentation,
} from './presentation/presentation.ts'
import { reversalRow } from './presentation/reversal.ts'
import { isOpenSchedule, type Schedule } from './schedule/schedule.ts'

/** The record that an event speaks of. */
export function mandateRecord(
  state: MandateState | null,
  event: MandateStreamEvent,
): ResourceRecord | undefined {
  if (state === null) return undefined
  switch (event.resource_kind) {
    case 'mandate':
      return state.mandate
    case 'modification':
      return modificationIn(state, event.resource_id)
    case 'notification':
      return state.notifications[event.resource_id]
    case 'presentation':
      return state.presentations[event.resource_id]
    case 'reversal':
      return state.reversals[event.resource_id]
    case 'refund':
      return state.refunds[event.resource_id]
    case 'dispute':
      return state.disputes[event.resource_id]
    case 'schedule':
      return state.schedules[event.resource_id]
    default:
      return event satisfies never
  }
}

/** The rows that the events moved. A debit moves the mandate's row only where it changes what the mandate shows. */
export function mandateRows(
  state: MandateState,
  events: readonly MandateStreamEvent[],
): ResourceRow[] {
  const rows = new Map<string, ResourceRow>()
  for (const event of events) {
    if (
      event.resource_kind === 'mandate' ||
      event.resource_kind === 'modification' ||
      movesNextCycle(state, event)
    )
      rows.set(state.mandate.id, mandateRow(state.mandate))
    const modification = modificationIn(state, event.resource_id)
    if (modification !== undefined) rows.set(modification.id, modificationRow(modification))
    const notification = state.notifications[event.resource_id]
    if (notification !== undefined) rows.set(notification.id, notificationRow(notification))
    const presentation = state.presentations[event.resource_id]
    if (presentation !== undefined) rows.set(presentation.id, presentationRow(presentation))
    const reversal = state.reversals[event.resource_id]
    if (reversal !== undefined) rows.set(reversal.id, reversalRow(reversal))
    for (const row of takenBackRows(state, event)) rows.set(row.id, row)
    // A debit that ends is counted by its schedule.
    const schedule = state.schedules[presentation?.schedule_id ?? event.resource_id]
    if (schedule !== undefined) rows.set(schedule.id, scheduleRow(schedule))
  }
  return [...rows.values()]
}

/** For so long after its end a cycle that took several attempts is remembered: banks correct themselves within days. */
const LATE_ANSWER_DAYS = 30

/**
 * What stays in the decision state: open notifications, debits and schedules, and the counters of cycles that can
 * still be debited. The rest lives in rows and in the log.
 */
export function pruneMandate(state: MandateState, at: Instant): MandateState {
  const refunds = keep(state.refunds, ({ status }) => status === 'pending')
  const disputes = keep(state.disputes, ({ status }) => status === 'open')
  const given = [...Object.values(refunds), ...Object.values(disputes)]
  const presentations = keep(
    state.presentations,
    (one) =>
      !isFinal(one) ||
      attemptInDoubt(one) !== undefined ||
      given.some(({ presentation_id }) => presentation_id === one.id),
  )
  const open = Object.values(presentations).filter((one) => !isFinal(one))
  const notifications = keep(
    state.notifications,
    (one) =>
      isOpenNotification(one) &&
      (one.window_until > at || open.some(({ notification_id }) => notification_id === one.id)),
  )
  const schedules = keep(
    state.schedules,
    (one) => isOpenSchedule(one) || open.some(({ schedule_id }) => schedule_id === one.id),
  )
  const contested = addDays(istDate(at), -LATE_ANSWER_DAYS)
  const begun = istDate((at - INSTANT_WINDOW_MINUTES * 60_000) as Instant)
  const cycles = keep(
    state.cycles,
    (counters, key) =>
      // An instant debit asked for after midnight belongs to the cycle of the day before.
      counters.until >= begun ||
      open.some(({ cycle_key }) => cycle_key === key) ||
      // Of several attempts more than one may turn out to be paid: then it must be known that one was.
      (counters.attempts > 1 && counters.until >= contested),
  )
  const kept = { presentations, notifications, refunds, disputes, schedules, cycles }
  return { ...state, ...kept, reversals: {} }
}

/** Puts a closed notification, debit or schedule back where deciders look. */
export function restoreMandate(state: MandateState, row: ResourceRow): MandateState {
  if (row.kind === 'notification' && state.notifications[row.id] === undefined) {
    return {
      ...state,
      notifications: { ...state.notifications, [row.id]: row.data as Notification },
    }
  }
  if (row.kind === 'presentation' && state.presentations[row.id] === undefined) {
    return {
      ...state,
      presentations: { ...state.presentations, [row.id]: row.data as Presentation },
    }
  }
  if (row.kind === 'refund' && state.refunds[row.id] === undefined)
    return { ...state, refunds: { ...state.refunds, [row.id]: row.data as Refund } }
  if (row.kind === 'dispute' && state.disputes[row.id] === undefined)
    return { ...state, disputes: { ...state.disputes, [row.id]: row.data as Dispute } }
  if (row.kind === 'schedule' && state.schedules[row.id] === undefined)
    return { ...state, schedules: { ...state.schedules, [row.id]: row.data as Schedule } }
  return state
}

/** A refund that is over may still be told otherwise: then its debit is needed, which the state holds no longer. */
export function lackedByMandate(
  { presentations }: MandateState,
  { kind, data }: ResourceRow,
): { readonly kind: 'presentation'; readonly id: string }[] {
  if (kind !== 'refund' && kind !== 'dispute') return []
  const { presentation_id: id } = data as Refund | Dispute
  return id === null || presentations[id] !== undefined ? [] : [{ kind: 'presentation', id }]
}

/** The row of a refund or dispute, and that of its debit, which shows what is left. */
function takenBackRows(
  { mandate, refunds, disputes, presentations }: MandateState,
  { resource_id }: MandateStreamEvent,
): ResourceRow[] {
  const refund = refunds[resource_id]
  const dispute = disputes[resource_id]
  if (refund === undefined && dispute === undefined) return []
  const debit = presentations[refund?.presentation_id ?? dispute?.presentation_id ?? '']
  return [
    ...(refund === undefined ? [] : [refundRow(refund, mandate.id)]),
    ...(dispute === undefined ? [] : [disputeRow(dispute, mandate.id)]),
    ...(debit === undefined ? [] : [presentationRow(debit)]),
  ]
}

function movesNextCycle(
  { presentations }: MandateState,
  { type, resource_id }: MandateStreamEvent,
): boolean {
  if (type === 'presentation.failed') {
    const failed = presentations[resource_id]
    return failed !== undefined && endsCycle(failed)
  }
  return (
    type === 'notification.created' ||
    type === 'presentation.created' ||
    type === 'presentation.succeeded' ||
    type === 'presentation.corrected' ||
    type === 'presentation.surplus_collected'
  )
}

function keep<T>(
  records: Readonly<Record<string, T>>,
  wanted: (record: T, key: string) => boolean,
): Readonly<Record<string, T>> {
  for (const key in records) {
    if (!wanted(records[key] as T, key))
      return Object.fromEntries(Object.entries(records).filter(([id, one]) => wanted(one, id)))
  }
  // Most have nothing to lose, and stay what they are.
  return records
}

function mandateRow(mandate: Mandate): ResourceRow {
  return {
    ...columns(mandate, mandate.id),
    kind: 'mandate',
    mandate_id: mandate.id,
    notification_id: null,
    // What the payer's app calls it: who asks about a debit names the mandate so.
    links: mandate.umn === null ? [] : [mandate.umn],
  }
}

function modificationIn({ mandate }: MandateState, id: string): Modification | undefined {
  const last = mandate.modification
  return last?.id === id ? last : undefined
}

function modificationRow(modification: Modification): ResourceRow {
  const { mandate_id } = modification
  return {
    ...columns(modification, mandate_id),
    kind: 'modification',
    mandate_id,
    notification_id: null,
  }
}

function notificationRow(notification: Notification): ResourceRow {
  const { mandate_id } = notification
  return {
    ...columns(notification, mandate_id),
    kind: 'notification',
    mandate_id,
    notification_id: notification.id,
    links: originOf(notification),
  }
}

function presentationRow(presentation: Presentation): ResourceRow {
  const { mandate_id, notification_id } = presentation
  return {
    ...columns(presentation, mandate_id),
    kind: 'presentation',
    mandate_id,
    notification_id,
    links: [...originOf(presentation), ...railIdsOf(presentation)],
  }
}

function scheduleRow(schedule: Schedule): ResourceRow {
  const { mandate_id } = schedule
  return {
    ...columns(schedule, mandate_id),
    kind: 'schedule',
    mandate_id,
    notification_id: null,
  }
}

/** What it was made by, so that a batch or a schedule finds what it made. */
function originOf({ batch_id, schedule_id }: Notification | Presentation): string[] {
  return [batch_id, schedule_id].filter((id) => id !== null)
}

/** What the rail calls it: each attempt that collected has names of its own. */
function railIdsOf({ attempts }: Presentation): string[] {
  return attempts.flatMap(({ rrn, npci_txn_id }) => [rrn, npci_txn_id].filter((id) => id !== null))
}

function columns(
  record: Mandate | Modification | Notification | Presentation | Schedule,
  stream: string,
): Omit<ResourceRow, 'kind' | 'mandate_id' | 'notification_id'> {
  return {
    id: record.id,
    stream,
    revision: record.revision,
    status: record.status,
    reference_id: record.reference_id,
    created_at: record.created_at,
    updated_at: record.updated_at,
    data: record,
  }
}

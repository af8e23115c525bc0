import {
  type AttemptFacts,
  cycleOf,
  explainRules,
  explainTable,
  type Instant,
  type IsoDate,
  isRefusal,
  NOTICE_RULES,
  type PresentWhen,
  pinRequired,
  type RuleExplanation,
} from '@upi-autopay/rail'
import { reject } from '../../kernel/result.ts'
import { type MandateState, termsOf } from '../mandate.ts'
import { isOpenNotification, isPresentable } from '../notification/notification.ts'
import { instantGround, noticeGround } from './create.ts'
import type { Blocker, Explanation } from './explain.ts'
import { attemptFacts, type PresentFacts, plannedStart } from './facts.ts'
import { nextChance } from './next-chance.ts'
import { openDebit } from './open-debit.ts'

/** A debit that is only thought of: on a notice, an instant one, or on a day for which no notice was given yet. */
export interface ThoughtDebit {
  readonly source:
    | { readonly notification_id: string }
    | { readonly instant_amount: number }
    | { readonly amount: number }
    | { readonly amount: number; readonly debit_date: IsoDate; readonly debit_at: Instant | null }
  readonly when: PresentWhen
  readonly present_at: Instant | null
}

type Known = PresentFacts

/** What would become of a debit if it were asked for now: the same answer as an explanation. Changes nothing. */
export function previewPresentation(
  state: MandateState,
  thought: ThoughtDebit,
  facts: Known,
): { readonly ok: true; readonly explanation: Explanation } | ReturnType<typeof reject> {
  const ground = groundOf(state, thought, facts)
  if ('rejection' in ground) return ground
  const { now } = facts
  const known = attemptFacts(state, ground.debit, facts)
  const noticed = { ...known, ...(ground.notice !== null && { notice: ground.notice }) }
  const judged = { ...noticed, not_before: plannedStart(noticed, thought, now) }
  const rules = withoutRepeats([
    ...explainNotice(state, thought, judged, facts),
    ...explainRules(judged, now),
  ])
  const refused = rules.some(({ rule, holds }) => !holds && isRefusal(rule.consequence))
  const held = state.mandate.status !== 'active' || judged.debits_stopped
  const possible = !held && ground.blocked_by === null && !refused
  const earliest = possible ? nextChance(state, ground.debit.cycle_key, judged, now) : null
  return {
    ok: true,
    explanation: {
      presentation: null,
      mandate_id: state.mandate.id,
      mandate_status: state.mandate.status,
      rules,
      earliest,
      requires_pin: pinRequired(judged, earliest?.at ?? now) !== null,
      next_inquiry_at: null,
      blocked_by: ground.blocked_by,
    },
  }
}

interface ThoughtGround {
  readonly debit: Parameters<typeof attemptFacts>[1]
  /** The notice that would be given now, where none was. */
  readonly notice: AttemptFacts['notice']
  readonly blocked_by: Blocker | null
}

/** What the debit would be drawn on; refused where that is a notice that does not exist. */
function groundOf(
  state: MandateState,
  { source }: ThoughtDebit,
  { now }: Known,
): ThoughtGround | ReturnType<typeof reject> {
  if ('instant_amount' in source) {
    const ground = instantGround(state, source.instant_amount, now)
    const blocked_by = openOf(state, ground.cycle_key)
    return { debit: ground, notice: null, blocked_by }
  }
  if ('notification_id' in source) {
    const notification = state.notifications[source.notification_id]
    if (notification === undefined) {
      return reject({
        code: 'not_found',
        detail: `Mandate ${state.mandate.id} has no notification ${source.notification_id}.`,
      })
    }
    const ground = noticeGround(notification)
    const usable = isPresentable(notification) || notification.status === 'pending'
    const blocked_by = usable
      ? openOf(state, ground.cycle_key)
      : ({ object: 'notification', id: notification.id, status: notification.status } as const)
    return { debit: ground, notice: null, blocked_by }
  }
  if (!('debit_date' in source)) {
    // Without notice, as an exempt mandate is debited: a cycle of its own.
    const debit = { ...source, cycle_key: '', instant: false, notification_id: null }
    return { debit, notice: null, blocked_by: null }
  }
  const { amount, debit_date, debit_at } = source
  const cycle_key = cycleOf(state.mandate, debit_date)?.key ?? ''
  const debit = { amount, cycle_key, instant: false, notification_id: null }
  // A notice given now reaches the payer now, at the soonest.
  const notice = { delivered_at: now, on_its_way: true, debit_date, debit_at }
  return { debit, notice, blocked_by: openOf(state, cycle_key) ?? noticeOf(state, cycle_key) }
}

function openOf(state: MandateState, cycle_key: string): Blocker | null {
  const open = openDebit(state, cycle_key)
  return open === undefined ? null : { object: 'presentation', id: open.id, status: open.status }
}

function noticeOf({ notifications }: MandateState, cycle_key: string): Blocker | null {
  const open = Object.values(notifications).find(
    (one) => one.cycle.key === cycle_key && isOpenNotification(one) && one.status !== 'used',
  )
  return open === undefined ? null : { object: 'notification', id: open.id, status: open.status }
}

/** Where a notice is still to be given, its rules come first. */
function explainNotice(
  state: MandateState,
  { source }: ThoughtDebit,
  { cycle, policy }: AttemptFacts,
  { now }: Known,
): RuleExplanation[] {
  if (!('debit_date' in source)) return []
  const mandate = termsOf(state.mandate)
  return explainTable(NOTICE_RULES, { ...source, mandate, cycle, policy }, now)
}

function withoutRepeats(rules: readonly RuleExplanation[]): RuleExplanation[] {
  const seen = new Set<string>()
  return rules.filter(({ rule }) => !seen.has(rule.id) && seen.add(rule.id))
}

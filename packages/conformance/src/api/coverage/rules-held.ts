import { findTransition, LIFECYCLES, type Lifecycle } from '@upi-autopay/rail'

/** A resource as an event shows it; what is read of it here depends on its kind. */
export interface Shown {
  readonly object: string
  readonly id: string
  readonly status: string
  readonly [field: string]: unknown
}

/** One step of a resource, and what else the same log shows. */
export interface Step {
  readonly from: string | null
  readonly on: string
  readonly resource: Shown
  /** The mandate that it belongs to, where the log shows one. */
  readonly mandate: Shown | undefined
}

const TABLES: Readonly<Record<string, Lifecycle>> = LIFECYCLES

/** Steps that are taken only where the rules of their row hold. With others a rule says why: it was broken. */
const TAKEN_BY_RULE: ReadonlySet<string> = new Set([
  'mandate.created',
  'mandate.paused',
  'mandate.revoked',
  'modification.requested',
  'notification.created',
  'presentation.created',
  'presentation.rescheduled',
  'presentation.processing',
  'schedule.created',
  'payment.created',
  'refund.created',
  'dispute.opened',
])

/**
 * The rules that held where a resource took a step: those that its row of the lifecycle names and that speak of such a
 * resource at all. A rule of what a caller may leave out holds only where it was given.
 */
export function rulesHeld(step: Step): readonly string[] {
  const lifecycle = TABLES[step.resource.object]
  if (lifecycle === undefined || !TAKEN_BY_RULE.has(step.on)) return []
  const { rules = [] } = findTransition(lifecycle, step.from, step.on) ?? {}
  return rules.filter((rule) => SPEAKS[rule]?.(step) ?? true)
}

/** When the rules that do not always speak do. */
const SPEAKS: Readonly<Record<string, (step: Step) => boolean>> = {
  // Whether there is a cap is the policy's matter: explanations say so.
  'amount.maximum': () => false,
  'amount.min_amount': ({ resource, mandate }) => has(mandate ?? resource, 'min_amount'),
  'first_debit.amount': ({ resource }) => has(resource, 'first_debit'),
  'instant.attempts': isInstant,
  'instant.window': isInstant,
  'mandate.payer_revocable': ({ resource }) => resource.revoked_by === 'payer',
  'modification.end_date': ({ resource, mandate }) => resource.end_date !== mandate?.end_date,
  'notice.exemption': ({ resource }) => has(resource, 'notice_exemption'),
  'notice.lead_time': isNotified,
  'notice.required': (step) => !isInstant(step),
  'payment.collect_category': isByCollect,
  'presentation.attempt_spacing': ({ resource }) =>
    Array.isArray(resource.attempts) && resource.attempts.length > 1,
  'presentation.debit_date': isNotified,
  'presentation.off_peak': (step) => !isInstant(step),
  'presentation.window': isNotified,
  'recurrence.debit_day': ({ mandate }) => has(mandate, 'debit_rule'),
  'recurrence.debit_rule': ({ resource }) => has(resource, 'debit_rule'),
  'registration.collect_category': isByCollect,
  'schedule.until': ({ resource }) => has(resource, 'until'),
}

function has(resource: Shown | undefined, field: string): boolean {
  return resource?.[field] !== null && resource?.[field] !== undefined
}

function isInstant({ resource }: Step): boolean {
  return resource.instant === true
}

function isNotified({ resource }: Step): boolean {
  return has(resource, 'notification_id')
}

function isByCollect({ resource }: Step): boolean {
  return resource.flow === 'collect'
}

import type { RejectionCode, ResourceKind, Violation } from '@upi-autopay/rail'

/** A refusal as a value: which row of the catalogue, and what the caller needs to mend it. */
export interface Rejection {
  readonly code: RejectionCode
  /** A sentence that names what was asked and why it is refused. */
  readonly detail: string
  /** Every rule that failed, first one first, where the refusal comes from rules. */
  readonly violations?: readonly Violation[]
  /** What the resource accepts now, where its state is the reason. */
  readonly allowed_actions?: readonly string[]
  /** The revision at which the resource stands, where another one was expected. */
  readonly revision?: number
  /** The resource that stands in the way. */
  readonly existing?: { readonly object: ResourceKind; readonly id: string }
}

/** A refusal made of broken rules; the first one gives the code. */
export function rejectViolations(violations: readonly [Violation, ...Violation[]]): {
  ok: false
  rejection: Rejection
} {
  return {
    ok: false,
    rejection: { code: violations[0].code, detail: violations[0].message, violations },
  }
}

export function reject(rejection: Rejection): { ok: false; rejection: Rejection } {
  return { ok: false, rejection }
}

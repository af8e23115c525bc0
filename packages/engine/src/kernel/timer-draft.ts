import type { Instant, ResourceKind } from '@upi-autopay/rail'
import type { TimerDraft } from './aggregate.ts'

/** A thing to do later about one resource. A timer is unique by kind and resource. */
export function timerDraft(
  kind: string,
  about: { readonly kind: ResourceKind; readonly id: string },
  at: Instant,
): TimerDraft {
  return {
    key: `${kind}:${about.id}`,
    kind,
    resource_kind: about.kind,
    resource_id: about.id,
    at,
    outcome: null,
    attempt: null,
  }
}

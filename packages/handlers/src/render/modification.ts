import type { Modification as WireModification } from '@upi-autopay/contract'
import type { Modification } from '@upi-autopay/engine'
import { allowedActions, type Instant } from '@upi-autopay/rail'
import { instant, type RenderContext } from './context.ts'
import { renderDecline } from './decline.ts'
import { hostedPath } from './hosted-path.ts'

/** A change of a mandate's terms as merchants read it. */
export function renderModification(
  modification: Modification,
  context: RenderContext,
): WireModification {
  return {
    id: modification.id,
    object: 'modification',
    livemode: context.livemode,
    created_at: instant(modification.created_at),
    updated_at: instant(modification.updated_at),
    metadata: { ...modification.metadata },
    status: modification.status,
    allowed_actions: [...allowedActions('modification', modification.status)],
    mandate_id: modification.mandate_id,
    reference_id: modification.reference_id,
    amount: modification.amount,
    end_date: modification.end_date,
    previous: { ...modification.previous },
    authorization: renderAuthorization(
      modification.mandate_id,
      { upi_link: modification.upi_link, expires_at: modification.expires_at },
      context,
    ),
    expires_at: instant(modification.expires_at),
    decided_at: instant(modification.decided_at),
    status_reason: renderDecline(modification.status_reason),
  }
}

/** How a payer approves: the link and the page; null until the provider has made the link. */
export function renderAuthorization(
  mandate_id: string,
  { upi_link, expires_at }: { readonly upi_link: string | null; readonly expires_at: Instant },
  context: RenderContext,
): WireModification['authorization'] {
  if (upi_link === null) return null
  return {
    upi_link,
    hosted_url: `${context.base_url}${hostedPath(mandate_id, context)}`,
    expires_at: instant(expires_at),
  }
}

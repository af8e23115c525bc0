import { allowedActions } from '@upi-autopay/rail'
import type { Row, Way } from './way.ts'

/** What a resource shows as `allowed_actions`: the row of its table, unless the way says otherwise. */
export function offeredBy({ kind }: Row, { status, offers }: Way): readonly string[] {
  return offers ?? allowedActions(kind, status)
}

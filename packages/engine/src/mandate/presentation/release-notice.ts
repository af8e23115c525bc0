import type { Facts } from '../../kernel/aggregate.ts'
import { type MandateStreamEvent, notificationEvent } from '../events.ts'
import { type MandateState, termsOf } from '../mandate.ts'
import { fitsTerms } from './fits-terms.ts'
import type { Presentation } from './presentation.ts'

/**
 * A notice whose debit is planned again before its first attempt was made is as good as unused, unless the new terms of
 * the mandate no longer allow the debit.
 */
export function releaseNotice(
  { mandate, notifications }: MandateState,
  { id, notification_id, attempts }: Presentation,
  { now, provider: { policy } }: Pick<Facts, 'now' | 'provider'>,
): MandateStreamEvent[] {
  const notice = notification_id === null ? undefined : notifications[notification_id]
  if (notice?.status !== 'used' || notice.used_by !== id || attempts.length !== 1) return []
  return fitsTerms(notice, termsOf(mandate), { now, policy })
    ? [notificationEvent('notification.released', notice.id, {})]
    : []
}

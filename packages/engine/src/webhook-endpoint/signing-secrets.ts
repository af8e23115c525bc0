import type { Instant } from '@upi-autopay/rail'
import type { PrivateData } from '../ports/private-data.ts'

/** The secrets that sign at an instant of system time, newest first. */
export function signingSecrets(beside: PrivateData, system_now: Instant): string[] {
  const old = (beside.old_webhook_secrets ?? []).filter(({ until }) => until > system_now)
  return [...(beside.webhook_secrets ?? []), ...old.map(({ secret }) => secret)]
}

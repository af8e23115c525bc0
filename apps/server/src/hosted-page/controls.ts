import type { Mandate } from '@upi-autopay/engine'
import {
  checkRules,
  type Instant,
  PAUSE_RULES,
  type ProviderPolicy,
  REVOCATION_RULES,
} from '@upi-autopay/rail'

/** What the rules let a payer do with a mandate, besides answering. */
export interface Allowed {
  readonly pause: boolean
  readonly revoke: boolean
}

/** Asks the rules that will be asked when a button is pressed, so that none is shown in vain. */
export function allowedToPayer(
  { mcc, status }: Pick<Mandate, 'mcc' | 'status'>,
  policy: ProviderPolicy,
  now: Instant,
): Allowed {
  const facts = { by: 'payer', mcc, paused: status === 'paused', policy } as const
  return {
    pause: checkRules(PAUSE_RULES, facts, now).length === 0,
    revoke: checkRules(REVOCATION_RULES, facts, now).length === 0,
  }
}

/** What a payer can do here with a mandate that stands, besides answering. */
export interface Controls {
  readonly mandate: Mandate
  readonly allowed: Allowed
  /** Whether the payer has asked to end it and is asked once more. */
  readonly ending: boolean
}

/** The buttons with which a payer of the sandbox pauses, resumes and ends; those that the rules keep back are left out. */
export function controls({ mandate, ending, allowed }: Controls): string {
  const { status } = mandate
  if (status !== 'active' && status !== 'paused') return ''
  if (ending) {
    return `<form method="post">${button('no', 'revoke', 'Yes, end them')}</form>
<p><a class="button back" href="?">No, keep them</a></p>\n`
  }
  const turns = status === 'paused' || allowed.pause
  const turn =
    status === 'active' ? button('back', 'pause', 'Pause') : button('yes', 'resume', 'Resume')
  const end = '<p><a class="button no" href="?ask=end">End these payments</a></p>\n'
  return `${turns ? `<form method="post">${turn}</form>\n` : ''}${allowed.revoke ? end : ''}`
}

function button(look: string, action: string, says: string): string {
  return `<button class="${look}" name="action" value="${action}">${says}</button>`
}

import type { Mandate } from '@upi-autopay/engine'
import { isPayerRevocable } from '@upi-autopay/rail'

/** What a payer can do here with a mandate that stands, besides answering. */
export interface Controls {
  readonly mandate: Mandate
  /** Whether the payer has asked to end it and is asked once more. */
  readonly ending: boolean
}

/** The buttons with which a payer of the sandbox pauses, resumes and ends; none where the category keeps them back. */
export function controls({ mandate, ending }: Controls): string {
  const stands = mandate.status === 'active' || mandate.status === 'paused'
  if (!stands || !isPayerRevocable(mandate.mcc)) return ''
  if (ending) {
    return `<form method="post">${button('no', 'revoke', 'Yes, end them')}</form>
<p><a class="button back" href="?">No, keep them</a></p>\n`
  }
  const turn =
    mandate.status === 'active'
      ? button('back', 'pause', 'Pause')
      : button('yes', 'resume', 'Resume')
  return `<form method="post">${turn}</form>
<p><a class="button no" href="?ask=end">End these payments</a></p>\n`
}

function button(look: string, action: string, says: string): string {
  return `<button class="${look}" name="action" value="${action}">${says}</button>`
}

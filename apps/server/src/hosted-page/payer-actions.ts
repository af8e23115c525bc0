import { type Call, handlers } from '@upi-autopay/handlers'

const MANDATE_ACTIONS = ['approve', 'decline', 'pause', 'resume', 'revoke'] as const
const DEBIT_ACTIONS = ['enter_pin', 'refuse_debit', 'opt_out'] as const

/** What a payer does on the page; `debit` is the id of a debit that asks, or of a notice. */
export type Action =
  | { readonly name: 'open' | (typeof MANDATE_ACTIONS)[number] }
  | { readonly name: (typeof DEBIT_ACTIONS)[number]; readonly debit: string }

/** The action that a form sends; null where it sends none. */
export function actionOf(body: unknown): Action | null {
  if (typeof body !== 'object' || body === null || !('action' in body)) return null
  const name = MANDATE_ACTIONS.find((one) => one === body.action)
  if (name !== undefined) return { name }
  const about = DEBIT_ACTIONS.find((one) => one === body.action)
  if (about === undefined || !('debit' in body) || typeof body.debit !== 'string') return null
  return { name: about, debit: body.debit }
}

/** Does it by the sandbox's own routes, so that a page and a call do the same. */
export async function actAsPayer(
  action: Action,
  mandate_id: string,
  call: Call,
): Promise<{ readonly status: number }> {
  const { sandbox } = handlers
  const asked = { query: undefined, headers: {}, body: {} }
  const request = { ...asked, params: { id: mandate_id } }
  switch (action.name) {
    case 'open':
      return sandbox.openMandate(request, call)
    case 'approve':
      return sandbox.approveMandate(request, call)
    case 'decline':
      return sandbox.declineMandate(request, call)
    case 'pause':
      return sandbox.pauseMandate(request, call)
    case 'resume':
      return sandbox.resumeMandate(request, call)
    case 'revoke':
      return sandbox.revokeMandate(request, call)
    case 'enter_pin':
      return sandbox.approvePresentation({ ...asked, params: { id: action.debit } }, call)
    case 'refuse_debit':
      return sandbox.declinePresentation({ ...asked, params: { id: action.debit } }, call)
    case 'opt_out':
      return sandbox.optOutOfNotification({ ...asked, params: { id: action.debit } }, call)
    default:
      return action satisfies never
  }
}

import type { Mandate, Notification, Payment, Presentation } from '@upi-autopay/contract'
import type { ApiCaller } from './api-caller.ts'

/**
 * What payers do in their apps. Each answers the resource as it then is; where the bank has the last word, its
 * answer comes ten seconds later on the test clock. @throws SandboxRefusal where the state does not allow it
 */
export interface MockPayer {
  /** Opens the link of a pending mandate. */
  open(mandateId: string): Promise<Mandate>
  /** Approves a pending mandate, or the pending modification of an active one; `vpa` says who, for intent and QR, magic addresses included. */
  approve(mandateId: string, as?: { readonly vpa?: string }): Promise<Mandate>
  decline(mandateId: string): Promise<Mandate>
  pause(mandateId: string): Promise<Mandate>
  resume(mandateId: string): Promise<Mandate>
  revoke(mandateId: string): Promise<Mandate>
  /** Opts out of the one debit that a delivered notification announces. */
  optOut(notificationId: string): Promise<Notification>
  /** Enters the PIN for a debit that waits for it. */
  enterPin(presentationId: string): Promise<Presentation>
  /** Refuses a debit that waits for the PIN. */
  declineDebit(presentationId: string): Promise<Presentation>
  /** Pays a pending payment; `vpa` says who, for intent and QR, magic addresses included. */
  pay(paymentId: string, as?: { readonly vpa?: string }): Promise<Payment>
  declinePayment(paymentId: string): Promise<Payment>
}

/** The payers of whoever's key the caller has. */
export function createPayerControls(call: ApiCaller): MockPayer {
  const act =
    <T>(kind: 'mandates' | 'notifications' | 'presentations' | 'payments', action: string) =>
    (id: string, body: object = {}): Promise<T> =>
      call('POST', `/v1/sandbox/${kind}/${encodeURIComponent(id)}/${action}`, body)
  const onMandate = (action: string): ((id: string) => Promise<Mandate>) => act('mandates', action)
  const onDebit = (action: string): ((id: string) => Promise<Presentation>) =>
    act('presentations', action)
  return {
    open: onMandate('open'),
    approve: act<Mandate>('mandates', 'approve'),
    decline: onMandate('decline'),
    pause: onMandate('pause'),
    resume: onMandate('resume'),
    revoke: onMandate('revoke'),
    optOut: act<Notification>('notifications', 'opt_out'),
    enterPin: onDebit('approve'),
    declineDebit: onDebit('decline'),
    pay: act<Payment>('payments', 'approve'),
    declinePayment: (id) => act<Payment>('payments', 'decline')(id),
  }
}

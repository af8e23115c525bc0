import type { DeferralReason, Instant, IsoDate, PresentWhen } from '@upi-autopay/rail'
import type { Decline } from '../kernel/decline.ts'
import type { DomainEvent } from '../kernel/envelope.ts'
import type { Outcome } from '../ports/outcome.ts'
import type { Mandate } from './mandate.ts'
import type { Notification } from './notification/notification.ts'
import type { Presentation } from './presentation/presentation.ts'

interface Nothing extends Readonly<Record<never, never>> {}

/** The bank's answer that is on its way: kept as a timer. */
interface AnswerExpected {
  readonly at: Instant
  readonly outcome: Outcome
  readonly attempt: number | null
}

interface MandateEvents {
  'mandate.created': { readonly mandate: Mandate }
  'mandate.authorization_opened': Nothing
  'mandate.answer_expected': AnswerExpected
  'mandate.activated': { readonly umn: string | null }
  'mandate.rejected': { readonly decline: Decline }
  'mandate.expired': Nothing
  'mandate.paused': Nothing
  'mandate.resumed': Nothing
  'mandate.revoked': { readonly by: 'merchant' | 'payer' | 'rail' }
  'mandate.completed': Nothing
}

interface NotificationEvents {
  'notification.created': { readonly notification: Notification }
  'notification.answer_expected': AnswerExpected
  'notification.delivered': { readonly window_from: Instant }
  'notification.failed': { readonly decline: Decline }
  'notification.used': Nothing
  'notification.cancelled': Nothing
  'notification.lapsed': Nothing
}

interface PresentationEvents {
  'presentation.created': { readonly presentation: Presentation; readonly cycle_until: IsoDate }
  'presentation.deferred': { readonly due_at: Instant; readonly reason: DeferralReason | null }
  /** `withdrawn`: the attempt that was leased but not sent; it is not spent. */
  'presentation.withdrawn': { readonly due_at: Instant; readonly reason: DeferralReason | null }
  'presentation.processing': {
    readonly attempt: number
    readonly authentication: 'pin' | 'none'
    readonly attempts_left: number
  }
  'presentation.awaiting_payer': { readonly expires_at: Instant }
  'presentation.answer_expected': AnswerExpected
  'presentation.outcome_unknown': Nothing
  'presentation.succeeded': Receipt
  'presentation.declined': { readonly decline: Decline }
  'presentation.retry_scheduled': {
    readonly decline: Decline
    readonly due_at: Instant
    readonly reason: DeferralReason | null
  }
  'presentation.rescheduled': {
    readonly due_at: Instant
    readonly reason: DeferralReason | null
    readonly when: PresentWhen
    readonly present_at: Instant | null
  }
  /** `decline` is null when time ran out before an attempt was made. */
  'presentation.failed': { readonly decline: Decline | null }
  'presentation.cancelled': Nothing
  'presentation.corrected': Receipt
}

interface Receipt {
  readonly rrn: string | null
  readonly npci_txn_id: string | null
}

type EventOf<M, K> = {
  [T in keyof M & string]: DomainEvent<T, M[T]> & { readonly resource_kind: K }
}[keyof M & string]

export type MandateOwnEvent = EventOf<MandateEvents, 'mandate'>
export type NotificationEvent = EventOf<NotificationEvents, 'notification'>
export type PresentationEvent = EventOf<PresentationEvents, 'presentation'>
/** Every event of a mandate's stream. */
export type MandateStreamEvent = MandateOwnEvent | NotificationEvent | PresentationEvent

/** An event about the mandate itself. */
export function mandateEvent<T extends keyof MandateEvents>(
  type: T,
  resource_id: string,
  data: MandateEvents[T],
): MandateStreamEvent {
  return { type, resource_kind: 'mandate', resource_id, data } as MandateOwnEvent
}

/** An event about one of its notifications. */
export function notificationEvent<T extends keyof NotificationEvents>(
  type: T,
  resource_id: string,
  data: NotificationEvents[T],
): MandateStreamEvent {
  return { type, resource_kind: 'notification', resource_id, data } as NotificationEvent
}

/** An event about one of its presentations. */
export function presentationEvent<T extends keyof PresentationEvents>(
  type: T,
  resource_id: string,
  data: PresentationEvents[T],
): MandateStreamEvent {
  return { type, resource_kind: 'presentation', resource_id, data } as PresentationEvent
}

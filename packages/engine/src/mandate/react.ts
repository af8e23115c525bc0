import { endOfIstDay, type Instant } from '@upi-autopay/rail'
import {
  type EffectDraft,
  NO_REACTION,
  type Reaction,
  type TimerDraft,
} from '../kernel/aggregate.ts'
import type {
  MandateOwnEvent,
  MandateStreamEvent,
  NotificationEvent,
  PresentationEvent,
} from './events.ts'
import type { MandateState } from './mandate.ts'
import { isFinal, lastAttempt } from './presentation/presentation.ts'

/** The timers of a mandate's stream: what may happen by itself. */
export const MANDATE_TIMERS = [
  'registration_expiry',
  'validity_end',
  'notice_lapse',
  'present',
  'pin_expiry',
  'window_end',
  'bank_answer',
] as const
export type MandateTimerKind = (typeof MANDATE_TIMERS)[number]

/** What follows from an event: what to ask of the provider, what to do later, what is no longer to be done. */
export function reactToMandate(
  state: MandateState,
  event: MandateStreamEvent,
  at: Instant,
): Reaction {
  switch (event.resource_kind) {
    case 'mandate':
      return reactToOwn(state, event, at)
    case 'notification':
      return reactToNotification(state, event)
    case 'presentation':
      return reactToPresentation(state, event, at)
    default:
      return event satisfies never
  }
}

function reactToOwn(state: MandateState, event: MandateOwnEvent, at: Instant): Reaction {
  const { mandate } = state
  const timer = timersOf('mandate', mandate.id)
  switch (event.type) {
    case 'mandate.created':
      return {
        ...NO_REACTION,
        effects:
          mandate.flow === 'collect' || mandate.upi_link === null ? [registerEffect(state)] : [],
        timers: [timer('registration_expiry', mandate.registration_expires_at)],
      }
    case 'mandate.answer_expected':
      return {
        ...NO_REACTION,
        timers: [{ ...timer('bank_answer', event.data.at), outcome: event.data.outcome }],
      }
    case 'mandate.activated':
      return {
        ...NO_REACTION,
        timers: [timer('validity_end', endOfIstDay(mandate.end_date))],
        timers_cleared: keys(['registration_expiry', 'bank_answer'], mandate.id),
      }
    case 'mandate.resumed':
      // What fell due during the pause is looked at again, by the rules of now.
      return {
        ...NO_REACTION,
        timers: Object.values(state.presentations)
          .filter((one) => one.due_at !== null && one.due_at <= at)
          .map((one) => timersOf('presentation', one.id)('present', at)),
      }
    case 'mandate.revoked': {
      const told = event.data.by === 'merchant' ? [revokeEffect(state)] : []
      return { ...endOfMandate(mandate.id), effects: told }
    }
    case 'mandate.rejected':
    case 'mandate.expired':
    case 'mandate.completed':
      return endOfMandate(mandate.id)
    case 'mandate.authorization_opened':
    case 'mandate.paused':
      return NO_REACTION
    default:
      return event satisfies never
  }
}

function reactToNotification(state: MandateState, event: NotificationEvent): Reaction {
  const id = event.resource_id
  const timer = timersOf('notification', id)
  switch (event.type) {
    case 'notification.created': {
      const { notification } = event.data
      return {
        ...NO_REACTION,
        effects: [
          effect(state, {
            kind: 'notify',
            resource_kind: 'notification',
            resource_id: id,
            amount: notification.amount,
          }),
        ],
        timers: [timer('notice_lapse', notification.window_until)],
      }
    }
    case 'notification.answer_expected':
      return {
        ...NO_REACTION,
        timers: [{ ...timer('bank_answer', event.data.at), outcome: event.data.outcome }],
      }
    case 'notification.delivered':
      return { ...NO_REACTION, timers_cleared: keys(['bank_answer'], id) }
    case 'notification.failed':
    case 'notification.cancelled':
    case 'notification.lapsed':
      return {
        ...NO_REACTION,
        timers_cleared: keys(['bank_answer', 'notice_lapse'], id),
        effects_withdrawn: [effectId('notify', id, null)],
      }
    case 'notification.used':
      return { ...NO_REACTION, timers_cleared: keys(['notice_lapse'], id) }
    default:
      return event satisfies never
  }
}

function reactToPresentation(state: MandateState, event: PresentationEvent, at: Instant): Reaction {
  const id = event.resource_id
  const presentation = state.presentations[id]
  if (presentation === undefined) return NO_REACTION
  const timer = timersOf('presentation', id)
  const unsent = { effects_withdrawn: [effectId('present', id, presentation.attempts.length)] }
  if (isFinal(presentation)) {
    // A debit that is given up after the payer's PIN is still the bank's to answer: its yes is a correction.
    const answer: MandateTimerKind[] =
      event.type === 'presentation.cancelled' ? [] : ['bank_answer']
    return {
      ...NO_REACTION,
      ...unsent,
      timers_cleared: keys(['present', 'pin_expiry', 'window_end', ...answer], id),
    }
  }
  const due = timer('present', presentation.due_at ?? at)
  switch (event.type) {
    case 'presentation.created': {
      const notification =
        presentation.notification_id === null
          ? undefined
          : state.notifications[presentation.notification_id]
      const end = notification === undefined ? [] : [timer('window_end', notification.window_until)]
      return { ...NO_REACTION, timers: [due, ...end] }
    }
    case 'presentation.withdrawn':
      return {
        ...NO_REACTION,
        timers: [due],
        effects_withdrawn: [effectId('present', id, presentation.attempts.length + 1)],
      }
    case 'presentation.deferred':
    case 'presentation.rescheduled':
    case 'presentation.retry_scheduled':
      return {
        ...NO_REACTION,
        timers: [due],
        timers_cleared: keys(['pin_expiry', 'bank_answer'], id),
      }
    case 'presentation.processing':
      return {
        ...NO_REACTION,
        effects: [
          effect(state, {
            kind: 'present',
            resource_kind: 'presentation',
            resource_id: id,
            amount: presentation.amount,
            attempt: event.data.attempt,
            authentication: event.data.authentication,
          }),
        ],
      }
    case 'presentation.awaiting_payer':
      return { ...NO_REACTION, timers: [timer('pin_expiry', event.data.expires_at)] }
    case 'presentation.answer_expected': {
      const answer = {
        ...timer('bank_answer', event.data.at),
        outcome: event.data.outcome,
        attempt: event.data.attempt,
      }
      // The payer has acted: from here on it is the bank that takes its time.
      return { ...NO_REACTION, timers: [answer], timers_cleared: keys(['pin_expiry'], id) }
    }
    case 'presentation.outcome_unknown':
      // What the bank still owes an answer to is no longer the payer's to delay.
      return { ...NO_REACTION, timers_cleared: keys(['pin_expiry'], id) }
    case 'presentation.declined':
      return { ...NO_REACTION, timers_cleared: keys(['pin_expiry', 'bank_answer'], id) }
    default:
      return NO_REACTION
  }
}

function registerEffect(state: MandateState): EffectDraft {
  return effect(state, {
    kind: 'register',
    resource_kind: 'mandate',
    resource_id: state.mandate.id,
    amount: state.mandate.amount,
  })
}

function revokeEffect(state: MandateState): EffectDraft {
  return effect(state, {
    kind: 'revoke',
    resource_kind: 'mandate',
    resource_id: state.mandate.id,
    amount: state.mandate.amount,
  })
}

function effect(
  state: MandateState,
  ask: Pick<EffectDraft, 'kind' | 'resource_kind' | 'resource_id'> & {
    amount: number
    attempt?: number
    authentication?: 'pin' | 'none'
  },
): EffectDraft {
  const attempt = ask.attempt ?? null
  const presentation = state.presentations[ask.resource_id]
  return {
    id: effectId(ask.kind, ask.resource_id, attempt),
    kind: ask.kind,
    resource_kind: ask.resource_kind,
    resource_id: ask.resource_id,
    attempt,
    provider_reference: providerReference(ask.resource_id, attempt),
    request: {
      amount: ask.amount,
      flow: state.mandate.flow,
      authentication: ask.authentication ?? 'none',
      attempts_before:
        presentation === undefined ? 0 : (lastAttempt(presentation)?.number ?? 1) - 1,
    },
  }
}

/** What the provider knows it by: ours, stable, at most 35 letters and digits. */
export function providerReference(resource_id: string, attempt: number | null): string {
  return `${resource_id.replace('_', '')}${attempt === null ? '' : `a${attempt}`}`
}

/** Unique in its stream and known without asking: one effect per thing asked. */
export function effectId(kind: string, resource_id: string, attempt: number | null): string {
  return attempt === null ? `${kind}:${resource_id}` : `${kind}:${resource_id}:${attempt}`
}

function endOfMandate(id: string): Reaction {
  return {
    ...NO_REACTION,
    timers_cleared: keys(['registration_expiry', 'validity_end', 'bank_answer'], id),
    effects_withdrawn: [effectId('register', id, null)],
  }
}

function keys(kinds: readonly MandateTimerKind[], resource_id: string): string[] {
  return kinds.map((kind) => `${kind}:${resource_id}`)
}

function timersOf(
  resource_kind: TimerDraft['resource_kind'],
  resource_id: string,
): (kind: MandateTimerKind, at: Instant) => TimerDraft {
  return (kind, at) => ({
    key: `${kind}:${resource_id}`,
    kind,
    resource_kind,
    resource_id,
    at,
    outcome: null,
    attempt: null,
  })
}

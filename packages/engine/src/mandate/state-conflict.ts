import { allowedActions } from '@upi-autopay/rail'
import { reject } from '../kernel/result.ts'
import type { Mandate } from './mandate.ts'
import type { Notification } from './notification/notification.ts'
import { type Presentation, presentationActions } from './presentation/presentation.ts'
import type { Schedule } from './schedule/schedule.ts'

/** Not possible in the mandate's state; the answer lists what is. */
export function rejectMandateState(mandate: Mandate, why: string): ReturnType<typeof reject> {
  return reject({
    code: 'state_conflict',
    detail: `Mandate ${mandate.id} is ${mandate.status}: ${why}.`,
    allowed_actions: allowedActions('mandate', mandate.status),
  })
}

export function rejectNotificationState(
  notification: Notification,
  why: string,
): ReturnType<typeof reject> {
  return reject({
    code: 'state_conflict',
    detail: `Notification ${notification.id} is ${notification.status}: ${why}.`,
    allowed_actions: allowedActions('notification', notification.status),
  })
}

export function rejectPresentationState(
  presentation: Presentation,
  why: string,
): ReturnType<typeof reject> {
  return reject({
    code: 'state_conflict',
    detail: `Presentation ${presentation.id} is ${presentation.status}: ${why}.`,
    allowed_actions: presentationActions(presentation),
  })
}

export function rejectScheduleState(schedule: Schedule, why: string): ReturnType<typeof reject> {
  return reject({
    code: 'state_conflict',
    detail: `Schedule ${schedule.id} is ${schedule.status}: ${why}.`,
    allowed_actions: allowedActions('schedule', schedule.status),
  })
}

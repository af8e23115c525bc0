import { changeDispute, closeDispute } from '../dispute/change.ts'
import { openDispute } from '../dispute/open.ts'
import type { Decision, Facts } from '../kernel/aggregate.ts'
import { reject } from '../kernel/result.ts'
import type { FireTimer, RecordOutcome } from '../kernel/work-commands.ts'
import { createRefund } from '../refund/create.ts'
import { answerRefund, inquireRefund, recordRefund } from '../refund/record-outcome.ts'
import type { Refund } from '../refund/refund.ts'
import type { MandateCommand } from './commands.ts'
import { withConsequences } from './consequences.ts'
import { createDebit } from './debit/create.ts'
import type { MandateStreamEvent } from './events.ts'
import type { MandateTimerKind } from './follow-up.ts'
import type { LoadedMandate } from './mandate.ts'
import { expireModification, recordModification } from './modification/record-outcome.ts'
import { requestModification } from './modification/request.ts'
import { cancelNotification } from './notification/cancel.ts'
import { createNotification } from './notification/create.ts'
import { lapseNotice, recordNotice } from './notification/record-outcome.ts'
import { attemptPresentation, confirmSending } from './presentation/attempt.ts'
import {
  actOnPresentation,
  cancelPresentation,
  closeWindow,
  expirePin,
  retryPresentation,
} from './presentation/change.ts'
import { createPresentation } from './presentation/create.ts'
import type { Presentation } from './presentation/presentation.ts'
import { recordDebit } from './presentation/record-outcome.ts'
import { inquire } from './presentation/record-unknown.ts'
import { resolvePresentation } from './presentation/resolve.ts'
import { reversePresentation } from './presentation/reverse.ts'
import { completeValidity, expireRegistration } from './registration/close.ts'
import { createMandate } from './registration/create.ts'
import { actAsPayer } from './registration/payer-action.ts'
import { recordRegistration } from './registration/record-outcome.ts'
import { revokeByRail, revokeMandate } from './registration/revoke.ts'
import { changeSchedule } from './schedule/change.ts'
import { createSchedule } from './schedule/create.ts'
import { runSchedule } from './schedule/run.ts'
import { debitSource } from './taken-back.ts'

type Answer = Decision<MandateStreamEvent>

/** Judges one command against one mandate. Pure: state, command and facts in, events or a refusal out. */
export function decideMandate(
  state: LoadedMandate | null,
  command: MandateCommand,
  facts: Facts,
): Answer {
  return withConsequences(state, judge(state, command, facts), facts)
}

function judge(state: LoadedMandate | null, command: MandateCommand, facts: Facts): Answer {
  if (command.type === 'CreateMandate') return createMandate(command, facts)
  if (state === null) return notFound('mandate', 'mandate_id' in command ? command.mandate_id : '')
  switch (command.type) {
    case 'RevokeMandate':
      return revokeMandate(state, 'merchant', facts)
    case 'RevokeByRail':
      return revokeByRail(state)
    case 'ActAsPayer':
      return withPayerAddress(actAsPayer(state, command, facts), state, command.vpa)
    case 'CreateDebit':
      return createDebit(state, command, facts)
    case 'ModifyMandate':
      return requestModification(state, command, facts)
    case 'CreateNotification':
      return createNotification(state, command, facts)
    case 'CancelNotification':
    case 'OptOut': {
      const { notification_id, type } = command
      const notification = state.notifications[notification_id]
      if (notification === undefined) return notFound('notification', notification_id)
      return cancelNotification(state, notification, type === 'OptOut' ? 'payer' : 'merchant')
    }
    case 'CreatePresentation':
      return createPresentation(state, command, facts)
    case 'CreateSchedule':
      return createSchedule(state, command, facts)
    case 'PauseSchedule':
    case 'ResumeSchedule':
    case 'CancelSchedule': {
      const schedule = state.schedules[command.schedule_id]
      return schedule === undefined
        ? notFound('schedule', command.schedule_id)
        : changeSchedule(state, schedule, command, facts)
    }
    case 'RetryPresentation':
      return onPresentation(state, command.presentation_id, (one) =>
        retryPresentation(state, one, command, facts),
      )
    case 'CancelPresentation':
      return onPresentation(state, command.presentation_id, cancelPresentation)
    case 'ActOnPresentation':
      return onPresentation(state, command.presentation_id, (one) =>
        actOnPresentation(one, command, facts),
      )
    case 'ResolvePresentation':
      return onPresentation(state, command.presentation_id, (one) =>
        resolvePresentation(state, one, command, facts),
      )
    case 'ReversePresentation':
      return onPresentation(state, command.presentation_id, (one) =>
        reversePresentation(one, facts),
      )
    case 'CreateRefund':
      return onPresentation(state, command.of.id, (one) =>
        createRefund(debitSource(state.mandate, one), command, facts),
      )
    case 'AnswerRefund':
      return onRefund(state, command.refund_id, (one) => answerRefund(one, command, facts))
    case 'OpenDispute':
      return onPresentation(state, command.of.id, (one) =>
        openDispute(debitSource(state.mandate, one), command, facts),
      )
    case 'AcceptDispute':
    case 'ContestDispute':
    case 'DecideDispute': {
      const dispute = state.disputes[command.dispute_id]
      return dispute === undefined
        ? notFound('dispute', command.dispute_id)
        : changeDispute(dispute, command)
    }
    case 'RecordOutcome':
      return recordOutcome(state, command, facts)
    case 'ConfirmSending': {
      const { effect } = command
      if (effect.kind !== 'present') return { ok: true, events: [] }
      return onPresentation(state, effect.resource_id, (one) =>
        confirmSending(state, one, effect.attempt ?? 0, facts),
      )
    }
    case 'FireTimer':
      return fireTimer(state, command, facts)
    default:
      return command satisfies never
  }
}

function recordOutcome(state: LoadedMandate, command: RecordOutcome, facts: Facts): Answer {
  switch (command.resource_kind) {
    case 'mandate':
      return recordRegistration(state, command.outcome, facts)
    case 'modification': {
      const { modification } = state.mandate
      return yes(
        modification?.id === command.resource_id
          ? recordModification(state, modification, command.outcome, facts)
          : [],
      )
    }
    case 'notification': {
      const notification = state.notifications[command.resource_id]
      return yes(
        notification === undefined ? [] : recordNotice(notification, command.outcome, facts),
      )
    }
    case 'presentation':
      return onPresentation(state, command.resource_id, (one) =>
        yes(recordDebit(state, one, command, facts)),
      )
    case 'refund':
      return onRefund(state, command.resource_id, (one) =>
        yes(recordRefund(one, command.outcome, facts)),
      )
    default:
      throw new Error(`no ${command.resource_kind} lives in the stream of a mandate`)
  }
}

/** Time has come for something. A timer whose reason has gone does nothing. */
function fireTimer(state: LoadedMandate, { timer }: FireTimer, facts: Facts): Answer {
  const kind = timer.kind as MandateTimerKind
  switch (kind) {
    case 'registration_expiry':
      return expireRegistration(state)
    case 'validity_end':
      return completeValidity(state)
    case 'modification_expiry': {
      const { modification } = state.mandate
      return yes(modification?.id === timer.resource_id ? expireModification(modification) : [])
    }
    case 'bank_answer': {
      const { outcome, attempt, resource_id } = timer
      const { resource_kind } = timer
      if (outcome === null) return yes([])
      return recordOutcome(
        state,
        { type: 'RecordOutcome', resource_kind, resource_id, attempt, outcome },
        facts,
      )
    }
    case 'dispute_deadline': {
      const dispute = state.disputes[timer.resource_id]
      return yes(dispute === undefined ? [] : closeDispute(dispute))
    }
    case 'notice_lapse': {
      const notification = state.notifications[timer.resource_id]
      return yes(notification === undefined ? [] : lapseNotice(notification))
    }
    case 'present':
      return onPresentation(state, timer.resource_id, (one) =>
        yes(attemptPresentation(state, one, facts)),
      )
    case 'inquire':
      if (timer.resource_kind === 'refund')
        return onRefund(state, timer.resource_id, (one) => yes(inquireRefund(one, facts)))
      return onPresentation(state, timer.resource_id, (one) =>
        yes(inquire(one, timer.attempt, facts)),
      )
    case 'pin_expiry':
      return onPresentation(state, timer.resource_id, (one) => yes(expirePin(state, one, facts)))
    case 'schedule_notify': {
      const schedule = state.schedules[timer.resource_id]
      return yes(schedule === undefined ? [] : runSchedule(state, schedule, facts))
    }
    case 'window_end':
      return onPresentation(state, timer.resource_id, (one) => yes(closeWindow(one)))
    default:
      return kind satisfies never
  }
}

function onPresentation(
  state: LoadedMandate,
  id: string,
  judge: (presentation: Presentation) => Answer,
): Answer {
  const presentation = state.presentations[id]
  return presentation === undefined ? notFound('presentation', id) : judge(presentation)
}

function onRefund(state: LoadedMandate, id: string, judge: (refund: Refund) => Answer): Answer {
  const refund = state.refunds[id]
  return refund === undefined ? notFound('refund', id) : judge(refund)
}

/** In the sandbox a payer may say under which VPA the link was opened. */
function withPayerAddress(answer: Answer, state: LoadedMandate, vpa: string | null): Answer {
  if (!answer.ok || vpa === null) return answer
  return { ...answer, private: { payer: { ...(answer.private?.payer ?? state.payer), vpa } } }
}

function yes(events: readonly MandateStreamEvent[]): Answer {
  return { ok: true, events }
}

function notFound(kind: string, id: string): Answer {
  return reject({ code: 'not_found', detail: `There is no ${kind} ${id}.` })
}

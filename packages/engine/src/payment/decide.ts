import { changeDispute, closeDispute } from '../dispute/change.ts'
import { openDispute } from '../dispute/open.ts'
import type { Decision, Facts } from '../kernel/aggregate.ts'
import { reject } from '../kernel/result.ts'
import type { FireTimer, RecordOutcome } from '../kernel/work-commands.ts'
import type { Effect } from '../ports/work-store.ts'
import { createRefund } from '../refund/create.ts'
import {
  answerRefund,
  confirmRefund,
  inquireRefund,
  recordRefund,
} from '../refund/record-outcome.ts'
import type { Refund } from '../refund/refund.ts'
import {
  actOnPayment,
  cancelPayment,
  expirePayment,
  rejectPaymentState,
  resolvePayment,
} from './change.ts'
import type { PaymentCommand } from './commands.ts'
import { createPayment } from './create.ts'
import type { PaymentStreamEvent } from './events.ts'
import type { PaymentTimerKind } from './follow-up.ts'
import { type LoadedPayment, paymentSource } from './payment.ts'
import { inquirePayment, recordPayment } from './record-outcome.ts'

type Answer = Decision<PaymentStreamEvent>

/** Judges one command against one payment. Pure: state, command and facts in, events or a refusal out. */
export function decidePayment(
  state: LoadedPayment | null,
  command: PaymentCommand,
  facts: Facts,
): Answer {
  if (command.type === 'CreatePayment') return createPayment(command, facts)
  if (state === null) return reject({ code: 'not_found', detail: 'There is no such payment.' })
  const { payment } = state
  switch (command.type) {
    case 'CancelPayment':
      return cancelPayment(payment)
    case 'ActOnPayment':
      return actOnPayment(state, command, facts)
    case 'ResolvePayment':
      return resolvePayment(payment, command)
    case 'CreateRefund':
      return createRefund(paymentSource(payment), command, facts)
    case 'AnswerRefund':
      return onRefund(state, command.refund_id, (one) => answerRefund(one, command, facts))
    case 'OpenDispute':
      return openDispute(paymentSource(payment), command, facts)
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
    case 'ConfirmSending':
      return confirmSending(state, command.effect)
    case 'FireTimer':
      return fireTimer(state, command, facts)
    default:
      return command satisfies never
  }
}

function recordOutcome(
  state: LoadedPayment,
  command: Pick<RecordOutcome, 'resource_kind' | 'resource_id' | 'outcome'>,
  facts: Facts,
): Answer {
  switch (command.resource_kind) {
    case 'payment':
      return recordPayment(state, command.outcome, facts)
    case 'refund':
      return onRefund(state, command.resource_id, (one) =>
        yes(recordRefund(one, command.outcome, facts)),
      )
    default:
      throw new Error(`no ${command.resource_kind} lives in the stream of a payment`)
  }
}

/** Asked between lease and sending: no payer is asked again for what the bank has spoken of meanwhile. */
function confirmSending(state: LoadedPayment, { kind, resource_id }: Effect): Answer {
  if (kind === 'refund') return onRefund(state, resource_id, confirmRefund)
  const { payment } = state
  const answered = payment.status !== 'pending' || payment.outcome !== null
  return kind === 'collect' && answered
    ? rejectPaymentState(payment, 'the payer is no longer asked')
    : yes([])
}

/** Time has come for something. A timer whose reason has gone does nothing. */
function fireTimer(state: LoadedPayment, { timer }: FireTimer, facts: Facts): Answer {
  const kind = timer.kind as PaymentTimerKind
  const { resource_id, resource_kind, outcome } = timer
  switch (kind) {
    case 'payment_expiry':
      return yes(expirePayment(state.payment))
    case 'inquire':
      return resource_kind === 'refund'
        ? onRefund(state, resource_id, (one) => yes(inquireRefund(one, facts)))
        : yes(inquirePayment(state.payment, facts))
    case 'bank_answer':
      if (outcome === null) return yes([])
      return recordOutcome(state, { resource_kind, resource_id, outcome }, facts)
    case 'dispute_deadline': {
      const dispute = state.disputes[resource_id]
      return yes(dispute === undefined ? [] : closeDispute(dispute))
    }
    default:
      return kind satisfies never
  }
}

function onRefund(state: LoadedPayment, id: string, judge: (refund: Refund) => Answer): Answer {
  const refund = state.refunds[id]
  return refund === undefined ? notFound('refund', id) : judge(refund)
}

function yes(events: readonly PaymentStreamEvent[]): Answer {
  return { ok: true, events }
}

function notFound(kind: string, id: string): Answer {
  return reject({ code: 'not_found', detail: `There is no ${kind} ${id}.` })
}

import type { Instant } from '@upi-autopay/rail'
import type { Decision, Facts } from '../kernel/aggregate.ts'
import type { LoggedEvent } from '../kernel/envelope.ts'
import { beginFold, unitOf } from '../kernel/fold.ts'
import { createSeededIds } from '../kernel/ids.ts'
import { drive, type Steps } from '../kernel/stream-specification.ts'
import { ACCOUNT, MONDAY_8, POLICY } from '../mandate/decider-specification.ts'
import { NO_PAYER } from '../mandate/mandate.ts'
import type { ResourceRow } from '../ports/decision-store.ts'
import type { Movement } from '../ports/movement.ts'
import type { LaterOutcome, Outcome } from '../ports/outcome.ts'
import type { PrivateData } from '../ports/private-data.ts'
import type { Effect, Timer } from '../ports/work-store.ts'
import { paymentAggregate } from './aggregate.ts'
import type { CreatePayment, PaymentCommand } from './commands.ts'
import type { PaymentStreamEvent } from './events.ts'
import type { PaymentState } from './payment.ts'

/** What a test drives: one payment's stream. */
export interface PaymentStream extends Steps<PaymentStream, PaymentCommand, PaymentStreamEvent> {
  at: Instant
  readonly timers: ReadonlyMap<string, Timer | null>
  readonly effects: ReadonlyMap<string, Effect>
  readonly movements: readonly Movement[]
  state(): PaymentState
  /** What stands beside the log. */
  beside(): PrivateData
  logged(): readonly LoggedEvent[]
  /** What lists and searches show of all that has moved. */
  rows(): readonly ResourceRow[]
  /** As the stream is stored and loaded again, with the rows of what a command addresses. */
  reload(...addressed: readonly ResourceRow[]): PaymentStream
}

/** One payment's stream, driven by commands at chosen moments: given what came before, when, then. */
export function createPaymentStream(
  paymentLink: Facts['provider']['paymentLink'] = () => 'upi://pay?pa=society@sim',
): PaymentStream {
  const ids = createSeededIds(7)
  const fold = beginFold<PaymentState>({ merchant_id: 'mer_1', mode: 'test' }, 'pay_1', {
    version: 0,
    state: null,
    private: {},
  })
  const factsAt = (now: Instant): Facts => ({
    now,
    account: ACCOUNT,
    provider: {
      policy: { ...POLICY, refund_window_days: 30 },
      authorizationLink: null,
      paymentLink,
    },
    mint: (kind) => ids.mint(kind, now),
  })
  const stream: PaymentStream = drive(paymentAggregate, fold, () => factsAt(stream.at), {
    at: MONDAY_8 as Instant,
    timers: fold.timers,
    effects: fold.effects,
    movements: fold.movements,
    state: () => fold.state as PaymentState,
    beside: () => fold.private,
    logged: () => fold.logged,
    rows: () => unitOf(paymentAggregate, fold, stream.at)?.rows ?? [],
    reload(...addressed: readonly ResourceRow[]) {
      const stored = paymentAggregate.prune(stream.state(), stream.at)
      fold.state = addressed.reduce(paymentAggregate.restore, stored)
      return stream
    },
  })
  return stream
}

/** Asks for ₹300 by intent. */
export function ask(terms: Partial<CreatePayment> = {}): CreatePayment {
  return {
    type: 'CreatePayment',
    id: 'pay_1',
    reference_id: 'fee-june',
    flow: 'intent',
    payer: { ...NO_PAYER, vpa: 'asha@ybl' },
    amount: 300_00,
    purpose: 'School fee, June',
    expires_in_ms: null,
    mcc: null,
    settlement: null,
    redirect_url: null,
    metadata: {},
    ...terms,
  }
}

/** What the provider says of the payment, or of a refund of it. */
export function told(
  outcome: Outcome,
  about: { readonly kind: 'payment' | 'refund'; readonly id: string } = PAYMENT,
): PaymentCommand {
  return {
    type: 'RecordOutcome',
    resource_kind: about.kind,
    resource_id: about.id,
    attempt: null,
    outcome,
  }
}

const PAYMENT = { kind: 'payment', id: 'pay_1' } as const

/** What the payer does in the app: under which address, and what the bank will say of it. */
export function act(vpa: string | null, ...answers: readonly LaterOutcome[]): PaymentCommand {
  return { type: 'ActOnPayment', payment_id: 'pay_1', vpa, answers }
}

/** The merchant no longer wants it. */
export const CANCEL: PaymentCommand = { type: 'CancelPayment', payment_id: 'pay_1' }

/** An operator has looked at the bank's statement. */
export function resolve(outcome: 'succeeded' | 'failed', rrn: string | null): PaymentCommand {
  return { type: 'ResolvePayment', payment_id: 'pay_1', outcome, rrn, note: 'Bank statement' }
}

/** When which timer goes off; null for one that is planned no more. */
export function planned({ timers }: PaymentStream): Record<string, number | null> {
  return Object.fromEntries([...timers].map(([key, timer]) => [key, timer?.at ?? null]))
}

/** Gives back ₹100 of it. */
export function giveBack(id = 'rfd_1', amount: number | null = 100_00): PaymentCommand {
  const reference_id = `refund-${id}`
  return { type: 'CreateRefund', id, reference_id, of: PAYMENT, amount, metadata: {} }
}

/** The provider tells that the payer objects. */
export function object(id = 'dsp_1', amount: number | null = null): PaymentCommand {
  return { type: 'OpenDispute', id, of: PAYMENT, amount, reason: 'Not authorised' }
}

/** The types of the events that a decision made; a refusal is its code. */
export function typesOf(decision: Decision<PaymentStreamEvent>): string[] {
  return decision.ok ? decision.events.map(({ type }) => type) : [decision.rejection.code]
}

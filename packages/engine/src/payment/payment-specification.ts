import type { Instant } from '@upi-autopay/rail'
import type { Decision, Facts } from '../kernel/aggregate.ts'
import { applyDecision, beginFold } from '../kernel/fold.ts'
import { createSeededIds } from '../kernel/ids.ts'
import { ACCOUNT, MONDAY_8, POLICY } from '../mandate/decider-specification.ts'
import { NO_PAYER } from '../mandate/mandate.ts'
import type { Movement } from '../ports/movement.ts'
import type { Outcome } from '../ports/outcome.ts'
import type { Effect, Timer } from '../ports/work-store.ts'
import { paymentAggregate } from './aggregate.ts'
import type { CreatePayment, PaymentCommand } from './commands.ts'
import type { PaymentStreamEvent } from './events.ts'
import type { PaymentState } from './payment.ts'

/** What a test drives: one payment's stream. */
export interface PaymentStream {
  at: Instant
  readonly timers: ReadonlyMap<string, Timer | null>
  readonly effects: ReadonlyMap<string, Effect>
  readonly movements: readonly Movement[]
  state(): PaymentState
  wait(ms: number): PaymentStream
  when(command: PaymentCommand): Decision<PaymentStreamEvent>
  given(command: PaymentCommand): PaymentStream
  /** Fires a timer at its moment. */
  fire(key: string): Decision<PaymentStreamEvent>
}

/** One payment's stream, driven by commands at chosen moments: given what came before, when, then. */
export function createPaymentStream(): PaymentStream {
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
      paymentLink: () => 'upi://pay?pa=society@sim',
    },
    mint: (kind) => ids.mint(kind, now),
  })
  const stream: PaymentStream = {
    at: MONDAY_8,
    timers: fold.timers,
    effects: fold.effects,
    movements: fold.movements,
    state: () => fold.state as PaymentState,
    wait(ms) {
      stream.at = (stream.at + ms) as Instant
      return stream
    },
    when(command) {
      const facts = factsAt(stream.at)
      const decision = paymentAggregate.decide(fold.state, command, facts, fold.private)
      if (decision.ok) applyDecision(paymentAggregate, fold, decision, { facts, cause: 'test' })
      return decision
    },
    given(command) {
      const decision = stream.when(command)
      if (!decision.ok)
        throw new Error(`refused: ${decision.rejection.code}: ${decision.rejection.detail}`)
      return stream
    },
    fire(key) {
      const timer = fold.timers.get(key)
      if (timer === undefined || timer === null) throw new Error(`no timer ${key}`)
      stream.at = timer.at
      fold.timers.set(key, null)
      return stream.when({ type: 'FireTimer', timer })
    },
  }
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

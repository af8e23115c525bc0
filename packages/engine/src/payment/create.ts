import { checkRules, type Instant, PAYMENT_RULES } from '@upi-autopay/rail'
import { NOTHING_TAKEN_BACK } from '../collected/collected.ts'
import type { Decision, Facts } from '../kernel/aggregate.ts'
import { rejectViolations } from '../kernel/result.ts'
import type { CreatePayment } from './commands.ts'
import { type PaymentStreamEvent, paymentEvent } from './events.ts'
import type { Payment } from './payment.ts'

/** How long a payer has to pay when the merchant does not say: half an hour. */
const DEFAULT_EXPIRY_MS = 30 * 60 * 1000

/** Asks a payer for one payment, pending the answer. */
export function createPayment(command: CreatePayment, facts: Facts): Decision<PaymentStreamEvent> {
  const mcc = command.mcc ?? facts.account.mcc
  const expires_in_ms = command.expires_in_ms ?? DEFAULT_EXPIRY_MS
  const { flow, amount } = command
  const { approved_mccs } = facts.account
  const { policy } = facts.provider
  const [first, ...rest] = checkRules(
    PAYMENT_RULES,
    { flow, amount, mcc, approved_mccs, expires_in_ms, policy },
    facts.now,
  )
  if (first !== undefined) return rejectViolations([first, ...rest])
  const expires_at = (facts.now + expires_in_ms) as Instant
  const payment = newPayment(command, { mcc, expires_at }, facts)
  return {
    ok: true,
    events: [paymentEvent('payment.created', payment.id, { payment })],
    private: { payer: command.payer },
  }
}

function newPayment(
  command: CreatePayment,
  { mcc, expires_at }: { mcc: string; expires_at: Instant },
  facts: Facts,
): Payment {
  return {
    id: command.id,
    revision: 1,
    status: 'pending',
    reference_id: command.reference_id,
    flow: command.flow,
    amount: command.amount,
    purpose: command.purpose,
    mcc,
    settlement: command.settlement ?? facts.account.settlement,
    redirect_url: command.redirect_url,
    metadata: command.metadata,
    upi_link: linkOf(command, mcc, facts),
    expires_at,
    outcome: null,
    unknown_since: null,
    inquiries: 0,
    truth: null,
    resolution: null,
    rrn: null,
    npci_txn_id: null,
    succeeded_at: null,
    ended_at: null,
    failure: null,
    amount_collected: 0,
    ...NOTHING_TAKEN_BACK,
    created_at: facts.now,
    updated_at: facts.now,
  }
}

function linkOf(command: CreatePayment, mcc: string, facts: Facts): string | null {
  if (facts.provider.paymentLink === null) return null
  return facts.provider.paymentLink({
    payment_id: command.id,
    reference_id: command.reference_id,
    payee_vpa: facts.account.payee_vpa,
    payee_name: facts.account.name,
    mcc,
    purpose: command.purpose,
    amount: command.amount,
    flow: command.flow,
  })
}

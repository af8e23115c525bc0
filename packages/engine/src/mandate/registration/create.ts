import { checkRules, REGISTRATION_RULES } from '@upi-autopay/rail'
import type { Decision, Facts } from '../../kernel/aggregate.ts'
import { rejectViolations } from '../../kernel/result.ts'
import { type MandateStreamEvent, mandateEvent } from '../events.ts'
import type { Mandate } from '../mandate.ts'
import { approvalEnd, authorizationLink } from './authorization-link.ts'
import type { CreateMandate } from './commands.ts'
import { activate } from './record-outcome.ts'

/** Registers a mandate, pending the payer's approval. */
export function createMandate(command: CreateMandate, facts: Facts): Decision<MandateStreamEvent> {
  const mcc = command.mcc ?? facts.account.mcc
  const broken = checkRules(
    REGISTRATION_RULES,
    {
      ...command,
      mcc,
      approved_mccs: facts.account.approved_mccs,
      first_debit_amount: command.first_debit?.amount ?? null,
      approved_exemptions: facts.account.approved_exemptions,
      policy: facts.provider.policy,
    },
    facts.now,
  )
  const [first, ...rest] = broken
  if (first !== undefined) return rejectViolations([first, ...rest])
  const mandate = newMandate(command, mcc, facts)
  const events = [mandateEvent('mandate.created', mandate.id, { mandate })]
  if (command.approved === undefined) return { ok: true, events, private: { payer: command.payer } }
  const approval = activate(mandate, command.payer, command.approved, facts)
  return { ...approval, events: [...events, ...approval.events] }
}

function newMandate(command: CreateMandate, mcc: string, facts: Facts): Mandate {
  const expires_at = approvalEnd(command.registration_expires_in_ms, command, facts.now)
  return {
    id: command.id,
    revision: 1,
    status: 'pending',
    reference_id: command.reference_id,
    flow: command.flow,
    description: command.description,
    amount: command.amount,
    amount_rule: command.amount_rule,
    min_amount: command.min_amount,
    frequency: command.frequency,
    debit_rule: command.debit_rule,
    start_date: command.start_date,
    end_date: command.end_date,
    mcc,
    settlement: command.settlement ?? facts.account.settlement,
    notice_exemption: command.notice_exemption,
    first_debit: command.first_debit,
    redirect_url: command.redirect_url,
    metadata: command.metadata,
    upi_link: authorizationLink(
      { ...command, mcc, umn: null },
      { ...command, expires_at, made_at: facts.now },
      facts,
    ),
    registration_expires_at: expires_at,
    opened_at: null,
    umn: null,
    activated_at: null,
    ended_at: null,
    status_reason: null,
    revoked_by: null,
    modification: null,
    next_sequence_number: 1,
    numbered_cycles: [],
    debited_until: null,
    created_at: facts.now,
    updated_at: facts.now,
  }
}

import type { MandateStatus } from '@upi-autopay/rail'
import type { Decision, Facts } from '../../kernel/aggregate.ts'
import { type MandateStreamEvent, mandateEvent } from '../events.ts'
import type { LoadedMandate } from '../mandate.ts'
import { rejectMandateState } from '../state-conflict.ts'
import type { ActAsPayer } from './commands.ts'
import { expectAnswer } from './record-outcome.ts'
import { revocation } from './revoke.ts'

/** The states in which a payer can do each thing. */
const POSSIBLE_IN: Readonly<Record<ActAsPayer['action'], readonly MandateStatus[]>> = {
  open: ['pending'],
  approve: ['pending'],
  decline: ['pending'],
  pause: ['active'],
  resume: ['paused'],
  revoke: ['pending', 'active', 'paused'],
}

/** What a payer does in the UPI app. A second action before the bank has answered takes the place of the first. */
export function actAsPayer(
  state: LoadedMandate,
  command: ActAsPayer,
  facts: Facts,
): Decision<MandateStreamEvent> {
  const { mandate } = state
  if (!POSSIBLE_IN[command.action].includes(mandate.status)) {
    return rejectMandateState(mandate, `the payer cannot ${command.action} it`)
  }
  switch (command.action) {
    case 'open':
      // Looking again changes nothing: a choice made since then stands.
      if (mandate.opened_at !== null) return { ok: true, events: [] }
      return choose(state, command, facts)
    case 'approve':
    case 'decline':
      return choose(state, command, facts)
    case 'pause':
      return { ok: true, events: [mandateEvent('mandate.paused', mandate.id, {})] }
    case 'resume':
      return { ok: true, events: [mandateEvent('mandate.resumed', mandate.id, {})] }
    case 'revoke':
      return { ok: true, events: revocation(state, 'payer') }
    default:
      return command.action satisfies never
  }
}

/** Whoever chooses has looked; the bank's answer follows. */
function choose(
  state: LoadedMandate,
  command: ActAsPayer,
  facts: Facts,
): Decision<MandateStreamEvent> {
  const { mandate } = state
  const opened =
    mandate.opened_at === null ? [mandateEvent('mandate.authorization_opened', mandate.id, {})] : []
  return expectAnswer(state, { opened, later: command.answers }, facts.now)
}

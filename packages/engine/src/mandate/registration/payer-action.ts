import { checkRules, type MandateStatus, PAUSE_RULES } from '@upi-autopay/rail'
import type { Decision, Facts } from '../../kernel/aggregate.ts'
import { rejectViolations } from '../../kernel/result.ts'
import { isAskedOfAnother } from '../asked-of-another.ts'
import { type MandateStreamEvent, mandateEvent } from '../events.ts'
import type { LoadedMandate } from '../mandate.ts'
import { type Modification, openModification } from '../modification/modification.ts'
import { expectConsent } from '../modification/record-outcome.ts'
import { rejectMandateState } from '../state-conflict.ts'
import type { ActAsPayer } from './commands.ts'
import { expectAnswer } from './record-outcome.ts'
import { revokeMandate } from './revoke.ts'

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
  const { action } = command
  const change = openModification(mandate)
  // What waits for the payer under an active mandate is a change of it.
  if (change !== null && mandate.status === 'active' && isAnswer(action))
    return answerModification(change, command, facts)
  if (!POSSIBLE_IN[action].includes(mandate.status)) {
    return rejectMandateState(mandate, `the payer cannot ${action} it`)
  }
  switch (action) {
    case 'open':
      // Looking again changes nothing: a choice made since then stands.
      if (mandate.opened_at !== null) return { ok: true, events: [] }
      return choose(state, command, facts)
    case 'approve':
    case 'decline':
      return choose(state, command, facts)
    case 'pause':
      return pause(state, facts)
    case 'resume':
      return { ok: true, events: [mandateEvent('mandate.resumed', mandate.id, {})] }
    case 'revoke':
      return revokeMandate(state, 'payer', facts)
    default:
      return action satisfies never
  }
}

function isAnswer(action: ActAsPayer['action']): boolean {
  return action === 'open' || action === 'approve' || action === 'decline'
}

/** Looking at new terms changes nothing; the bank's answer to a choice follows. */
function answerModification(
  change: Modification,
  { action, answers }: ActAsPayer,
  facts: Facts,
): Decision<MandateStreamEvent> {
  return { ok: true, events: action === 'open' ? [] : expectConsent(change, answers, facts) }
}

function pause({ mandate }: LoadedMandate, facts: Facts): Decision<MandateStreamEvent> {
  const { policy } = facts.provider
  const [first, ...rest] = checkRules(PAUSE_RULES, { mcc: mandate.mcc, policy }, facts.now)
  if (first !== undefined) return rejectViolations([first, ...rest])
  return { ok: true, events: [mandateEvent('mandate.paused', mandate.id, {})] }
}

/** Whoever chooses has looked; the bank's answer follows. */
function choose(
  state: LoadedMandate,
  command: ActAsPayer,
  facts: Facts,
): Decision<MandateStreamEvent> {
  const { mandate, payer } = state
  if (isAskedOfAnother({ flow: mandate.flow, payer }, command.vpa))
    return rejectMandateState(mandate, 'only the payer that it was asked of can approve it')
  const opened =
    mandate.opened_at === null ? [mandateEvent('mandate.authorization_opened', mandate.id, {})] : []
  return expectAnswer(state, { opened, later: command.answers }, facts.now)
}

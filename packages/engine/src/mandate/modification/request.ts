import {
  checkRules,
  MODIFICATION_RULES,
  modifiedTerms,
  OPEN_MODIFICATION_RULES,
} from '@upi-autopay/rail'
import type { Decision, Facts } from '../../kernel/aggregate.ts'
import { reject, rejectViolations } from '../../kernel/result.ts'
import { type MandateStreamEvent, modificationEvent } from '../events.ts'
import { type MandateState, termsOf } from '../mandate.ts'
import { approvalEnd, authorizationLink } from '../registration/authorization-link.ts'
import { rejectMandateState } from '../state-conflict.ts'
import type { ModifyMandate } from './commands.ts'
import { type Modification, openModification } from './modification.ts'

/** Asks the payer for other terms. Until the answer the old ones stand. */
export function requestModification(
  { mandate }: MandateState,
  command: ModifyMandate,
  facts: Facts,
): Decision<MandateStreamEvent> {
  const { policy } = facts.provider
  if (mandate.status !== 'active')
    return rejectMandateState(mandate, 'only an active mandate can be modified')
  const open = openModification(mandate)
  if (open !== null) {
    return reject({
      code: 'modification_open',
      detail: `Modification ${open.id} still waits for the payer.`,
      violations: checkRules(OPEN_MODIFICATION_RULES, { open, policy }, facts.now),
      existing: { object: 'modification', id: open.id },
    })
  }
  const asked = { ...command, mandate: termsOf(mandate), policy }
  const [first, ...rest] = checkRules(MODIFICATION_RULES, asked, facts.now)
  if (first !== undefined) return rejectViolations([first, ...rest])
  const { amount, end_date } = modifiedTerms(asked)
  const expires_at = approvalEnd(command.expires_in_ms, { end_date }, facts.now)
  const modification: Modification = {
    id: command.id,
    revision: 1,
    status: 'pending',
    mandate_id: mandate.id,
    reference_id: command.reference_id,
    amount,
    end_date,
    previous: { amount: mandate.amount, end_date: mandate.end_date },
    upi_link: authorizationLink(
      { ...mandate, amount, end_date, first_debit: null },
      {
        id: command.id,
        reference_id: command.reference_id,
        expires_at,
        made_at: mandate.created_at,
      },
      facts,
    ),
    expires_at,
    decided_at: null,
    status_reason: null,
    metadata: command.metadata,
    created_at: facts.now,
    updated_at: facts.now,
  }
  return {
    ok: true,
    events: [modificationEvent('modification.requested', modification.id, { modification })],
  }
}

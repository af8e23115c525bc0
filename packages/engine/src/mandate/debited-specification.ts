import type { Decision } from '../kernel/aggregate.ts'
import type { ResourceRow } from '../ports/decision-store.ts'
import type { MandateCommand } from './commands.ts'
import {
  answer,
  createMandate,
  createStream,
  DONE,
  notify,
  type POLICY,
  present,
  type Stream,
} from './decider-specification.ts'
import type { MandateStreamEvent } from './events.ts'
import type { ModifyMandate } from './modification/commands.ts'
import { mandateRows } from './rows.ts'

export function activeMandate(
  terms: Parameters<typeof createMandate>[0] = {},
  policy: Partial<typeof POLICY> = {},
): Stream {
  return createStream(policy)
    .given(createMandate(terms))
    .given(answer('mandate', 'mdt_1', DONE))
}

/** A debit whose first attempt is with the bank, at 8:00 of Tuesday. */
export function debitAtBank(
  terms: Parameters<typeof createMandate>[0] = {},
  policy: Partial<typeof POLICY> = {},
): Stream {
  const stream = activeMandate(terms, policy)
    .given(notify())
    .given(answer('notification', 'pdn_1', DONE))
    .given(present())
  stream.fire('present:prs_1')
  return stream
}

/** An instant debit of ₹100 whose attempt is with the bank, at 8:00 of Monday. */
export function instantAtBank(terms: Parameters<typeof createMandate>[0] = {}): Stream {
  const stream = activeMandate(terms).given(present({ source: { instant_amount: 100_00 } }))
  stream.fire('present:prs_1')
  return stream
}

/** A debit of ₹100 that was collected. */
export function debitCollected(): Stream {
  return debitAtBank().given(answer('presentation', 'prs_1', DONE, 1))
}

/** Gives ₹60 of the debit back. */
export const GIVE_BACK: MandateCommand = {
  type: 'CreateRefund',
  id: 'rfd_1',
  reference_id: 'refund-001',
  of: { kind: 'presentation', id: 'prs_1' },
  amount: 60_00,
  metadata: {},
}

/** The payer objects to ₹30 of the debit. */
export const OBJECT: MandateCommand = {
  type: 'OpenDispute',
  id: 'dsp_1',
  of: { kind: 'presentation', id: 'prs_1' },
  amount: 30_00,
  reason: 'not as agreed',
}

export function modify(terms: Partial<ModifyMandate> = {}): ModifyMandate {
  return {
    type: 'ModifyMandate',
    id: 'mod_1',
    mandate_id: 'mdt_1',
    reference_id: 'change-001',
    amount: 30_000_00,
    end_date: null,
    expires_in_ms: null,
    metadata: {},
    ...terms,
  }
}

/** The rows that a decision writes. */
export function rowsOf(stream: Stream, decision: Decision<MandateStreamEvent>): ResourceRow[] {
  if (!decision.ok) throw new Error(`refused: ${decision.rejection.detail}`)
  return mandateRows(stream.state(), decision.events)
}

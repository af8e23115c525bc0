import type { Instant } from '@upi-autopay/rail'
import type { Decline } from '../../kernel/decline.ts'
import type { RecordOutcome } from '../../kernel/work-commands.ts'
import type { Outcome } from '../../ports/outcome.ts'
import {
  answer,
  createMandate,
  createStream,
  DAY,
  DONE,
  HOUR,
  MONDAY_8,
  notify,
  type POLICY,
  present,
  type Stream,
} from '../decider-specification.ts'
import type { Presentation } from './presentation.ts'

/** When the first attempt begins, and the end of its day. */
export const TUESDAY_8 = (MONDAY_8 + DAY) as Instant
export const TUESDAY_END = (TUESDAY_8 + 16 * HOUR) as Instant

export const UNKNOWN: Outcome = { result: 'unknown' }
export const AWAITING: Outcome = { result: 'accepted', state: 'awaiting_payer' }
export const TAKEN = { result: 'accepted', state: 'acknowledged' } as const satisfies Outcome
export const NOT_SENT: Outcome = { result: 'not_sent', detail: 'no line to the bank' }

/** A policy under which no bank may be asked: the first question would come after the rail’s two hours. */
export const NOBODY_ASKED = { inquiry_first_after_seconds: 86_400 }

/** Not enough money: worth another attempt. */
export const Z9: Decline = {
  reason: 'insufficient_funds',
  provider_code: 'Z9',
  npci_code: 'Z9',
  advice: 'retry_later',
}
/** The account is frozen: no other attempt will do. */
export const YE: Decline = {
  reason: 'account_frozen',
  provider_code: 'YE',
  npci_code: 'YE',
  advice: 'never',
}
/** The PIN was not entered in time, as the clock has it. */
export const U69: Decline = {
  reason: 'payer_did_not_authorise',
  provider_code: null,
  npci_code: 'U69',
  advice: 'retry_later',
}

/** The bank speaks of an attempt. */
export function tell(attempt: number | null, outcome: Outcome, id = 'prs_1'): RecordOutcome {
  return answer('presentation', id, outcome, attempt) as RecordOutcome
}

/** The bank answers the question what became of an attempt. */
export function reply(attempt: number, outcome: Outcome): RecordOutcome {
  return { ...tell(attempt, outcome), inquiry: true }
}

export const debit = (stream: Stream, id = 'prs_1'): Presentation => {
  const found = stream.state().presentations[id]
  if (found === undefined) throw new Error(`no debit ${id}`)
  return found
}

interface Given {
  readonly policy?: Partial<typeof POLICY>
  readonly mandate?: Parameters<typeof createMandate>[0]
  readonly debit?: Parameters<typeof present>[0]
}

/** An active mandate, on Monday at eight. */
export function active({ policy, mandate }: Given = {}): Stream {
  return createStream(policy)
    .given(createMandate(mandate))
    .given(answer('mandate', 'mdt_1', DONE))
}

/** A debit that is notified for Tuesday and planned for eight o’clock, when its lead time has passed. */
export function scheduled(given: Given = {}): Stream {
  return active(given)
    .given(notify())
    .given(answer('notification', 'pdn_1', DONE))
    .given(present(given.debit))
}

/** The same with its first attempt at the bank. As the mandate’s first debit it needs the PIN. */
export function atTheBank(given: Given = {}): Stream {
  const stream = scheduled(given)
  stream.fire('present:prs_1')
  return stream
}

/** An instant debit at the bank, right after the activation. */
export function instantAtTheBank(policy: Partial<typeof POLICY> = {}): Stream {
  const stream = active({ policy }).given(present({ source: { instant_amount: 100_00 } }))
  stream.fire('present:prs_1')
  return stream
}

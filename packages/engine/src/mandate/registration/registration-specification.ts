import type { Instant } from '@upi-autopay/rail'
import type { LaterOutcome, Outcome } from '../../ports/outcome.ts'
import type { Timer } from '../../ports/work-store.ts'
import { answer, createMandate, createStream, DONE, type Stream } from '../decider-specification.ts'
import type { ModifyMandate } from '../modification/commands.ts'
import type { ActAsPayer } from './commands.ts'

/** A mandate that is asked for. */
export function asked(
  terms: Parameters<typeof createMandate>[0] = {},
  ...world: Parameters<typeof createStream>
): Stream {
  return createStream(...world).given(createMandate(terms))
}

/** The same, approved at once. */
export function active(...given: Parameters<typeof asked>): Stream {
  return asked(...given).given(registered(DONE))
}

/** What the provider says of the registration. */
export function registered(outcome: Outcome): ReturnType<typeof answer> {
  return answer('mandate', 'mdt_1', outcome)
}

/** What the payer does in the UPI app, and what the bank will answer to it. */
export function act(
  action: ActAsPayer['action'],
  answers: readonly LaterOutcome[] = [],
  vpa: string | null = null,
): ActAsPayer {
  return { type: 'ActAsPayer', mandate_id: 'mdt_1', action, vpa, answers }
}

/** An answer that comes ten seconds later. */
export function soon(outcome: Outcome): LaterOutcome {
  return { after_ms: 10_000, outcome }
}

/** Asks the payer for ₹30,000 in place of ₹20,000. */
export function modify(terms: Partial<ModifyMandate> = {}): ModifyMandate {
  return {
    type: 'ModifyMandate',
    id: 'mod_1',
    mandate_id: 'mdt_1',
    reference_id: null,
    amount: 30_000_00,
    end_date: null,
    expires_in_ms: null,
    metadata: {},
    ...terms,
  }
}

/** The timer that waits under a key. */
export function waiting(stream: Stream, key: string): Timer {
  const timer = stream.timers.get(key)
  if (timer === undefined || timer === null) throw new Error(`no timer ${key}`)
  return timer
}

/** When each timer comes that is set, by its key. */
export function moments(stream: Stream): Record<string, Instant> {
  return Object.fromEntries(
    [...stream.timers].flatMap(([key, timer]) => (timer === null ? [] : [[key, timer.at]])),
  )
}

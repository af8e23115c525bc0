import type { ResourceKind } from '@upi-autopay/rail'
import type { Outcome } from '../ports/outcome.ts'
import type { Effect, Timer } from '../ports/work-store.ts'

/** What the runtime tells any stream: an answer of the provider, a sending that is about to happen, a moment that has come. */
export type WorkCommand = RecordOutcome | ConfirmSending | FireTimer

/** What the provider said, of whichever resource; also how an effect is closed. */
export interface RecordOutcome {
  readonly type: 'RecordOutcome'
  readonly resource_kind: ResourceKind
  readonly resource_id: string
  readonly attempt: number | null
  readonly outcome: Outcome
  /** The answer to a status inquiry of ours. */
  readonly inquiry?: boolean
}

/** Asked after the lease and before the sending: may this still go out? Events say no, none says yes. */
export interface ConfirmSending {
  readonly type: 'ConfirmSending'
  readonly effect: Effect
}

/** The moment of a timer has come. */
export interface FireTimer {
  readonly type: 'FireTimer'
  readonly timer: Timer
}

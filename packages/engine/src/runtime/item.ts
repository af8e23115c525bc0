import type { ResourceKind } from '@upi-autopay/rail'
import type { Account } from '../account/account.ts'
import type { Rejection } from '../kernel/result.ts'
import type { ResourceRow, StoredAnswer } from '../ports/decision-store.ts'
import type { PrivateData } from '../ports/private-data.ts'
import type { Timer } from '../ports/work-store.ts'
import type { Command } from './aggregates.ts'

/** One thing to handle. */
export interface Item {
  readonly account: Account
  readonly command: Command
  /** The resource whose stream decides; for a creation of a stream, the id it will have. */
  readonly target: { readonly kind: ResourceKind; readonly id: string; readonly create?: boolean }
  /** Further resources of the same stream that the decision looks at, though they may be closed. */
  readonly also?: readonly { readonly kind: ResourceKind; readonly id: string }[]
  /** The revisions of the target that the caller knows: at any other one nothing is decided. Left out, any will do. */
  readonly if_revision?: readonly number[]
  /** What made it happen: `request:… key:…`, `timer:…`, `effect:…`. */
  readonly cause: string
  /** The trace of the request, where it carried one. */
  readonly traceparent?: string | undefined
  /** The references that a creation claims. */
  readonly reference?: Claim | readonly Claim[]
  /** Removed with the decision, whatever it is: the timer that fired, the effect that is answered. */
  readonly timer_fired?: Pick<Timer, 'key' | 'at'>
  readonly effect_answered?: string
  /** Removed when the decision is a refusal: the effect that nobody wants any more. */
  readonly effect_if_refused?: string
  /** Makes the answer that is stored with the result; called only when the command is accepted. */
  readonly idempotency?: {
    readonly key: string
    readonly hash: string
    readonly answer: (handled: Accepted) => { status: number; body: unknown }
  }
}

/** A merchant's reference for a resource, which no other of its kind may have. */
export interface Claim {
  readonly kind: ResourceKind
  readonly reference_id: string
}

/** An accepted command: the rows that it moved (or looked at, if it moved none) as they will stand once committed. */
export interface Accepted {
  readonly rows: readonly ResourceRow[]
  readonly private: PrivateData
  readonly events: number
}

/** What became of one item. */
export type Handled =
  | ({ readonly ok: true } & Accepted)
  | { readonly ok: false; readonly rejection: Rejection }
  /** An equal request was faster: its stored answer. */
  | { readonly ok: false; readonly replay: StoredAnswer }
  /** An equal request is still being written. */
  | { readonly ok: false; readonly busy: true }

import { type Account, merchantNow } from '@upi-autopay/engine'
import type { Instant, Scope } from '@upi-autopay/rail'
import type { HandlerDeps } from './deps.ts'

/** Who calls and what exactly was sent: what a handler knows besides the parsed request. */
export interface Call {
  readonly deps: HandlerDeps
  readonly account: Account
  /** The key that was shown; null for a payer at a page of ours, who needs none. */
  readonly key_id: string | null
  readonly scopes: readonly Scope[]
  readonly request_id: string
  readonly method: string
  readonly path: string
  /** The body as sent; empty when there was none. */
  readonly body_text: string
  /** The header as sent, in the form that the contract lets through; undefined where there was none. */
  readonly if_match: string | undefined
  /** The caller's trace (W3C Trace Context), where it sent one of the right form. */
  readonly traceparent: string | undefined
}

/** Why something happens, as the log keeps it: which request asked for it, and under which key. */
export function causeOf({ request_id, key_id }: Pick<Call, 'request_id' | 'key_id'>): string {
  return `request:${request_id}${key_id === null ? '' : ` key:${key_id}`}`
}

/** What time it is for the caller. */
export function nowOf(call: Call): Instant {
  return merchantNow(call.account.clock, call.deps.engine.deps.clock.now())
}

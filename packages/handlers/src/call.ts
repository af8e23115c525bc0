import { type Account, merchantNow } from '@upi-autopay/engine'
import type { Instant, Scope } from '@upi-autopay/rail'
import type { HandlerDeps } from './deps.ts'

/** Who calls and what exactly was sent: what a handler knows besides the parsed request. */
export interface Call {
  readonly deps: HandlerDeps
  readonly account: Account
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

/** What time it is for the caller. */
export function nowOf(call: Call): Instant {
  return merchantNow(call.account.clock, call.deps.engine.deps.clock.now())
}

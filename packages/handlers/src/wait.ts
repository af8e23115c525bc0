import { waitSeconds } from '@upi-autopay/contract'
import type { ResourceKind } from '@upi-autopay/rail'
import type { AnyAnswer, Refusal } from './answer.ts'
import type { Call } from './call.ts'
import { etagOf } from './etag.ts'
import { problemContext, renderContext } from './perform.ts'
import { read, type Show } from './read.ts'
import { refuse } from './render/problem.ts'

/** How often a waiting request looks again, in milliseconds. */
const LOOK_MS = 100

/** What becomes of a waiting request: nothing more happens by itself, the payer let it expire, or it is still open. */
export type Waited = 'settled' | 'payer_timeout' | 'open'

/** What a request waits for. */
export interface WaitFor<T extends { readonly id: string }> {
  readonly kind: ResourceKind
  readonly id: string
  readonly show: Show<T>
  /** Reads the resource as it stands. */
  readonly judge: (shown: T) => Waited
  /** The Prefer header as sent. */
  readonly prefer: string | undefined
}

/**
 * Lets the answer of a creation wait, if its caller prefers that (RFC 7240): 201 once nothing more happens by itself,
 * 408 where the payer let it expire meanwhile, else 202 with the state by then. What is kept for replays is the answer
 * of the creation: a refusal and a replay are not waited on.
 */
export async function answerInTime<A extends AnyAnswer, T extends { readonly id: string }>(
  call: Call,
  made: A | Refusal,
  wanted: WaitFor<T>,
): Promise<
  A | Refusal | { status: 201 | 202; body: T; headers: Readonly<Record<string, string>> }
> {
  const seconds = wanted.prefer === undefined ? undefined : waitSeconds(wanted.prefer)
  if (seconds === undefined || seconds === null) return made
  if (made.status !== 201 || made.headers?.['Idempotent-Replayed'] !== undefined) return made
  const applied = { 'Preference-Applied': `wait=${seconds}` }
  for (let left = seconds * 1000; ; left -= LOOK_MS) {
    const found = await read(call, wanted.kind, wanted.id)
    // Deleted by a reset meanwhile: what was made was made.
    if (found === null) return made
    const body = wanted.show(found, renderContext(call))
    const headers = { ...applied, ETag: etagOf(found.row.revision) }
    const waited = wanted.judge(body)
    if (waited === 'payer_timeout') {
      return refuse(
        problemContext(call),
        'payer_timeout',
        `The payer let ${wanted.kind} ${wanted.id} expire.`,
        { existing: { object: wanted.kind, id: wanted.id }, headers },
      )
    }
    if (waited === 'settled') return { status: 201, body, headers }
    if (left <= 0) return { status: 202, body, headers }
    await call.deps.engine.deps.pause(Math.min(LOOK_MS, left))
  }
}

import {
  IN_FLIGHT,
  type Item,
  type ReadRow,
  type StoredAnswer,
  tenantOf,
} from '@upi-autopay/engine'
import type { Instant, ResourceKind } from '@upi-autopay/rail'
import type { AnyAnswer, Refusal } from './answer.ts'
import { type Call, causeOf, nowOf } from './call.ts'
import { etagOf, revisionsIn } from './etag.ts'
import type { RenderContext } from './render/context.ts'
import { type ProblemContext, refuse, refuseRejection } from './render/problem.ts'

/** How long a caller waits whose equal request is still being written, in seconds. */
export const RETRY_AFTER_SECONDS = '1'

/** How long a call waits for an equal one at work, how often it looks, and after what time that one counts as dead; milliseconds. */
const IN_FLIGHT_WAIT_MS = 10_000
const LOOK_MS = 50
const CLAIM_MS = 300_000
type AskedItem = Omit<Item, 'account' | 'cause' | 'idempotency'>

/** What is asked of the engine for one request, and how its result is told. */
export interface Ask<A extends AnyAnswer> {
  /** A function where making it takes something away, such as a fault that waits: a replayed request makes none. */
  readonly item: AskedItem | (() => Promise<AskedItem>)
  /** The resource that the answer shows. */
  readonly shows: { readonly kind: ResourceKind; readonly id: string }
  readonly answer: (row: ReadRow, context: RenderContext) => A
  /** The answer as it is kept for replays, where it tells a secret that must be told once only. */
  readonly kept?: (body: A['body']) => unknown
  readonly idempotency_key: string | undefined
}

/**
 * Carries one command through the engine: replays the stored answer of an equal request, else decides, and
 * stores the answer with what was decided. Under a frozen clock, what follows without delay is done before
 * the answer is sent; the answer itself is what was committed.
 */
export async function perform<A extends AnyAnswer>(call: Call, ask: Ask<A>): Promise<A | Refusal> {
  const { engine } = call.deps
  const key = ask.idempotency_key
  const hash = key === undefined ? '' : hashOf(call)
  if (key !== undefined) {
    const stored = await engine.deps.store.decisions.replay(tenantOf(call.account), key)
    if (stored !== null) return replay<A>(call, stored, hash)
  }
  let told: A | undefined
  const answer = (row: ReadRow): A => {
    const made = ask.answer(row, renderContext(call))
    told = { ...made, headers: { ETag: etagOf(row.row.revision), ...made.headers } }
    return told
  }
  const if_revision = revisionsIn(call.if_match)
  const item = typeof ask.item === 'function' ? await ask.item() : ask.item
  const [handled] = await engine.handle([
    {
      ...item,
      ...(if_revision !== undefined && { if_revision }),
      account: call.account,
      cause: causeOf(call),
      ...(call.traceparent !== undefined && { traceparent: call.traceparent }),
      ...(key !== undefined && {
        idempotency: {
          key,
          hash,
          answer: (accepted) => {
            const { status, body } = answer(shown(accepted, ask))
            return { status, body: ask.kept === undefined ? body : ask.kept(body) }
          },
        },
      }),
    },
  ])
  if (handled === undefined) throw new Error('the engine left an item without an answer')
  if (!handled.ok) {
    if ('replay' in handled) return replay<A>(call, handled.replay, hash)
    if ('busy' in handled) return refuseInFlight(call, key ?? '')
    return refuseRejection(problemContext(call), handled.rejection)
  }
  const result = told ?? answer(shown(handled, ask))
  await settleFrozen(call)
  return result
}

/**
 * Does once, for one key, what writes no stream: a moved clock, changed settings, a reset. The answer is kept after
 * the work is committed; a refusal is not.
 */
export async function performOnce<A extends AnyAnswer>(
  call: Call,
  key: string | undefined,
  work: () => Promise<A | Refusal>,
): Promise<A | Refusal> {
  if (key === undefined) return work()
  const { store, clock } = call.deps.engine.deps
  const tenant = tenantOf(call.account)
  const hash = hashOf(call)
  const known = await claimOrReplay<A>(call, key, hash)
  if (known !== null) return known
  let answer: A | Refusal | undefined
  try {
    answer = await work()
  } finally {
    if (answer === undefined || answer.status >= 300) await store.decisions.releaseKey(tenant, key)
  }
  const { status, body } = answer
  if (status < 300)
    await store.decisions.keepAnswer(tenant, { key, hash, status, body, at: clock.now() })
  return answer
}

/** Takes a key for the work of this call (null), or gives what is kept under it, once an equal request at work is done. */
async function claimOrReplay<A extends AnyAnswer>(
  call: Call,
  key: string,
  hash: string,
): Promise<A | Refusal | null> {
  const { store, clock, pause } = call.deps.engine.deps
  const tenant = tenantOf(call.account)
  for (let left = IN_FLIGHT_WAIT_MS; left > 0; left -= LOOK_MS) {
    const stored = await store.decisions.replay(tenant, key)
    if (stored !== null && (stored.status !== IN_FLIGHT || stored.hash !== hash))
      return replay<A>(call, stored, hash)
    const at = clock.now()
    const stale_before = (at - CLAIM_MS) as Instant
    if (await store.decisions.claimKey(tenant, { key, hash, at }, stale_before)) return null
    await pause(LOOK_MS)
  }
  return refuseInFlight(call, key)
}

function refuseInFlight(call: Call, key: string): Refusal {
  return refuse(
    problemContext(call),
    'idempotency_in_flight',
    `Another request with Idempotency-Key ${key} is at work.`,
    { headers: { 'Retry-After': RETRY_AFTER_SECONDS } },
  )
}

/** Two requests are equal when method, path and body as sent are. */
function hashOf(call: Call): string {
  return call.deps.hash(`${call.method} ${call.path}\n${call.body_text}`)
}

/** Under a frozen clock nothing runs by itself: what is due now is done before the answer is sent. */
export function settleFrozen(call: Call): Promise<void> {
  return call.deps.engine.settleFrozen(call.account)
}

export function renderContext(call: Call): RenderContext {
  return {
    base_url: call.deps.base_url(),
    merchant_id: call.account.merchant_id,
    livemode: call.account.mode === 'live',
    now: nowOf(call),
  }
}

export function problemContext(call: Pick<Call, 'deps' | 'request_id'>): ProblemContext {
  return { base_url: call.deps.base_url(), request_id: call.request_id }
}

function replay<A extends AnyAnswer>(call: Call, stored: StoredAnswer, hash: string): A | Refusal {
  if (stored.hash !== hash) {
    return refuse(
      problemContext(call),
      'idempotency_mismatch',
      `Idempotency-Key ${stored.key} was first sent with another method, path or body.`,
    )
  }
  return {
    status: stored.status,
    body: stored.body,
    headers: { 'Idempotent-Replayed': 'true' },
  } as unknown as A
}

function shown(
  accepted: { rows: readonly ReadRow['row'][]; private: ReadRow['private'] },
  { shows }: Pick<Ask<AnyAnswer>, 'shows'>,
): ReadRow {
  const row = accepted.rows.find((one) => one.kind === shows.kind && one.id === shows.id)
  if (row === undefined) throw new Error(`the decision left no row of ${shows.kind} ${shows.id}`)
  return { row, private: accepted.private }
}

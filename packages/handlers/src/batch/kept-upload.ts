import type { Batch as WireBatch } from '@upi-autopay/contract'
import {
  type Batch,
  type BatchCommand,
  type Item,
  type ReadRow,
  type Rejection,
  tenantOf,
} from '@upi-autopay/engine'
import type { Refusal } from '../answer.ts'
import { type Call, causeOf, nowOf } from '../call.ts'
import { perform, problemContext, RETRY_AFTER_SECONDS, renderContext } from '../perform.ts'
import { read } from '../read.ts'
import { renderBatch } from '../render/batch.ts'
import { refuse, refuseRejection } from '../render/problem.ts'
import { checkRow } from './check-row.ts'
import type { Line } from './line.ts'
import type { Upload } from './open-upload.ts'

/** Rows of an upload as they were counted while they came in. Amount in paise, of the accepted ones. */
export interface Counted {
  accepted: number
  refused: number
  amount: number
}

/** Rows cancelled at once. */
const SWEPT_AT_ONCE = 2_000

/** The batch of an upload takes its reference. */
export async function beginUpload(
  call: Call,
  { id, terms, idempotency_key }: BeginUpload,
): Promise<Refusal | null> {
  const { kind, events, reference_id, metadata = {} } = terms
  const rejection = await handle(
    call,
    { type: 'CreateBatch', id, kind, events, reference_id, metadata },
    { target: { kind: 'batch', id, create: true }, reference: { kind: 'batch', reference_id } },
  )
  if (rejection === null) return null
  const { existing } = rejection
  const holder = existing === undefined ? null : await read(call, 'batch', existing.id)
  if (holder?.row.status !== 'validating') return refuseRejection(problemContext(call), rejection)
  const detail = `Batch ${holder.row.id} with reference_id ${reference_id} is being uploaded; if that upload broke off, cancel the batch.`
  // The reference may be held by this very request, sent a moment ago: its answer comes when its upload is whole.
  return idempotency_key === undefined
    ? refuseRejection(problemContext(call), { ...rejection, detail })
    : refuse(problemContext(call), 'idempotency_in_flight', detail, {
        headers: { 'Retry-After': RETRY_AFTER_SECONDS },
      })
}

interface BeginUpload {
  readonly id: string
  readonly terms: Upload['terms']
  readonly idempotency_key: string | undefined
}

/** Judges rows by their form, keeps them and counts them. */
export async function keepRows(call: Call, { id, kind, lines, counted }: KeepRows): Promise<void> {
  const { store, ids } = call.deps.engine.deps
  const now = nowOf(call)
  const rows = lines.map((line) => checkRow(line, { kind, mint: (what) => ids.mint(what, now) }))
  for (const { order } of rows) {
    if (order === null) counted.refused++
    else counted.accepted++
    counted.amount += order?.amount ?? 0
  }
  await store.batches.add(tenantOf(call.account), id, rows)
}

interface KeepRows {
  readonly id: string
  readonly kind: Batch['kind']
  readonly lines: readonly Line[]
  readonly counted: Counted
}

/** Tells how far the upload has come; refused where it was cancelled meanwhile. */
export async function tellProgress(
  call: Call,
  id: string,
  { amount, ...rows }: Counted,
): Promise<Refusal | null> {
  const rejection = await handle(
    call,
    { type: 'RecordBatchUpload', batch_id: id, rows, amount },
    { target: { kind: 'batch', id } },
  )
  return rejection === null ? null : refuseRejection(problemContext(call), rejection)
}

/** The upload is whole. Its answer is kept under the key of the request, with the decision that starts it. */
export function startBatch(
  call: Call,
  { id, counted, digest, idempotency_key }: StartUpload,
): Promise<{ readonly status: 201; readonly body: WireBatch } | Refusal> {
  const { amount, ...rows } = counted
  return perform<{ readonly status: 201; readonly body: WireBatch }>(
    { ...call, body_text: digest },
    {
      item: {
        command: { type: 'StartBatch', batch_id: id, rows, amount },
        target: { kind: 'batch', id },
      },
      shows: { kind: 'batch', id },
      answer: (found: ReadRow) => ({
        status: 201,
        body: renderBatch(found.row.data as Batch, renderContext(call)),
      }),
      idempotency_key,
    },
  )
}

interface StartUpload {
  readonly id: string
  readonly counted: Counted
  readonly digest: string
  readonly idempotency_key: string | undefined
}

/** Gives up an upload that came to nothing. Rows that came in after its batch was cancelled are cancelled as well. */
export async function abandonUpload(
  call: Call,
  id: string,
  reason: 'upload_dropped' | 'upload_refused',
): Promise<void> {
  await handle(
    call,
    { type: 'CancelBatch', batch_id: id, reason },
    { target: { kind: 'batch', id } },
  )
  if ((await read(call, 'batch', id))?.row.status !== 'cancelled') return
  const { batches } = call.deps.engine.deps.store
  while ((await batches.cancel(tenantOf(call.account), id, SWEPT_AT_ONCE)) === SWEPT_AT_ONCE);
}

/** Carries one command through the engine that no caller repeats by a key; null where it was accepted. */
async function handle(
  call: Call,
  command: BatchCommand,
  more: Pick<Item, 'target' | 'reference'>,
): Promise<Rejection | null> {
  const cause = causeOf(call)
  const [handled] = await call.deps.engine.handle([
    { account: call.account, command, cause, ...more },
  ])
  if (handled?.ok) return null
  if (handled === undefined || !('rejection' in handled))
    throw new Error(`${command.type} was left without an answer`)
  return handled.rejection
}

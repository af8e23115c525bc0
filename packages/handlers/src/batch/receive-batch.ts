import type { Batch as WireBatch } from '@upi-autopay/contract'
import { type Batch, type ReadRow, tenantOf } from '@upi-autopay/engine'
import type { BatchCancelReason } from '@upi-autopay/rail'
import type { Refusal } from '../answer.ts'
import { type Call, causeOf, nowOf } from '../call.ts'
import { perform, problemContext, RETRY_AFTER_SECONDS, renderContext } from '../perform.ts'
import { read } from '../read.ts'
import { renderBatch } from '../render/batch.ts'
import { refuse, refuseRejection } from '../render/problem.ts'
import { refuseForm } from '../stages/refuse-form.ts'
import { checkRow } from './check-row.ts'
import type { Line } from './line.ts'
import type { Upload } from './open-upload.ts'
import { UploadRefused } from './upload-refused.ts'

type Answer = { readonly status: 201; readonly body: WireBatch } | Refusal

/** Rows of an upload as they were counted while they came in. Amount in paise, of the accepted ones. */
interface Counted {
  accepted: number
  refused: number
  amount: number
}

/**
 * Receives an upload: takes its reference, keeps its rows as they come in, and starts it when it is whole. Until then
 * nothing of it runs; what breaks off, or is refused on the way, is cancelled and gives its reference back.
 */
export async function receiveBatch(
  call: Call,
  upload: Upload,
  idempotency_key: string | undefined,
): Promise<Answer> {
  const tenant = tenantOf(call.account)
  const { store, ids } = call.deps.engine.deps
  const known =
    idempotency_key !== undefined &&
    (await store.decisions.replay(tenant, idempotency_key)) !== null
  const id = ids.mint('batch', nowOf(call))
  const counted: Counted = { accepted: 0, refused: 0, amount: 0 }
  let digest = upload.text
  let begun = false
  try {
    for await (const lines of upload.chunks) {
      if (idempotency_key !== undefined) digest = call.deps.hash(digestible(digest, lines))
      // A repeat is compared and told what the first was told: nothing of it is kept.
      if (known) continue
      if (!begun) {
        const refusal = await begin(call, { id, terms: upload.terms, idempotency_key })
        if (refusal !== null) return refusal
        begun = true
      }
      await keep(call, { id, kind: upload.terms.kind, lines, counted })
    }
  } catch (error) {
    const refused = error instanceof UploadRefused
    if (begun) await abandon(call, id, refused ? 'upload_refused' : 'upload_dropped')
    if (refused) return error.refusal
    throw error
  }
  if (!begun && !known) return refuseEmpty(call)
  return start(call, { id, counted, digest, idempotency_key })
}

async function begin(
  call: Call,
  {
    id,
    terms,
    idempotency_key,
  }: { id: string; terms: Upload['terms']; idempotency_key: string | undefined },
): Promise<Refusal | null> {
  const { kind, events, reference_id, metadata = {} } = terms
  const [handled] = await call.deps.engine.handle([
    {
      account: call.account,
      command: { type: 'CreateBatch', id, kind, events, reference_id, metadata },
      target: { kind: 'batch', id, create: true },
      reference: { kind: 'batch', reference_id },
      cause: causeOf(call),
    },
  ])
  if (handled?.ok) return null
  if (handled === undefined || !('rejection' in handled))
    throw new Error('the creation of a batch was left without an answer')
  const { rejection } = handled
  const { existing } = rejection
  const holder = existing === undefined ? null : await read(call, 'batch', existing.id)
  // The reference may be held by this very request, sent a moment ago: its answer comes when its upload is whole.
  if (idempotency_key !== undefined && holder?.row.status === 'validating')
    return refuse(
      problemContext(call),
      'idempotency_in_flight',
      `Batch ${holder.row.id} with reference_id ${reference_id} is being uploaded.`,
      { headers: { 'Retry-After': RETRY_AFTER_SECONDS } },
    )
  return refuseRejection(problemContext(call), rejection)
}

async function keep(
  call: Call,
  {
    id,
    kind,
    lines,
    counted,
  }: { id: string; kind: Batch['kind']; lines: readonly Line[]; counted: Counted },
): Promise<void> {
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

/** The upload is whole. Its answer is kept under the key of the request, with the decision that starts it. */
function start(
  call: Call,
  {
    id,
    counted,
    digest,
    idempotency_key,
  }: { id: string; counted: Counted; digest: string; idempotency_key: string | undefined },
): Promise<Answer> {
  const { accepted, refused, amount } = counted
  return perform<{ readonly status: 201; readonly body: WireBatch }>(
    { ...call, body_text: digest },
    {
      item: {
        command: { type: 'StartBatch', batch_id: id, rows: { accepted, refused }, amount },
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

async function abandon(call: Call, id: string, reason: BatchCancelReason): Promise<void> {
  await call.deps.engine.handle([
    {
      account: call.account,
      command: { type: 'CancelBatch', batch_id: id, reason },
      target: { kind: 'batch', id },
      cause: causeOf(call),
    },
  ])
}

function refuseEmpty(call: Call): Refusal {
  return refuseForm(problemContext(call), [
    { in: 'body', pointer: '', message: 'must have at least one row' },
  ])
}

function digestible(digest: string, lines: readonly Line[]): string {
  return [digest, ...lines.map(({ raw }) => raw)].join('\n')
}

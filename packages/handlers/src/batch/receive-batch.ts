import type { Batch as WireBatch } from '@upi-autopay/contract'
import { tenantOf } from '@upi-autopay/engine'
import type { Refusal } from '../answer.ts'
import { type Call, nowOf } from '../call.ts'
import { problemContext } from '../perform.ts'
import { refuseForm } from '../stages/refuse-form.ts'
import {
  abandonUpload,
  beginUpload,
  type Counted,
  keepRows,
  startBatch,
  tellProgress,
} from './kept-upload.ts'
import type { Line } from './line.ts'
import type { Upload } from './open-upload.ts'
import { UploadRefused } from './upload-refused.ts'

type Answer = { readonly status: 201; readonly body: WireBatch } | Refusal

/** After so many rows the batch is told how far its upload has come. */
const TOLD_EVERY = 1_000
/** How long a repeat waits for the answer of a request whose upload is still coming in. */
const LOOKS = 40
const LOOK_EVERY_MS = 250

/**
 * Receives an upload: takes its reference, keeps its rows as they come in, and starts it when it is whole. Until then
 * nothing of it runs; what breaks off, or is refused on the way, is cancelled and gives its reference back.
 */
export async function receiveBatch(
  call: Call,
  upload: Upload,
  idempotency_key: string | undefined,
): Promise<Answer> {
  const { ids } = call.deps.engine.deps
  const id = ids.mint('batch', nowOf(call))
  const counted: Counted = { accepted: 0, refused: 0, amount: 0 }
  let digest = upload.text
  let told = 0
  // A repeat is compared and told what the first was told: nothing of it is kept.
  let is: 'new' | 'begun' | 'known' = (await isAnswered(call, idempotency_key)) ? 'known' : 'new'
  try {
    for await (const lines of upload.chunks) {
      if (idempotency_key !== undefined) digest = call.deps.hash(digestible(digest, lines))
      if (is === 'new') {
        const refusal = await beginUpload(call, { id, terms: upload.terms, idempotency_key })
        if (refusal === null) is = 'begun'
        else if (await isAnsweredSoon(call, refusal, idempotency_key)) is = 'known'
        else return refusal
      }
      if (is === 'known') continue
      await keepRows(call, { id, kind: upload.terms.kind, lines, counted })
      if (counted.accepted + counted.refused < told + TOLD_EVERY) continue
      told = counted.accepted + counted.refused
      const refusal = await tellProgress(call, id, counted)
      if (refusal !== null) throw new UploadRefused(refusal)
    }
  } catch (error) {
    const refused = error instanceof UploadRefused
    if (is === 'begun') await abandonUpload(call, id, refused ? 'upload_refused' : 'upload_dropped')
    if (refused) return error.refusal
    throw error
  }
  if (is === 'new') return refuseEmpty(call)
  const answer = await startBatch(call, { id, counted, digest, idempotency_key })
  // Cancelled while it came in, or another request under the same key was faster.
  const started = answer.status === 201 && answer.body.id === id
  if (is === 'begun' && !started) await abandonUpload(call, id, 'upload_refused')
  return answer
}

async function isAnswered(call: Call, idempotency_key: string | undefined): Promise<boolean> {
  if (idempotency_key === undefined) return false
  const { decisions } = call.deps.engine.deps.store
  return (await decisions.replay(tenantOf(call.account), idempotency_key)) !== null
}

async function isAnsweredSoon(
  call: Call,
  { body }: Refusal,
  idempotency_key: string | undefined,
): Promise<boolean> {
  if (body.code !== 'idempotency_in_flight') return false
  for (let look = 0; look < LOOKS; look++) {
    if (await isAnswered(call, idempotency_key)) return true
    await call.deps.engine.deps.pause(LOOK_EVERY_MS)
  }
  return false
}

function refuseEmpty(call: Call): Refusal {
  return refuseForm(problemContext(call), [
    { in: 'body', pointer: '', message: 'must have at least one row' },
  ])
}

function digestible(digest: string, lines: readonly Line[]): string {
  return [digest, ...lines.map(({ raw }) => raw)].join('\n')
}

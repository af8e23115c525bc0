import {
  BATCH_UPLOAD_ROWS,
  BatchUpload,
  type BatchUploadQuery,
  type BodyStream,
  contract,
  parsePart,
} from '@upi-autopay/contract'
import type { Call } from '../call.ts'
import { problemContext } from '../perform.ts'
import { type ProblemContext, refuse } from '../render/problem.ts'
import { mediaTypeOf, refuseStream } from '../stages/read-stream.ts'
import { refuseForm } from '../stages/refuse-form.ts'
import type { Line } from './line.ts'
import { readCsv } from './read-csv.ts'
import { readJson } from './read-json.ts'
import { readNdjson } from './read-ndjson.ts'
import { UploadRefused } from './upload-refused.ts'

/** The longest line of an upload, in bytes: as much as a body of any other route. */
const LINE_BYTES = 65_536
/** The largest upload, in bytes. */
const UPLOAD_BYTES = 268_435_456
/** Rows that are held at once. */
const CHUNK = 100

/** What was handed in, as far as it has been read. */
export interface Upload {
  readonly terms: BatchUpload & { readonly metadata?: Readonly<Record<string, string>> | undefined }
  /** Rows in the order of the upload, some at a time, each held once. */
  readonly chunks: AsyncIterable<readonly Line[]>
  /** What tells it from another upload so far, besides its lines. */
  readonly text: string
}

/**
 * Opens an upload of any of the media types that batches take. A body in JSON is read whole, others as they come in.
 *
 * @throws UploadRefused, also while the chunks are read
 */
export async function openUpload(
  call: Call,
  { query, body }: { query: BatchUploadQuery; body: BodyStream },
): Promise<Upload> {
  const context = problemContext(call)
  const { streams = {} } = contract.batches.create.metadata as { streams?: object }
  const refusal = refuseStream(context, body, streams as Record<string, never>)
  if (refusal !== null) throw new UploadRefused(refusal)
  const type = mediaTypeOf(body.content_type)
  if (type === 'application/json') {
    const given = Object.keys(query).map((name) => ({
      in: 'query' as const,
      pointer: `/${name}`,
      message: 'goes into the body of a batch in JSON',
    }))
    if (given.length > 0) throw new UploadRefused(refuseForm(context, given))
    const { terms, lines, text } = await readJson(body.chunks, context)
    return { terms, text, chunks: inChunks(arrived(lines), context) }
  }
  const parsed = parsePart(BatchUpload, 'query', query)
  if (!parsed.ok) throw new UploadRefused(refuseForm(context, parsed.errors))
  const terms = parsed.value
  const bytes = withinLimit(body.chunks, context)
  const lines =
    type === 'text/csv'
      ? readCsv(bytes, { kind: terms.kind, limit: LINE_BYTES, context })
      : readNdjson(bytes, LINE_BYTES)
  return { terms, text: JSON.stringify([type, terms]), chunks: inChunks(lines, context) }
}

async function* arrived(lines: readonly Line[]): AsyncIterable<Line> {
  yield* lines
}

async function* inChunks(
  lines: AsyncIterable<Line>,
  context: ProblemContext,
): AsyncIterable<readonly Line[]> {
  let chunk: Line[] = []
  let rows = 0
  for await (const line of lines) {
    rows++
    if (rows > BATCH_UPLOAD_ROWS)
      throw new UploadRefused(
        refuse(
          context,
          'body_too_large',
          `The upload has more than ${BATCH_UPLOAD_ROWS} rows; hand in the rest as another batch.`,
          { limit: { rows: BATCH_UPLOAD_ROWS } },
        ),
      )
    chunk.push(line)
    if (chunk.length === CHUNK) {
      yield chunk
      chunk = []
    }
  }
  if (chunk.length > 0) yield chunk
}

async function* withinLimit(
  chunks: AsyncIterable<Uint8Array>,
  context: ProblemContext,
): AsyncIterable<Uint8Array> {
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.length
    if (bytes > UPLOAD_BYTES)
      throw new UploadRefused(
        refuse(
          context,
          'body_too_large',
          `The upload exceeds the limit of ${UPLOAD_BYTES} bytes.`,
          { limit: { body_bytes: UPLOAD_BYTES } },
        ),
      )
    yield chunk
  }
}

import { BATCH_JSON_ROWS, BATCH_UPLOAD_ROWS, BatchEnvelope, parsePart } from '@upi-autopay/contract'
import { type ProblemContext, refuse } from '../render/problem.ts'
import { refuseForm } from '../stages/refuse-form.ts'
import type { Line } from './line.ts'
import { UploadRefused } from './upload-refused.ts'
import { webPlatform } from './web-platform.ts'

/** The largest batch in JSON, in bytes. */
export const BATCH_JSON_BYTES = 4_194_304

const decoder = new webPlatform.TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** A batch in JSON, read whole: its terms and its rows. */
export interface JsonBatch {
  readonly terms: Omit<BatchEnvelope, 'rows'>
  readonly lines: readonly Line[]
  /** As sent. */
  readonly text: string
}

/**
 * Reads a batch in JSON. Its rows stay as they are.
 *
 * @throws UploadRefused for a body that is too large, no JSON, or without the form of a batch
 */
export async function readJson(
  chunks: AsyncIterable<Uint8Array>,
  context: ProblemContext,
): Promise<JsonBatch> {
  const text = await readText(chunks, context)
  const parsed = parsePart(BatchEnvelope, 'body', parse(text, context))
  if (!parsed.ok) throw new UploadRefused(refuseForm(context, parsed.errors))
  const { rows, ...terms } = parsed.value
  if (rows.length > BATCH_JSON_ROWS)
    throw new UploadRefused(
      refuse(
        context,
        'body_too_large',
        `${rows.length} rows exceed the limit of ${BATCH_JSON_ROWS} for JSON; send up to ${BATCH_UPLOAD_ROWS} as NDJSON or CSV.`,
        { limit: { rows: BATCH_JSON_ROWS } },
      ),
    )
  const lines = rows.map((value, index) => ({
    line: index + 1,
    raw: '',
    reading: { ok: true, value } as const,
  }))
  return { terms, lines, text }
}

async function readText(
  chunks: AsyncIterable<Uint8Array>,
  context: ProblemContext,
): Promise<string> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.length
    if (bytes > BATCH_JSON_BYTES)
      throw new UploadRefused(
        refuse(
          context,
          'body_too_large',
          `The body exceeds the limit of ${BATCH_JSON_BYTES} bytes for JSON; send it as NDJSON or CSV.`,
          { limit: { body_bytes: BATCH_JSON_BYTES } },
        ),
      )
    parts.push(chunk)
  }
  const whole = new Uint8Array(bytes)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  try {
    return decoder.decode(whole)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new UploadRefused(refuse(context, 'malformed_json', 'The body is not UTF-8.'))
  }
}

function parse(text: string, context: ProblemContext): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new UploadRefused(
      refuse(context, 'malformed_json', `The body is not JSON: ${error.message}.`),
    )
  }
}

import type { Refusal } from '../answer.ts'
import { type ProblemContext, refuse } from '../render/problem.ts'

/** The largest body taken, in bytes. */
export const BODY_LIMIT_BYTES = 65_536

/** A body as JSON, or why it is none. */
export type ReadBody =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly refusal: Refusal }

/** The stages 413, 415 and malformed 400. No body at all is `undefined`: whether that will do is the route's form. */
export function readBody(
  context: ProblemContext,
  body: {
    readonly text: string
    readonly bytes: number
    readonly content_type: string | undefined
  },
): ReadBody {
  if (body.bytes > BODY_LIMIT_BYTES)
    return { ok: false, refusal: refuseTooLarge(context, body.bytes) }
  if (body.text === '') return { ok: true, value: undefined }
  const type = body.content_type?.split(';')[0]?.trim().toLowerCase()
  if (type !== undefined && type !== 'application/json' && !type.endsWith('+json')) {
    return {
      ok: false,
      refusal: refuse(
        context,
        'unsupported_media_type',
        `Content-Type ${type} is not application/json.`,
      ),
    }
  }
  try {
    return { ok: true, value: JSON.parse(body.text) }
  } catch (error) {
    const why = error instanceof SyntaxError ? error.message : 'it cannot be read'
    return {
      ok: false,
      refusal: refuse(context, 'malformed_json', `The body is not JSON: ${why}.`),
    }
  }
}

/** A body over the limit; `bytes` is null where the host stopped reading. */
export function refuseTooLarge(context: ProblemContext, bytes: number | null): Refusal {
  const seen = bytes === null ? 'The body' : `The body of ${bytes} bytes`
  return refuse(
    context,
    'body_too_large',
    `${seen} exceeds the limit of ${BODY_LIMIT_BYTES} bytes.`,
    {
      limit: { body_bytes: BODY_LIMIT_BYTES },
    },
  )
}

import type { BodyStream, RouteMetadata } from '@upi-autopay/contract'
import type { Refusal } from '../answer.ts'
import { type ProblemContext, refuse } from '../render/problem.ts'

/** The stage 415 of routes that read their body as it comes in; null where the body is of a type that the route takes. */
export function refuseStream(
  context: ProblemContext,
  { content_type, content_encoding }: Omit<BodyStream, 'chunks'>,
  streams: NonNullable<RouteMetadata['streams']>,
): Refusal | null {
  const taken = Object.keys(streams)
  const encoding = content_encoding?.trim().toLowerCase() ?? 'identity'
  if (encoding !== 'identity') {
    const detail = `Content-Encoding ${content_encoding} is not taken here: send the body as it is.`
    return refuse(context, 'unsupported_media_type', detail)
  }
  const charset = /;\s*charset="?([^\s;"]+)/i.exec(content_type ?? '')?.[1]?.toLowerCase()
  if (charset !== undefined && charset !== 'utf-8' && charset !== 'us-ascii') {
    const detail = `The charset ${charset} is not taken here: send the body in UTF-8.`
    return refuse(context, 'unsupported_media_type', detail)
  }
  const type = mediaTypeOf(content_type)
  if (type !== null && taken.includes(type)) return null
  const sent =
    type === null ? 'The body has no Content-Type' : `Content-Type ${type} is not taken here`
  return refuse(context, 'unsupported_media_type', `${sent}: send ${taken.join(', ')}.`)
}

/** A media type without its parameters; null where none was sent. */
export function mediaTypeOf(content_type: string | undefined): string | null {
  return content_type?.split(';')[0]?.trim().toLowerCase() || null
}

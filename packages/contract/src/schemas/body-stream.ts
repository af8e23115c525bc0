import { z } from 'zod'

/** A body that is read as it comes in, of one of the media types that its route takes. */
export const BodyStream = z.custom<BodyStream>(isStream, 'must be sent as a body').meta({
  override: { type: 'string', format: 'binary' },
})
export interface BodyStream {
  /** As sent. */
  readonly content_type: string | undefined
  /** As sent. */
  readonly content_encoding: string | undefined
  /** Read once; fails when the sender breaks off. */
  readonly chunks: AsyncIterable<Uint8Array>
}

function isStream(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'chunks' in value
}

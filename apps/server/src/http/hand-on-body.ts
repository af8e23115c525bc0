import type { BodyStream } from '@upi-autopay/contract'
import type { Request, RequestHandler } from 'express'

/** Hands the body on as it comes in, for routes that read it themselves. */
export const handOnBody: RequestHandler = (req, _res, next) => {
  const body: BodyStream = {
    content_type: req.headers['content-type'],
    content_encoding: req.headers['content-encoding'],
    chunks: chunksOf(req),
  }
  req.body = body
  next()
}

/**
 * The body piece by piece. Who stops reading does not close the connection, over which the refusal goes; a sender who
 * breaks off is marked as the body reader of other routes does.
 */
async function* chunksOf(req: Request): AsyncIterable<Uint8Array> {
  try {
    yield* req.iterator({ destroyOnReturn: false })
  } catch (cause) {
    throw Object.assign(new Error('the body broke off', { cause }), { type: 'request.aborted' })
  } finally {
    // What nobody reads any more is let go by: it stands before the next request on the connection.
    req.resume()
  }
}

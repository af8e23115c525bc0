import { BODY_LIMIT_BYTES, readBody } from '@upi-autopay/handlers'
import express, { type RequestHandler } from 'express'
import { problemContextOf, stateOf } from './request-state.ts'
import { sendRefusal } from './send-answer.ts'

const decoder = new TextDecoder()

/** Collects the bytes of any type, up to the limit. */
export const collectBody: RequestHandler = express.raw({
  type: () => true,
  limit: BODY_LIMIT_BYTES,
})

/** Reads the collected bytes as JSON and keeps the text as sent, by which repeats are compared. */
export const parseBody: RequestHandler = (req, res, next) => {
  const bytes: Uint8Array = Buffer.isBuffer(req.body) ? req.body : new Uint8Array()
  const text = decoder.decode(bytes)
  const body = readBody(problemContextOf(res), {
    text,
    bytes: bytes.length,
    content_type: req.headers['content-type'],
  })
  if (!body.ok) {
    sendRefusal(res, body.refusal)
    return
  }
  stateOf(res).body_text = text
  req.body = body.value
  next()
}

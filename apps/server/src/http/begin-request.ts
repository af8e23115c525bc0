import type { Clock, Ids } from '@upi-autopay/engine'
import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import { beginState, pathOf, stateOf } from './request-state.ts'

/** What the first stage needs. */
export interface RequestHost {
  readonly clock: Clock
  readonly ids: Ids
  readonly logger: Logger
  readonly base_url: () => string
  /** Called after each answer to a request that may have written: there may be work. */
  readonly onWritten: () => void
}

/** Names the request, answers with that name, and logs one line when it is over: no key, no address, no body. */
export function beginRequest(host: RequestHost): RequestHandler {
  return (req, res, next) => {
    const began = host.clock.now()
    const request_id = host.ids.mint('request', began)
    beginState(res, { request_id, base_url: host.base_url })
    res.set('Request-Id', request_id)
    res.once('close', () => {
      if (req.method !== 'GET') host.onWritten()
      if (!host.logger.isLevelEnabled('info')) return
      const { merchant_id } = stateOf(res)
      const status = res.writableFinished ? res.statusCode : null
      const ms = host.clock.now() - began
      host.logger.info({
        method: req.method,
        path: pathOf(req),
        status,
        ms,
        request_id,
        merchant_id,
      })
    })
    next()
  }
}

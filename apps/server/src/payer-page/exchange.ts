import type { Account } from '@upi-autopay/engine'
import type { Call, HandlerDeps } from '@upi-autopay/handlers'
import express, { type Request, type RequestHandler, type Response } from 'express'
import { HOSTED_PAGE_POLICY } from '../hosted-page/style.ts'
import { pathOf, stateOf } from '../http/request-state.ts'

/** A payer's request for a page, and the answer to it. */
export interface Exchange {
  readonly deps: HandlerDeps
  readonly req: Request
  readonly res: Response
}

/** A form of one button. */
const FORM_LIMIT_BYTES = 1024

/** Reads the form that a button of a page sends. */
export const readForm: RequestHandler = express.urlencoded({
  extended: false,
  limit: FORM_LIMIT_BYTES,
})

/** The merchant that the address of a page names; null where there is none. */
export async function merchantOf(deps: HandlerDeps, req: Request): Promise<Account | null> {
  const { mode, merchant } = req.params
  if (mode !== 'test' && mode !== 'live') return null
  return deps.engine.deps.store.accounts.get({ merchant_id: String(merchant), mode })
}

/** The payer's call, in the merchant's name: the page needs no key. */
export function callOf(account: Account, { deps, req, res }: Exchange): Call {
  const { request_id } = stateOf(res)
  const scopes = ['read', 'write'] as const
  const sent = { body_text: '', if_match: undefined, traceparent: undefined }
  const asked = { method: req.method, path: pathOf(req) }
  return { deps, account, key_id: null, scopes, request_id, ...asked, ...sent }
}

/** Answers with a page, which is nobody's to keep, to frame or to be told of. */
export function sendPage(res: Response, status: number, html: string): void {
  res
    .status(status)
    .set({
      'Content-Security-Policy': HOSTED_PAGE_POLICY,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    })
    .type('html')
    .send(html)
}

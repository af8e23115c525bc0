import { type Account, type Mandate, type ReadRow, tenantOf } from '@upi-autopay/engine'
import { type Call, type HandlerDeps, handlers } from '@upi-autopay/handlers'
import express, { type Express, type Request, type Response } from 'express'
import { pathOf, stateOf } from '../http/request-state.ts'
import { hostedPage, missingPage } from './hosted-page.ts'
import { HOSTED_PAGE_POLICY } from './style.ts'

const PATH = '/pay/:mode/:merchant/:mandate'
/** A form of one button. */
const FORM_LIMIT_BYTES = 1024

const ACTIONS = ['approve', 'decline', 'pause', 'resume', 'revoke'] as const
type Action = (typeof ACTIONS)[number]

/**
 * The page that a mandate's `hosted_url` leads to. Its address is the key: ids are long and random. Reading it is
 * opening the link, once; its buttons are the sandbox's own routes, so that a page and a call do the same.
 */
export function mountHostedPage(app: Express, deps: HandlerDeps): void {
  app.get(PATH, async (req, res) => {
    const found = await find(deps, req)
    if (found === null) return send(res, 404, missingPage())
    const { account, mandate } = found
    const takesAnswer = account.mode === 'test'
    // Programs that preview links ask with HEAD; that opens nothing.
    if (req.method === 'GET' && takesAnswer && isFirstLook(mandate))
      await act('open', found, { deps, req, res })
    const { row } = (await read(deps, account, mandate.id)) ?? found
    const told = req.query.told
    const shown = row.data as Mandate
    send(
      res,
      200,
      hostedPage({
        mandate: shown,
        account,
        // A test mandate is no business of a real app: there is nothing to scan.
        // Nor to scan for a change, whose link the app of the mandate opens.
        qr:
          takesAnswer || shown.status !== 'pending'
            ? null
            : await picture(found, { deps, req, res }),
        takesAnswer,
        told: told === 'approve' || told === 'decline' ? told : null,
        ending: req.query.ask === 'end',
      }),
    )
  })

  app.post(
    PATH,
    express.urlencoded({ extended: false, limit: FORM_LIMIT_BYTES }),
    async (req, res) => {
      const found = await find(deps, req)
      if (found === null) return send(res, 404, missingPage())
      const action = actionOf(req.body)
      // Refused where the mandate has moved on meanwhile: the page then shows how it stands.
      const taken =
        action !== null &&
        found.account.mode === 'test' &&
        (await act(action, found, { deps, req, res })).status === 200
      // Only an answer waits for the bank; the rest is done at once.
      const waits = taken && (action === 'approve' || action === 'decline')
      res.redirect(303, `${pathOf(req)}${waits ? `?told=${action}` : ''}`)
    },
  )
}

interface Found extends ReadRow {
  readonly account: Account
  readonly mandate: Mandate
}

interface Exchange {
  readonly deps: HandlerDeps
  readonly req: Request
  readonly res: Response
}

async function find(deps: HandlerDeps, req: Request): Promise<Found | null> {
  const { mode, merchant, mandate: id } = req.params
  if (mode !== 'test' && mode !== 'live') return null
  const account = await deps.engine.deps.store.accounts.get({ merchant_id: String(merchant), mode })
  if (account === null) return null
  const found = await read(deps, account, String(id))
  return found === null ? null : { ...found, account, mandate: found.row.data as Mandate }
}

function read(deps: HandlerDeps, account: Account, id: string): Promise<ReadRow | null> {
  return deps.engine.deps.store.resources.get({ tenant: tenantOf(account), kind: 'mandate', id })
}

function isFirstLook({ status, opened_at }: Mandate): boolean {
  return status === 'pending' && opened_at === null
}

async function act(
  action: Action | 'open',
  found: Found,
  exchange: Exchange,
): Promise<{ readonly status: number }> {
  const { sandbox } = handlers
  const request = { params: { id: found.mandate.id }, query: undefined, headers: {}, body: {} }
  const call = callOf(found.account, exchange)
  switch (action) {
    case 'open':
      return sandbox.openMandate(request, call)
    case 'approve':
      return sandbox.approveMandate(request, call)
    case 'decline':
      return sandbox.declineMandate(request, call)
    case 'pause':
      return sandbox.pauseMandate(request, call)
    case 'resume':
      return sandbox.resumeMandate(request, call)
    case 'revoke':
      return sandbox.revokeMandate(request, call)
    default:
      return action satisfies never
  }
}

async function picture({ account, mandate }: Found, exchange: Exchange): Promise<string | null> {
  const request = {
    params: { id: mandate.id },
    query: undefined,
    headers: undefined,
    body: undefined,
  }
  const answer = await handlers.mandates.qrSvg(request, callOf(account, exchange))
  return answer.status === 200 ? answer.body : null
}

/** The payer's call, in the merchant's name: the page needs no key. */
function callOf(account: Account, { deps, req, res }: Exchange): Call {
  const { request_id } = stateOf(res)
  const scopes = ['read', 'write'] as const
  const { method } = req
  const path = pathOf(req)
  const sent = { body_text: '', if_match: undefined, traceparent: undefined }
  return { deps, account, key_id: null, scopes, request_id, method, path, ...sent }
}

function actionOf(body: unknown): Action | null {
  const action = typeof body === 'object' && body !== null && 'action' in body ? body.action : null
  return ACTIONS.find((one) => one === action) ?? null
}

function send(res: Response, status: number, html: string): void {
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

import { type Account, type Payment, type ReadRow, tenantOf } from '@upi-autopay/engine'
import { type HandlerDeps, handlers } from '@upi-autopay/handlers'
import type { Express, Request } from 'express'
import { missingPage } from '../hosted-page/hosted-page.ts'
import { pathOf } from '../http/request-state.ts'
import { callOf, type Exchange, merchantOf, readForm, sendPage } from '../payer-page/exchange.ts'
import { paymentPage } from './payment-page.ts'

const PATH = '/pay/:mode/:merchant/pay_:payment'

type Action = 'approve' | 'decline'

/**
 * The page that a payment's `hosted_url` leads to. Its address is the key: ids are long and random. Its buttons are
 * the sandbox's own routes, so that a page and a call do the same.
 */
export function mountPaymentPage(app: Express, deps: HandlerDeps): void {
  app.get(PATH, async (req, res) => {
    const found = await find(deps, req)
    if (found === null) return sendPage(res, 404, missingPage())
    const { account, payment } = found
    const told = req.query.told
    sendPage(
      res,
      200,
      paymentPage({
        payment,
        account,
        // A test payment is no business of a real app: there is nothing to scan.
        qr: account.mode === 'test' ? null : await picture(found, { deps, req, res }),
        told: told === 'approve' || told === 'decline' ? told : null,
      }),
    )
  })

  app.post(PATH, readForm, async (req, res) => {
    const found = await find(deps, req)
    if (found === null) return sendPage(res, 404, missingPage())
    const action = actionOf(req.body)
    // Refused where the payment has moved on meanwhile: the page then shows how it stands.
    const taken =
      action !== null &&
      found.account.mode === 'test' &&
      (await act(action, found, { deps, req, res })).status === 200
    res.redirect(303, `${pathOf(req)}${taken ? `?told=${action}` : ''}`)
  })
}

interface Found extends ReadRow {
  readonly account: Account
  readonly payment: Payment
}

async function find(deps: HandlerDeps, req: Request): Promise<Found | null> {
  const account = await merchantOf(deps, req)
  if (account === null) return null
  const id = `pay_${String(req.params.payment)}`
  const found = await deps.engine.deps.store.resources.get({
    tenant: tenantOf(account),
    kind: 'payment',
    id,
  })
  return found === null ? null : { ...found, account, payment: found.row.data as Payment }
}

async function act(
  action: Action,
  { account, payment }: Found,
  exchange: Exchange,
): Promise<{ readonly status: number }> {
  const { sandbox } = handlers
  const request = { params: { id: payment.id }, query: undefined, headers: {}, body: {} }
  const call = callOf(account, exchange)
  return action === 'approve'
    ? sandbox.approvePayment(request, call)
    : sandbox.declinePayment(request, call)
}

async function picture({ account, payment }: Found, exchange: Exchange): Promise<string | null> {
  const request = {
    params: { id: payment.id },
    query: undefined,
    headers: undefined,
    body: undefined,
  }
  const answer = await handlers.payments.qrSvg(request, callOf(account, exchange))
  return answer.status === 200 ? answer.body : null
}

function actionOf(body: unknown): Action | null {
  const action = typeof body === 'object' && body !== null && 'action' in body ? body.action : null
  return action === 'approve' || action === 'decline' ? action : null
}

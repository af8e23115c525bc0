import {
  type Account,
  type Mandate,
  merchantNow,
  providerFacts,
  type ReadRow,
  tenantOf,
} from '@upi-autopay/engine'
import { type HandlerDeps, handlers } from '@upi-autopay/handlers'
import type { Express, Request } from 'express'
import { pathOf } from '../http/request-state.ts'
import { callOf, type Exchange, merchantOf, readForm, sendPage } from '../payer-page/exchange.ts'
import { allowedToPayer } from './controls.ts'
import { hostedPage, missingPage } from './hosted-page.ts'
import { NO_DEBITS, openDebits } from './open-debits.ts'
import { type Action, actAsPayer, actionOf } from './payer-actions.ts'

const PATH = '/pay/:mode/:merchant/:mandate'

/**
 * The page that a mandate's `hosted_url` leads to. Its address is the key: ids are long and random. Reading it is
 * opening the link, once; its buttons are the sandbox's own routes, so that a page and a call do the same.
 */
export function mountHostedPage(app: Express, deps: HandlerDeps): void {
  app.get(PATH, async (req, res) => {
    const found = await find(deps, req)
    if (found === null) return sendPage(res, 404, missingPage())
    const { account, mandate } = found
    const takesAnswer = account.mode === 'test'
    // Programs that preview links ask with HEAD; that opens nothing.
    if (req.method === 'GET' && takesAnswer && isFirstLook(mandate))
      await act({ name: 'open' }, found, { deps, req, res })
    const { row } = (await read(deps, account, mandate.id)) ?? found
    const told = req.query.told
    const shown = row.data as Mandate
    sendPage(
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
        debits: takesAnswer ? await openDebits(deps.engine.deps, account, shown.id) : NO_DEBITS,
        toldDebit: typeof told === 'string' ? told : null,
        allowed: allowedToPayer(
          shown,
          providerFacts(deps.engine.deps, account).policy,
          merchantNow(account.clock, deps.engine.deps.clock.now()),
        ),
        ending: req.query.ask === 'end',
      }),
    )
  })

  app.post(PATH, readForm, async (req, res) => {
    const found = await find(deps, req)
    if (found === null) return sendPage(res, 404, missingPage())
    const action = actionOf(req.body)
    // Refused where the mandate has moved on meanwhile: the page then shows how it stands.
    const taken =
      action !== null &&
      found.account.mode === 'test' &&
      (await act(action, found, { deps, req, res })).status === 200
    // Only an answer waits for the bank; the rest is done at once.
    const told = taken ? toldBy(action) : null
    res.redirect(303, `${pathOf(req)}${told === null ? '' : `?told=${told}`}`)
  })
}

interface Found extends ReadRow {
  readonly account: Account
  readonly mandate: Mandate
}

async function find(deps: HandlerDeps, req: Request): Promise<Found | null> {
  const account = await merchantOf(deps, req)
  if (account === null) return null
  const found = await read(deps, account, String(req.params.mandate))
  return found === null ? null : { ...found, account, mandate: found.row.data as Mandate }
}

function read(deps: HandlerDeps, account: Account, id: string): Promise<ReadRow | null> {
  return deps.engine.deps.store.resources.get({ tenant: tenantOf(account), kind: 'mandate', id })
}

function isFirstLook({ status, opened_at }: Mandate): boolean {
  return status === 'pending' && opened_at === null
}

/** An answer of the payer; for a debit only where it is one of this mandate. */
async function act(
  action: Action,
  found: Found,
  exchange: Exchange,
): Promise<{ readonly status: number }> {
  const { account, mandate } = found
  if ('debit' in action) {
    const { store } = exchange.deps.engine.deps
    const kind = action.name === 'opt_out' ? 'notification' : 'presentation'
    const of = await store.resources.get({ tenant: tenantOf(account), kind, id: action.debit })
    if (of?.row.mandate_id !== mandate.id) return { status: 404 }
  }
  return actAsPayer(action, mandate.id, callOf(account, exchange))
}

/** What the page is told of an answer that waits for the bank; null where it is done at once. */
function toldBy(action: Action): string | null {
  switch (action.name) {
    case 'approve':
    case 'decline':
      return action.name
    case 'enter_pin':
    case 'refuse_debit':
      return action.debit
    default:
      return null
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

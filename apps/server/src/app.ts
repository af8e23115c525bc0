import { contract, operatorContract } from '@upi-autopay/contract'
import {
  authenticate,
  type Call,
  type HandlerDeps,
  handlers,
  refuseRoute,
} from '@upi-autopay/handlers'
import express, { type Express } from 'express'
import type { Logger } from 'pino'
import { mountDocs } from './docs/mount-docs.ts'
import { mountHostedPage } from './hosted-page/mount-hosted-page.ts'
import { beginRequest } from './http/begin-request.ts'
import { mountContract } from './http/mount-contract.ts'
import { refuseFailure } from './http/refuse-failure.ts'
import { pathOf, problemContextOf, stateOf } from './http/request-state.ts'
import { sendRefusal } from './http/send-answer.ts'
import { refuseStranger } from './operator/admit-operator.ts'
import { type OperatorCall, operatorHandlers } from './operator/operator-handlers.ts'
import { mountPaymentPage } from './payment-page/mount-payment-page.ts'

/** What the application is put over. */
export interface AppDeps {
  readonly handlerDeps: HandlerDeps
  readonly operatorToken: string
  readonly logger: Logger
  /** Called after each request that may have written: the loops have work. */
  readonly onWritten: () => void
}

/** The API, the operator's routes, the payer's page and the documentation as one Express application. */
export function createApp({ handlerDeps, operatorToken, logger, onWritten }: AppDeps): Express {
  const { clock, ids } = handlerDeps.engine.deps
  const app = express()
  app.disable('x-powered-by').disable('etag')
  app.enable('case sensitive routing').enable('strict routing')
  app.set('query parser', 'extended')
  app.use(beginRequest({ clock, ids, logger, base_url: handlerDeps.base_url, onWritten }))
  mountContract<Call>(app, {
    router: contract,
    table: handlers,
    admit: async (req, res, metadata) => {
      const { request_id } = stateOf(res)
      const { authorization } = req.headers
      const caller = await authenticate(handlerDeps, { authorization, metadata, request_id })
      if (!caller.ok) return caller
      const { account, key_id, scopes } = caller
      stateOf(res).merchant_id = account.merchant_id
      const told = {
        deps: handlerDeps,
        account,
        key_id,
        scopes,
        request_id,
        method: req.method,
        path: pathOf(req),
      }
      return { ok: true, call: (sent) => ({ ...told, ...sent }) }
    },
  })
  mountContract<OperatorCall>(app, {
    router: operatorContract,
    table: operatorHandlers,
    admit: async (req, res) => {
      const problem = problemContextOf(res)
      const refusal = refuseStranger(problem, req.headers.authorization, operatorToken)
      if (refusal !== null) return { ok: false, refusal }
      return { ok: true, call: () => ({ deps: handlerDeps, problem }) }
    },
  })
  mountPaymentPage(app, handlerDeps)
  mountHostedPage(app, handlerDeps)
  mountDocs(app, { base_url: handlerDeps.base_url })
  app.get('/healthz', (_req, res) => {
    res.json({ status: 'ok' })
  })
  // Any question to the store: where it cannot be asked, the answer is 503 as everywhere.
  app.get('/readyz', async (_req, res) => {
    await handlerDeps.engine.deps.store.accounts.get({ merchant_id: 'nobody', mode: 'test' })
    res.json({ status: 'ready' })
  })
  app.use((req, res) =>
    sendRefusal(res, refuseRoute(problemContextOf(res), req.method, pathOf(req))),
  )
  app.use(refuseFailure(logger))
  return app
}

import type { AccountUpdate, contract, Account as WireAccount } from '@upi-autopay/contract'
import type { Account, AccountCommand, AccountTerms } from '@upi-autopay/engine'
import type { HandlerTable, Refusal } from '../answer.ts'
import type { Call } from '../call.ts'
import { etagOf, revisionsIn } from '../etag.ts'
import { performOnce, problemContext, settleFrozen } from '../perform.ts'
import { renderAccount } from '../render/account.ts'
import { refuse, refuseRejection } from '../render/problem.ts'

/** `/v1/account`. */
export const account: HandlerTable<typeof contract.account> = {
  get: async (_request, call) => show(call.account),

  update: async ({ body }, call) => {
    if (body.approved_mccs !== undefined && call.account.mode !== 'test') {
      return refuse(
        problemContext(call),
        'test_mode_only',
        'approved_mccs of a live account are set by whoever runs the service.',
      )
    }
    return change(call, { type: 'UpdateAccount', terms: termsIn(body) })
  },

  stopDebits: async ({ headers }, call) =>
    performOnce(call, headers['idempotency-key'], () => change(call, { type: 'StopDebits' })),

  resumeDebits: async ({ headers }, call) =>
    performOnce(call, headers['idempotency-key'], () => change(call, { type: 'ResumeDebits' })),
}

type Shown = { status: 200; body: WireAccount; headers: { ETag: string } }

async function change(call: Call, command: AccountCommand): Promise<Shown | Refusal> {
  const changed = await call.deps.engine.changeAccount(call.account, {
    command,
    if_revision: revisionsIn(call.if_match),
  })
  if (!changed.ok) return refuseRejection(problemContext(call), changed.rejection)
  // What the stop held back follows without delay.
  await settleFrozen({ ...call, account: changed.account })
  return show(changed.account)
}

/** What was sent; what was left out stays. */
function termsIn(body: AccountUpdate): Partial<AccountTerms> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))
}

function show(shown: Account): Shown {
  return {
    status: 200,
    body: renderAccount(shown),
    headers: { ETag: etagOf(shown.revision) },
  }
}

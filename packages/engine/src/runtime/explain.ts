import { type Account, merchantNow, tenantOf } from '../account/account.ts'
import { type Rejection, reject } from '../kernel/result.ts'
import type { MandateState } from '../mandate/mandate.ts'
import { type Explanation, explainPresentation } from '../mandate/presentation/explain.ts'
import type { PresentFacts } from '../mandate/presentation/facts.ts'
import type { Presentation } from '../mandate/presentation/presentation.ts'
import { previewPresentation, type ThoughtDebit } from '../mandate/presentation/preview.ts'
import { restoreMandate } from '../mandate/rows.ts'
import type { ResourceRef } from '../ports/decision-store.ts'
import type { EngineDeps } from './deps.ts'
import { providerFacts } from './provider-facts.ts'

/** Why a debit was not made, and when it can be; null when there is no such debit. */
export async function explain(
  deps: EngineDeps,
  account: Account,
  id: string,
): Promise<Explanation | null> {
  const [loaded] = await deps.store.decisions.load([refTo(account, 'presentation', id)])
  if (loaded === null || loaded === undefined) return null
  const presentation = loaded.row.data as Presentation
  const restored = restoreMandate(loaded.state as MandateState, loaded.row)
  const state = await withNotice(deps, account, restored, presentation.notification_id)
  return explainPresentation(state, presentation, knownTo(deps, account))
}

/** What would become of a debit if it were asked for now. */
export async function preview(
  deps: EngineDeps,
  account: Account,
  mandate_id: string,
  thought: ThoughtDebit,
): Promise<
  { ok: true; explanation: Explanation } | { readonly ok: false; readonly rejection: Rejection }
> {
  const [loaded] = await deps.store.decisions.load([refTo(account, 'mandate', mandate_id)])
  if (loaded === null || loaded === undefined)
    return reject({ code: 'not_found', detail: `There is no mandate ${mandate_id}.` })
  const { source } = thought
  const cited = 'notification_id' in source ? source.notification_id : null
  const state = await withNotice(deps, account, loaded.state as MandateState, cited)
  return previewPresentation(state, thought, knownTo(deps, account))
}

/** Puts a notice that is closed, and so lives in its row only, back where the rules look. */
async function withNotice(
  deps: EngineDeps,
  account: Account,
  state: MandateState,
  id: string | null,
): Promise<MandateState> {
  if (id === null || state.notifications[id] !== undefined) return state
  const [notice] = await deps.store.decisions.load([refTo(account, 'notification', id)])
  // A notice of another mandate is none of this one's.
  if (notice === null || notice === undefined || notice.stream !== state.mandate.id) return state
  return restoreMandate(state, notice.row)
}

function knownTo(deps: EngineDeps, account: Account): PresentFacts {
  return {
    now: merchantNow(account.clock, deps.clock.now()),
    provider: providerFacts(deps, account),
    account,
  }
}

function refTo(account: Account, kind: ResourceRef['kind'], id: string): ResourceRef {
  return { tenant: tenantOf(account), kind, id }
}

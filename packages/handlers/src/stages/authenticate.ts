import type { RouteMetadata } from '@upi-autopay/contract'
import type { Account } from '@upi-autopay/engine'
import type { Scope } from '@upi-autopay/rail'
import type { Refusal } from '../answer.ts'
import type { HandlerDeps } from '../deps.ts'
import { refuse } from '../render/problem.ts'

/** Who calls, or why the caller may not. */
export type Authenticated =
  | {
      readonly ok: true
      readonly account: Account
      readonly key_id: string
      readonly scopes: readonly Scope[]
    }
  | { readonly ok: false; readonly refusal: Refusal }

const BEARER = /^Bearer +(\S+)$/i

/** The stages 401 and 403: the key, its mode and its scope. Before the body is looked at. */
export async function authenticate(
  deps: HandlerDeps,
  request: {
    readonly authorization: string | undefined
    readonly metadata: RouteMetadata
    readonly request_id: string
  },
): Promise<Authenticated> {
  const context = { base_url: deps.base_url(), request_id: request.request_id }
  const secret = BEARER.exec(request.authorization ?? '')?.[1]
  if (secret === undefined) {
    return denied(
      refuse(
        context,
        'unauthenticated',
        'The Authorization header carries no Bearer key.',
        CHALLENGE,
      ),
    )
  }
  const found = await deps.engine.deps.store.accounts.findByKey(deps.digestKey(secret))
  if (found === null)
    return denied(refuse(context, 'unauthenticated', 'The key is not known here.', CHALLENGE))
  const scopes = found.scopes as readonly Scope[]
  const { scope, test_only } = request.metadata
  if (scope !== 'operator' && !scopes.includes(scope)) {
    return denied(
      refuse(
        context,
        'scope_insufficient',
        `This route needs the scope ${scope}; the key has ${scopes.join(', ') || 'none'}.`,
      ),
    )
  }
  if (test_only === true && found.account.mode !== 'test') {
    return denied(refuse(context, 'test_mode_only', 'The sandbox answers test keys only.'))
  }
  return { ok: true, account: found.account, key_id: found.key_id, scopes }
}

const CHALLENGE = { headers: { 'WWW-Authenticate': 'Bearer' } } as const

function denied(refusal: Refusal): Authenticated {
  return { ok: false, refusal }
}

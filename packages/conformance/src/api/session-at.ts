import { CONFORMANCE_MERCHANTS } from './merchants.ts'
import type { FetchLike, MerchantAccess, Session } from './target.ts'
import { sendOnWire } from './wire.ts'

/** Where a server is, and the token of whoever runs it. */
export interface OperatorAccess {
  readonly baseUrl: string
  readonly operatorToken: string
  readonly fetch?: FetchLike
}

/** Opens a session by making two merchants through the operator's routes. They stay: those routes delete nothing. */
export async function sessionAt(access: OperatorAccess): Promise<Session> {
  const { operatorToken: apiKey, ...rest } = access
  const operator: MerchantAccess = { ...rest, apiKey }
  return {
    merchant: await makeMerchant(operator, CONFORMANCE_MERCHANTS.merchant),
    other: await makeMerchant(operator, CONFORMANCE_MERCHANTS.other),
    merchantWith: (policy) => makeMerchant(operator, { ...CONFORMANCE_MERCHANTS.merchant, policy }),
    close: async () => undefined,
  }
}

async function makeMerchant(operator: MerchantAccess, terms: object): Promise<MerchantAccess> {
  const made = await post(operator, '/operator/merchants', terms)
  const key = await post(operator, `/operator/merchants/${String(made.id)}/keys`, {
    mode: 'test',
    scopes: ['read'],
  })
  return { ...operator, apiKey: String(made.test_key), readOnlyApiKey: String(key.secret) }
}

async function post(
  operator: MerchantAccess,
  path: string,
  body: object,
): Promise<Readonly<Record<string, unknown>>> {
  const answer = await sendOnWire(operator, { method: 'POST', path, text: JSON.stringify(body) })
  if (answer.status !== 201)
    throw new Error(`POST ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`)
  return answer.body as Readonly<Record<string, unknown>>
}

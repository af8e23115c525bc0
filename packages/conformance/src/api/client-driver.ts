import { Autopay, AutopayApiError } from '@upi-autopay/client'
import type { Answer, Driver, OperationRequest } from './driver.ts'
import { type Operation, operationOf } from './operations.ts'
import type { MerchantAccess } from './target.ts'
import { headerMap } from './wire.ts'

/** Goes through the generated client. Status and headers, which it keeps to itself, are read off the answer on its way. */
export function clientDriver(access: MerchantAccess): Driver {
  return {
    name: 'client',
    call: async (name, request) => {
      let seen: Response | undefined
      const send = access.fetch ?? ((url: string, init: RequestInit) => globalThis.fetch(url, init))
      const autopay = new Autopay({
        apiKey: access.apiKey,
        baseUrl: access.baseUrl,
        maxRetries: 0,
        fetch: async (url, init) => {
          seen = await send(url, init)
          return seen
        },
      })
      const body = await outcome(invoke(autopay, operationOf(name), request))
      if (seen === undefined) throw new Error(`the client sent nothing for ${name}`)
      return { status: seen.status, headers: headerMap(seen), body } satisfies Answer
    },
  }
}

type Method = (...args: unknown[]) => PromiseLike<unknown>

/** Arguments in the client's order: the id of the path, then body or query, then options. */
function invoke(
  autopay: Autopay,
  { resource, method, path, takes }: Operation,
  { params, query, body, headers }: OperationRequest,
): PromiseLike<unknown> {
  const methods = autopay[resource as keyof Autopay] as unknown as Readonly<Record<string, Method>>
  const call = methods[method]
  if (call === undefined) throw new Error(`the client has no ${resource}.${method}`)
  const target = path.includes(':id') ? [params?.id ?? ''] : []
  const content = takes === 'nothing' ? [] : [takes === 'query' ? query : body]
  return call(...target, ...content, { ...(headers !== undefined && { headers }) })
}

/** A refusal is an answer here: its problem. */
async function outcome(answer: PromiseLike<unknown>): Promise<unknown> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof AutopayApiError) return error.problem
    throw error
  }
}

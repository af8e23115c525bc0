import { contract, routesOf } from '@upi-autopay/contract'

type Contract = typeof contract

/** An operation by its resource and method, as the client names them: `mandates.create`. */
export type OperationName = {
  [R in keyof Contract & string]: `${R}.${keyof Contract[R] & string}`
}[keyof Contract & string]

type RouteOf<O> = O extends `${infer R}.${infer M}`
  ? R extends keyof Contract
    ? M extends keyof Contract[R]
      ? Contract[R][M]
      : never
    : never
  : never

type OutputOf<T> = T extends { readonly _zod: { readonly output: infer O } }
  ? O
  : T extends { readonly body: infer B }
    ? OutputOf<B>
    : never

/** What an operation answers when it succeeds. */
export type SuccessBody<O extends OperationName> =
  RouteOf<O> extends { readonly responses: infer M } ? OutputOf<M[keyof M & (200 | 201)]> : never

/** One row of the table that both drivers run on; made from the contract. */
export interface Operation {
  readonly name: OperationName
  readonly resource: string
  readonly method: string
  readonly http_method: string
  /** With `:id` where the id goes. */
  readonly path: string
  readonly takes: 'nothing' | 'body' | 'query'
  readonly scope: string
}

/** Every operation of the contract. */
export const OPERATIONS: readonly Operation[] = routesOf(contract).map(({ route, metadata }) => ({
  name: `${metadata.resource}.${metadata.method}` as OperationName,
  resource: metadata.resource,
  method: metadata.method,
  http_method: route.method,
  path: route.path,
  takes: takenBy(route, metadata),
  scope: metadata.scope,
}))

const BY_NAME = new Map(OPERATIONS.map((operation) => [operation.name, operation]))

/** The row of an operation; a name that the contract does not know is a bug of the case. */
export function operationOf(name: OperationName): Operation {
  const operation = BY_NAME.get(name)
  if (operation === undefined) throw new Error(`the contract has no operation ${name}`)
  return operation
}

/** What is read as a stream is sent by cases as a body in JSON; uploads they make themselves. */
function takenBy(
  route: ReturnType<typeof routesOf>[number]['route'],
  { streams }: ReturnType<typeof routesOf>[number]['metadata'],
): Operation['takes'] {
  if (streams !== undefined) return 'body'
  if (route.query !== undefined) return 'query'
  return 'body' in route && hasFields(route.body) ? 'body' : 'nothing'
}

/** Whether a body says anything: actions take an empty object or nothing. */
function hasFields(schema: unknown): boolean {
  const { shape, def } = schema as { shape?: object; def?: { innerType?: unknown } }
  if (shape !== undefined) return Object.keys(shape).length > 0
  return def?.innerType !== undefined && hasFields(def.innerType)
}

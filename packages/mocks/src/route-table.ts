import { contract, type NamedRoute, type RouteMetadata } from '@upi-autopay/contract'
import { type AnyAnswer, type Call, handlers } from '@upi-autopay/handlers'

/** A route of the contract with the function that answers it. */
export interface MountedRoute {
  readonly route: NamedRoute['route']
  readonly metadata: RouteMetadata
  readonly handle: (request: unknown, call: Call) => Promise<AnyAnswer>
}

/** Where a request leads; values of the path are decoded. */
export interface RouteMatch {
  readonly mounted: MountedRoute
  readonly params: Readonly<Record<string, string>>
}

interface Node {
  readonly named: Map<string, Node>
  param: { readonly name: string; readonly node: Node } | null
  readonly byMethod: Map<string, MountedRoute>
}

/** Compiled once for all instances: it holds no state. */
const ROOT: Node = compile()

/**
 * Finds the route of a method and a path; a written segment goes before a parameter. Null when there is none: a slash
 * at the end is one too many, and a path that cannot be decoded is the path of no route.
 */
export function findRoute(method: string, path: string): RouteMatch | null {
  const found = walk(ROOT, path.slice(1).split('/'), 0, method, {})
  const params = found === null ? null : decodeAll(found.params)
  return found === null || params === null ? null : { mounted: found.mounted, params }
}

function decodeAll(params: RouteMatch['params']): Record<string, string> | null {
  const decoded: Record<string, string> = {}
  for (const [name, value] of Object.entries(params)) {
    try {
      decoded[name] = value.includes('%') ? decodeURIComponent(value) : value
    } catch {
      return null
    }
  }
  return decoded
}

function walk(
  node: Node,
  segments: readonly string[],
  depth: number,
  method: string,
  params: Readonly<Record<string, string>>,
): RouteMatch | null {
  const segment = segments[depth]
  if (segment === undefined) {
    const mounted = node.byMethod.get(method)
    return mounted === undefined ? null : { mounted, params }
  }
  const named = node.named.get(segment)
  const found = named === undefined ? null : walk(named, segments, depth + 1, method, params)
  if (found !== null || node.param === null || segment === '') return found
  const { name, node: next } = node.param
  return walk(next, segments, depth + 1, method, { ...params, [name]: segment })
}

function compile(): Node {
  const root = createNode()
  for (const mounted of pair(contract as unknown as Tree, handlers as unknown as Tree)) {
    let node = root
    for (const segment of mounted.route.path.slice(1).split('/')) node = step(node, segment)
    node.byMethod.set(mounted.route.method, mounted)
  }
  return root
}

function step(node: Node, segment: string): Node {
  if (segment.startsWith(':')) {
    node.param ??= { name: segment.slice(1), node: createNode() }
    return node.param.node
  }
  const next = node.named.get(segment) ?? createNode()
  node.named.set(segment, next)
  return next
}

function createNode(): Node {
  return { named: new Map(), param: null, byMethod: new Map() }
}

type Tree = { readonly [key: string]: Tree }

/** The contract and the handler table have one shape, which their types promise. */
function pair(routes: Tree, table: Tree): MountedRoute[] {
  return Object.entries(routes).flatMap(([key, entry]) => {
    const handle: unknown = table[key]
    if (typeof handle !== 'function') return pair(entry, handle as Tree)
    const route = entry as unknown as NamedRoute['route']
    return [
      {
        route,
        metadata: route.metadata as RouteMetadata,
        handle: handle as MountedRoute['handle'],
      },
    ]
  })
}

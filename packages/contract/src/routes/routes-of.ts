import type { AppRoute } from '@ts-rest/core'
import type { RouteMetadata } from './route.ts'

/** A route with its place in the contract. */
export interface NamedRoute {
  /** `mandates_create`: also the operationId. */
  readonly name: string
  readonly route: AppRoute
  readonly metadata: RouteMetadata
}

interface Router {
  readonly [key: string]: AppRoute | Router
}

/** Every route of a contract, in its order, for hosts that mount them and for generators. */
export function routesOf(router: Router): NamedRoute[] {
  return Object.values(router).flatMap((entry) => {
    if (!isRoute(entry)) return routesOf(entry)
    const metadata = entry.metadata as RouteMetadata
    return [{ name: `${metadata.resource}_${metadata.method}`, route: entry, metadata }]
  })
}

function isRoute(entry: AppRoute | Router): entry is AppRoute {
  return typeof entry.path === 'string'
}

import { z } from 'zod'
import { listOf } from '../schemas/list.ts'
import { Provider } from '../schemas/provider.ts'
import { c, problems } from './route.ts'

/** The providers of a key. */
export const ProviderList = listOf('ProviderList', Provider)

/** `/v1/providers`: the ways to the rail. */
export const providers = c.router({
  list: {
    method: 'GET',
    path: '/v1/providers',
    summary: 'List the providers',
    description:
      'Those that this key reaches: what each supports, how it narrows the rules, whether it answers.',
    query: z.strictObject({}),
    responses: { 200: ProviderList, ...problems },
    metadata: { resource: 'providers', method: 'list', scope: 'read' },
  },
})

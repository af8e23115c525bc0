import { contract } from '@upi-autopay/contract'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { EXAMPLE_BODIES } from './example-bodies.ts'
import { openapiDocument } from './openapi-document.ts'

const DAY = '2035-01-01'

test.each(Object.entries(EXAMPLE_BODIES))(
  'the example of %s fits the contract',
  (operation, body) => {
    const [resource = '', route = ''] = operation.split('_')
    const resources: Readonly<Record<string, object>> = contract
    const routes = (resources[resource] ?? {}) as Readonly<Record<string, { body: z.ZodType }>>
    const dated = JSON.parse(JSON.stringify(body).replace(/IN_DAYS\(\d+\)/g, DAY))
    expect(routes[route]?.body.safeParse(dated).success).toBe(true)
  },
)

test('every operation that must have a body has an example, or takes what its schema suggests', () => {
  const { paths } = openapiDocument() as { paths: Record<string, Record<string, Operation>> }
  const without = Object.values(paths)
    .flatMap((methods) => Object.values(methods))
    .filter(({ requestBody }) => requestBody?.required === true)
    .map(({ operationId }) => operationId)
    .filter((id) => EXAMPLE_BODIES[id] === undefined)
  // A batch is read as a stream: its body is described, but not as one schema that a form could fill.
  expect(without).toEqual(['batches_create', 'sandbox_updateSettings'])
})

interface Operation {
  readonly operationId: string
  readonly requestBody?: { readonly required?: boolean }
}

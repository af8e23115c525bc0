import type { AppRoute } from '@ts-rest/core'
import type { z } from 'zod'

/** Where an answer departs from its contract: a bug of ours. */
export interface ResponseFault {
  /** JSON path of the value, empty for the whole. */
  readonly path: string
  readonly message: string
}

/** Compares an answer with its route: a status that is not named and a body off its schema are both faults. */
export function checkResponse(route: AppRoute, status: number, body: unknown): ResponseFault[] {
  if (!Object.hasOwn(route.responses, status))
    return [{ path: '', message: `${route.method} ${route.path} does not name status ${status}` }]
  const schema = schemaOf(route.responses[status])
  if (schema === null) return []
  const result = schema.safeParse(body)
  if (result.success) return []
  return result.error.issues.map((issue) => ({
    path: issue.path.join('.'),
    message: issue.message,
  }))
}

function schemaOf(response: unknown): z.ZodType | null {
  if (typeof response !== 'object' || response === null) return null
  if ('safeParse' in response) return response as z.ZodType
  return 'body' in response ? schemaOf(response.body) : null
}

import { PUBLIC_EVENT_TYPES } from '@upi-autopay/rail'
import type { OpenApiDocument } from './openapi.ts'

/** The JSON Schemas of what is posted to webhook endpoints, one entry per event type, for those who do not read OpenAPI. */
export function emitWebhooks(document: OpenApiDocument): unknown {
  const schemas = document.components?.schemas ?? {}
  const mapping = (schemas.Event as { discriminator: { mapping: Record<string, string> } })
    .discriminator.mapping
  const reached = reach(schemas, Object.values(mapping).map(nameOf))
  return moveRefs({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Webhook events of UPI Autopay',
    events: Object.fromEntries(PUBLIC_EVENT_TYPES.map((type) => [type, { $ref: mapping[type] }])),
    $defs: Object.fromEntries(reached.map((name) => [name, schemas[name]])),
  })
}

/** Names of all schemas that these lead to, sorted. */
function reach(schemas: Readonly<Record<string, unknown>>, start: readonly string[]): string[] {
  const found = new Set<string>()
  const visit = (name: string): void => {
    if (found.has(name)) return
    found.add(name)
    for (const [, next] of JSON.stringify(schemas[name]).matchAll(
      /"#\/components\/schemas\/(\w+)"/g,
    ))
      visit(String(next))
  }
  start.forEach(visit)
  return [...found].sort()
}

function nameOf(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1)
}

function moveRefs(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll('"#/components/schemas/', '"#/$defs/'))
}

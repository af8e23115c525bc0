import { Converter } from '@apiture/openapi-down-convert'
import type { OpenApiDocument } from './openapi.ts'

interface Node {
  [key: string]: unknown
}

/**
 * The same document as OpenAPI 3.0.3, for generators that read 3.1 badly. The down-converter leaves
 * `anyOf: [X, null]` as it was; here it becomes `nullable`.
 */
export function emitOpenApi30(document: OpenApiDocument): unknown {
  const { webhooks: _, ...rest } = structuredClone(document)
  return clean(new Converter(rest).convert())
}

function clean(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(clean)
  if (typeof node !== 'object' || node === null) return node
  const { propertyNames: _, ...kept } = node as Node
  const cleaned: Node = {}
  for (const [key, value] of Object.entries(kept)) cleaned[key] = clean(value)
  return nullable(cleaned)
}

function nullable(node: Node): Node {
  if (!Array.isArray(node.anyOf)) return node
  const choices = node.anyOf as Node[]
  const others = choices.filter((choice) => !isNull(choice))
  const [only] = others
  if (others.length === choices.length || others.length !== 1 || only === undefined) return node
  const { anyOf: _, ...rest } = node
  return '$ref' in only
    ? { ...rest, allOf: [only], nullable: true }
    : { ...only, ...rest, nullable: true }
}

function isNull(choice: Node): boolean {
  const { type, nullable: mayBeNull, enum: values } = choice
  if (type === 'null') return true
  return mayBeNull === true && type === undefined && (values === undefined || String(values) === '')
}

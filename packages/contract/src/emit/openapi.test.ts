import { PUBLIC_EVENT_TYPES } from '@upi-autopay/rail'
import { describe, expect, test } from 'vitest'
import { contract } from '../contract.ts'
import { routesOf } from '../routes/routes-of.ts'
import { emitOpenApi } from './openapi.ts'
import { emitOpenApi30 } from './openapi-3-0.ts'
import { emitWebhooks } from './webhooks.ts'

interface Node {
  readonly [key: string]: unknown
}

/** Every object inside a document, with its place. */
function nodesOf(value: unknown, place = '#'): { place: string; node: Node }[] {
  if (typeof value !== 'object' || value === null) return []
  const children = Object.entries(value).flatMap(([key, child]) =>
    nodesOf(child, `${place}/${key}`),
  )
  return Array.isArray(value) ? children : [{ place, node: value as Node }, ...children]
}

const document = emitOpenApi()
const schemas = document.components?.schemas ?? {}

describe('the OpenAPI document', () => {
  test('has an operation for every route', () => {
    const operations = nodesOf(document.paths).flatMap(({ node }) => node.operationId ?? [])
    expect(operations.sort()).toEqual(
      routesOf(contract)
        .map(({ name }) => name)
        .sort(),
    )
  })

  test('tells of every public event', () => {
    expect(Object.keys(document.webhooks ?? {})).toEqual([...PUBLIC_EVENT_TYPES])
  })

  test('gives every object a name, so that generated clients have one for it', () => {
    const inline = nodesOf(schemas).filter(
      ({ place, node }) => node.properties !== undefined && place.split('/').length > 2,
    )
    expect(inline.map(({ place }) => place)).toEqual([])
  })

  test('has no type that is one of several primitives, which generators read badly', () => {
    const unions = nodesOf(document).filter(
      ({ node }) =>
        Array.isArray(node.anyOf) &&
        node.anyOf.filter((choice: Node) => choice.type !== 'null').length > 1,
    )
    expect(unions.map(({ place }) => place)).toEqual([])
  })

  test('is the same text each time', () => {
    expect(JSON.stringify(emitOpenApi())).toBe(JSON.stringify(document))
  })
})

describe('its older form for the generator', () => {
  const older = nodesOf(emitOpenApi30(document))

  test('says nullable where the newer one says or null', () => {
    const newer = older.filter(({ node }) => node.anyOf !== undefined || node.type === 'null')
    expect(newer.map(({ place }) => place)).toEqual([])
    expect(older.some(({ node }) => node.nullable === true)).toBe(true)
  })

  test('refers to nothing that it does not have', () => {
    const places = new Set(older.map(({ place }) => place))
    const refs = older.flatMap(({ node }) => (typeof node.$ref === 'string' ? [node.$ref] : []))
    expect(refs.filter((ref) => !places.has(ref))).toEqual([])
  })
})

test('the schemas of webhooks stand alone', () => {
  const webhooks = emitWebhooks(document) as { events: Node; $defs: Node }
  const refs = nodesOf(webhooks).flatMap(({ node }) =>
    typeof node.$ref === 'string' ? [node.$ref] : [],
  )
  expect(refs.filter((ref) => webhooks.$defs[ref.replace('#/$defs/', '')] === undefined)).toEqual(
    [],
  )
  expect(Object.keys(webhooks.events)).toEqual([...PUBLIC_EVENT_TYPES])
})

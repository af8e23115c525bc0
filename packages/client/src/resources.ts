import type { CallOptions } from './call-options.ts'
import { OPERATIONS } from './generated/operations.ts'
import type { Resources } from './generated/resources.ts'
import { createPageCall, type ListQuery, type Page } from './list.ts'
import type { Operation } from './operation.ts'
import type { Transport } from './transport.ts'
import type { Upload } from './upload.ts'

/** The generated table, made callable: one function per operation, over one transport. */
export function createResources(transport: Transport): Resources {
  const resources = Object.entries(OPERATIONS).map(([name, operations]) => [
    name,
    Object.fromEntries(operations.map((operation) => [operation[0], bind(transport, operation)])),
  ])
  return Object.fromEntries(resources) as Resources
}

/** Arguments come in one order everywhere: the id of the path, then file, body or query, then options. */
function bind(transport: Transport, [name, method, path, takes, gives]: Operation) {
  return (...args: unknown[]): unknown => {
    const rest = [...args]
    const target = path.replace('{id}', () => encodeURIComponent(idOf(rest.shift(), name)))
    const file = takes === 'upload' ? rest.shift() : undefined
    const content = takes === 'nothing' ? undefined : rest.shift()
    const options = (rest.shift() ?? {}) as CallOptions
    if (takes === 'body')
      return transport({ method, path: target, body: content ?? {}, gives, options })
    if (takes === 'upload') {
      const search = searchOf(content as ListQuery)
      return transport({ method, path: target + search, upload: file as Upload, gives, options })
    }
    const query = (content ?? {}) as ListQuery
    if (gives !== 'list')
      return transport({ method, path: target + searchOf(query), gives, options })
    return createPageCall(
      query,
      (page) =>
        transport({ method, path: target + searchOf(page), gives, options }) as Promise<
          Page<unknown>
        >,
    )
  }
}

/** An empty id would name the list instead. */
function idOf(id: unknown, name: string): string {
  if (typeof id !== 'string' || id === '') throw new TypeError(`${name} needs an id`)
  return id
}

function searchOf(query: ListQuery): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined)
  return given.length === 0
    ? ''
    : `?${new URLSearchParams(Object.fromEntries(given.map(([key, value]) => [key, String(value)])))}`
}

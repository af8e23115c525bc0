import { existsSync, readFileSync } from 'node:fs'

/** Beside the program where it is packed, in the folder of generated documents where it is not. */
const PLACES = ['../openapi.json', '../../../../specs/generated/openapi.json']

/** The OpenAPI document of the API, as this server serves it. Read once. */
export function openapiDocument(): object {
  document ??= JSON.parse(readFileSync(find(), 'utf8')) as object
  return document
}

let document: object | null = null

function find(): URL {
  const found = PLACES.map((place) => new URL(place, import.meta.url)).find((url) =>
    existsSync(url),
  )
  if (found === undefined) throw new Error('the OpenAPI document is not where it was packed')
  return found
}

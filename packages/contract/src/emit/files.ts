import { ERROR_CATALOGUE } from '../errors.ts'
import { emitCodes } from './codes.ts'
import { emitErrors } from './errors.ts'
import { emitLifecycles } from './lifecycles.ts'
import { emitOpenApi } from './openapi.ts'
import { emitOpenApi30 } from './openapi-3-0.ts'
import { emitRules } from './rules.ts'
import { emitSources, type SourceFile } from './sources.ts'
import { emitVectors } from './vectors.ts'
import { emitWebhooks } from './webhooks.ts'

/** Every generated file by its path from the root of the repository. The same input gives the same text. */
export function emitFiles(sources: readonly SourceFile[]): ReadonlyMap<string, string> {
  const document = emitOpenApi()
  const files: [string, string][] = [
    ['specs/generated/openapi.json', json(document)],
    ['specs/generated/openapi-3.0.json', json(emitOpenApi30(document))],
    ['specs/generated/webhooks.json', json(emitWebhooks(document))],
    ['specs/generated/errors.md', emitErrors(ERROR_CATALOGUE)],
    ['specs/generated/rules.md', emitRules()],
    ['specs/generated/lifecycles.md', emitLifecycles()],
    ['specs/generated/codes.md', emitCodes()],
    ['packages/rail/src/generated/sources.ts', emitSources(sources)],
  ]
  for (const [name, vectors] of Object.entries(emitVectors()))
    files.push([`specs/generated/vectors/${name}`, json(vectors)])
  return new Map(files)
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

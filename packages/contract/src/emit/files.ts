import { ERROR_CATALOGUE } from '../errors.ts'
import { emitCodes } from './codes.ts'
import { emitErrors } from './errors.ts'
import { emitLifecycles } from './lifecycles.ts'
import { emitOpenApi } from './openapi.ts'
import { emitOpenApi30 } from './openapi-3-0.ts'
import { emitRules } from './rules.ts'
import { emitSources, type SourceFile } from './sources.ts'
import { emitVectors, emitVectorsReadme } from './vectors.ts'
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
  const vectors = emitVectors()
  files.push(['specs/generated/vectors/README.md', emitVectorsReadme(vectors)])
  for (const [name, file] of Object.entries(vectors))
    files.push([`specs/generated/vectors/${name}`, json(file)])
  return new Map(files)
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

import { join } from 'node:path'
import { workspaceManifests } from './workspace.ts'

/** The source files that packages let others import, as paths from the root: the `source` of every export. */
export function publicEntries(root: string): string[] {
  return workspaceManifests(root).flatMap(({ folder, exports = {} }) =>
    Object.values(exports).flatMap(({ source }) =>
      source === undefined ? [] : [join(folder, source)],
    ),
  )
}

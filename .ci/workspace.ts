import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Manifest } from './manifest-doors.ts'

/** The root of the repository. */
export const ROOT = dirname(import.meta.dirname)

/** A manifest with what packing needs of it besides. */
export interface WorkspaceManifest extends Manifest {
  readonly version: string
  readonly private?: boolean
  readonly exports?: Readonly<Record<string, { readonly source?: string }>>
  readonly publishConfig?: { readonly exports?: Readonly<Record<string, unknown>> }
  readonly bin?: Readonly<Record<string, string>>
}

/** The manifests of all packages and apps, with their folders, sorted by folder. */
export function workspaceManifests(root: string = ROOT): WorkspaceManifest[] {
  return ['packages', 'apps']
    .flatMap((group) => readdirSync(join(root, group)).map((name) => `${group}/${name}`))
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .sort()
    .map((folder) => ({
      ...(JSON.parse(
        readFileSync(join(root, folder, 'package.json'), 'utf8'),
      ) as WorkspaceManifest),
      folder,
    }))
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './workspace.ts'

/** A text file of the repository. */
export interface SourceFile {
  /** From the root, with slashes. */
  readonly path: string
  readonly text: string
}

const NOT_OURS = new Set(['node_modules', 'dist', 'coverage', 'generated', '.turbo', '.autopay'])

/** The sources of all rooms and of the checks themselves, generated ones left out. */
export function sourceFiles(root: string = ROOT): SourceFile[] {
  return ['packages', 'apps', '.ci']
    .flatMap((folder) => walk(root, folder))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

function walk(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return []
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return walk(root, path)
    return entry.isFile() && /\.(ts|tsx|mjs|sql|html|css|md|mustache)$/.test(path) ? [path] : []
  })
}

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { emitSources } from './sources.ts'

// Writes every generated document; with --check it writes nothing and names each file that differs.

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url))
const GENERATED = 'specs/generated'

const SOURCES = 'packages/rail/src/generated/sources.ts'

const sources = readSources()
// The rules cite sources by key: the table of those comes first, so that a new one is known when the rules are read.
if (!process.argv.includes('--check')) write(SOURCES, emitSources(sources))
const { emitFiles } = await import('./files.ts')
const files = emitFiles(sources)
const stale = [...files].filter(([path, text]) => readText(path) !== text).map(([path]) => path)
const left = filesUnder(GENERATED).filter((path) => !files.has(path))

if (process.argv.includes('--check')) {
  for (const path of stale)
    console.error(`${path} differs from what the contract says; run pnpm specs`)
  for (const path of left) console.error(`${path} is made by nothing; run pnpm specs`)
  process.exitCode = stale.length + left.length === 0 ? 0 : 1
} else {
  for (const path of left) rmSync(join(ROOT, path))
  for (const path of stale) write(path, files.get(path) ?? '')
  console.log(
    stale.length + left.length === 0 ? 'Nothing changed.' : [...stale, ...left].join('\n'),
  )
}

function readSources(): { name: string; text: string }[] {
  return readdirSync(join(ROOT, 'specs/sources'))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(ROOT, 'specs/sources', name), 'utf8') }))
}

function readText(path: string): string | null {
  try {
    return readFileSync(join(ROOT, path), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

function filesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length).replaceAll('\\', '/'))
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(ROOT, path)), { recursive: true })
  writeFileSync(join(ROOT, path), text)
}

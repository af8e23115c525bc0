import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

// Writes src/generated from specs/generated/openapi-3.0.json with openapi-generator and the templates beside this
// file; with --check it writes nothing and names each file that differs. Needs Java; fetches the generator's jar
// with Maven where it is not there yet.

const HERE = fileURLToPath(new URL('.', import.meta.url))
const ROOT = join(HERE, '../..')
const FILES = ['models.ts', 'operations.ts', 'resources.ts']

const { version, storageDir } = generatorConfig()
const cache = storageDir.replace('~', homedir())
const output = mkdtempSync(join(tmpdir(), 'autopay-client-'))
try {
  fetchJar()
  generate()
  process.exitCode = process.argv.includes('--check') ? check() : write()
} finally {
  rmSync(output, { recursive: true, force: true })
}

/** Version and place of the generator's jar, as its wrapper reads them. */
function generatorConfig(): { version: string; storageDir: string } {
  const text = readFileSync(join(ROOT, 'openapitools.json'), 'utf8')
  return (JSON.parse(text) as { 'generator-cli': { version: string; storageDir: string } })[
    'generator-cli'
  ]
}

/** The wrapper looks for `<version>.jar`; Maven calls it by the artifact's name. */
function fetchJar(): void {
  const jar = join(cache, `${version}.jar`)
  if (existsSync(jar)) return
  mkdirSync(cache, { recursive: true })
  const artifact = `org.openapitools:openapi-generator-cli:${version}`
  run('mvn', [
    '-q',
    '-B',
    'dependency:copy',
    `-Dartifact=${artifact}`,
    `-DoutputDirectory=${cache}`,
  ])
  renameSync(join(cache, `openapi-generator-cli-${version}.jar`), jar)
}

function generate(): void {
  run(join(ROOT, 'node_modules/.bin/openapi-generator-cli'), [
    'generate',
    ...['-g', 'typescript-fetch'],
    ...['-i', join(ROOT, 'specs/generated/openapi-3.0.json')],
    ...['-o', output],
    ...['-t', join(HERE, 'templates')],
    ...['-c', join(HERE, 'generator.json')],
    ...[
      '--global-property',
      `apis,models,supportingFiles=${FILES.join(':')},apiDocs=false,modelDocs=false`,
    ],
  ])
}

function run(command: string, args: readonly string[]): void {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: ROOT,
    encoding: 'utf8',
  })
  if (error !== undefined) throw new Error(`${command} could not be started: ${error.message}`)
  if (status !== 0) throw new Error(`${command} failed:\n${stdout}${stderr}`)
}

/** Mustache leaves blank lines where sections end. */
function generated(file: string): string {
  const text = readFileSync(join(output, file), 'utf8')
  return `${text
    .replaceAll(/\n\n+(?=\s*[\]}])/g, '\n')
    .replaceAll(/(?<=[{[])\n\n+/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()}\n`
}

function committed(file: string): string {
  const path = join(HERE, 'src/generated', file)
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

function check(): number {
  const stale = FILES.filter((file) => generated(file) !== committed(file))
  for (const file of stale)
    console.error(
      `packages/client/src/generated/${file} differs from the documents; run node packages/client/generate.ts`,
    )
  return stale.length === 0 ? 0 : 1
}

function write(): number {
  mkdirSync(join(HERE, 'src/generated'), { recursive: true })
  for (const file of FILES) writeFileSync(join(HERE, 'src/generated', file), generated(file))
  return 0
}

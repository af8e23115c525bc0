import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CommandResult, runCommand } from './run-command.ts'
import { ROOT, type WorkspaceManifest, workspaceManifests } from './workspace.ts'

/** Versions of the other side's tools, from the one catalog. */
const CATALOG = readFileSync(join(ROOT, 'pnpm-workspace.yaml'), 'utf8')

const project = mkdtempSync(join(tmpdir(), 'autopay-pack-'))
const published = workspaceManifests().filter(({ private: isPrivate }) => isPrivate !== true)
try {
  await must('build', ['turbo', 'run', 'build', '--ui=stream', '--output-logs=errors-only'], ROOT)
  for (const { name, folder } of published) {
    await must(`pack ${name}`, ['pnpm', 'pack', '--pack-destination', project], join(ROOT, folder))
  }
  cpSync(join(ROOT, '.ci/pack-uses'), project, { recursive: true })
  writeFileSync(join(project, 'package.json'), JSON.stringify(manifest(), null, 2))
  await must('install', ['npm', 'install', '--no-audit', '--no-fund', '--loglevel=error'], project)
  for (const { name, specifier } of entries()) {
    await must(`import ${specifier} of ${name}`, ['node', '-e', importing(specifier)], project)
  }
  writeFileSync(join(project, 'consume.ts'), consuming())
  const strict = ['--strict', '--noEmit', '--skipLibCheck', '--module', 'nodenext']
  const web = ['--target', 'es2023', '--lib', 'es2023,dom,dom.iterable', '--types', 'node']
  await must('types of every entry', ['npx', 'tsc', ...strict, ...web, 'consume.ts'], project)
  await must('sign and verify', ['node', 'webhooks.mjs'], project)
  for (const version of [catalogVersion('msw'), catalogVersion('msw-2')]) {
    await must(
      `msw ${version}`,
      ['npm', 'install', '--no-audit', '--no-fund', `msw@${version}`],
      project,
    )
    await must(`mocks on msw ${version}`, ['npx', 'vitest', 'run', 'mocks.test.mjs'], project)
  }
  writeFileSync(join(project, 'readme-of-mocks.mjs'), longestExample('packages/mocks/README.md'))
  const shown = await must(
    'example of the README of mocks',
    ['node', 'readme-of-mocks.mjs'],
    project,
  )
  if (shown.output.trim() !== 'succeeded') throw new Error(`it printed ${shown.output}`)
  for (const [bin] of published.flatMap(({ bin = {} }) => Object.entries(bin))) {
    await must(`${bin} --help`, ['npx', '--no-install', bin, '--help'], project)
  }
  console.log(`\nThe packed packages work in an empty project.`)
} catch (error) {
  console.log(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
} finally {
  rmSync(project, { recursive: true, force: true })
}

async function must(name: string, words: readonly string[], cwd: string): Promise<CommandResult> {
  // npm belongs to the system's Node; what is installed runs on ours, which is new enough for it.
  const inProject = words[0] === 'npm' ? 'system' : 'node'
  const result = await runCommand(words, { cwd, tools: cwd === project ? inProject : 'repository' })
  console.log(
    `${result.ok ? 'ok    ' : 'FAILED'} ${result.seconds.toFixed(1).padStart(6)} s  ${name}`,
  )
  if (!result.ok) throw new Error(`\n${words.join(' ')}\n${result.output}`)
  return result
}

/** The other side: the tarballs, and tools that it brings itself. */
function manifest(): object {
  const tarballs = published.map((row) => [row.name, `file:./${tarball(row)}`])
  const tools = ['msw', 'vitest', 'vite', 'typescript', '@types/node']
  return {
    name: 'empty-project',
    private: true,
    type: 'module',
    dependencies: Object.fromEntries(tarballs),
    devDependencies: Object.fromEntries(tools.map((tool) => [tool, catalogVersion(tool)])),
  }
}

function tarball({ name, version }: WorkspaceManifest): string {
  return `${name.replace('@', '').replace('/', '-')}-${version}.tgz`
}

function catalogVersion(name: string): string {
  const line = new RegExp(`^  "?${name}"?: (?:npm:[\\w-]+@)?(.+)$`, 'm').exec(CATALOG)
  if (line?.[1] === undefined) throw new Error(`the catalog has no ${name}`)
  return line[1]
}

/** The longest of the examples in a README, which stands by itself: what readers copy must run. */
function longestExample(readme: string): string {
  const text = readFileSync(join(ROOT, readme), 'utf8')
  const examples = [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code]) => code ?? '')
  return examples.sort((one, two) => two.length - one.length)[0] ?? ''
}

function entries(): { name: string; specifier: string }[] {
  return published.flatMap(({ name, exports = {} }) =>
    Object.keys(exports).map((path) => ({ name, specifier: name + path.slice(1) })),
  )
}

function importing(specifier: string): string {
  return `import('${specifier}').then((entry) => {
    if (Object.keys(entry).length === 0) throw new Error('${specifier} exports nothing')
  })`
}

function consuming(): string {
  return entries()
    .map(
      ({ specifier }, index) =>
        `import * as entry${index} from '${specifier}'\nexport { entry${index} }\n`,
    )
    .join('')
}

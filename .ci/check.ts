import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DOORS, type Door, SCOPE } from './doors.ts'
import { runCommand } from './run-command.ts'
import { ROOT, workspaceManifests } from './workspace.ts'

/** One thing that is checked: all its commands must end well. */
interface Step {
  readonly name: string
  readonly commands: readonly (readonly string[])[]
  /** A program that this step needs and a bare machine lacks: without it the step is skipped, under CI it fails. */
  readonly needs?: string
}

const node = ['node', '--conditions=source']
const pure = Object.entries<Door>(DOORS).filter(([, door]) => door.pure)
const published = workspaceManifests().filter(({ private: isPrivate }) => isPrivate !== true)

const STEPS: readonly Step[] = [
  {
    name: 'types of every room',
    commands: [
      ['turbo', 'run', 'types', '--ui=stream', '--continue=always', '--output-logs=errors-only'],
      ['tsc', '-p', '.ci/tsconfig.json'],
    ],
  },
  {
    // Tests bring Node's types along, so what must compile without them is compiled once more alone.
    name: 'pure rooms compile without Node or DOM types',
    commands: pure.map(([room]) => [
      ...['tsc', '-p', `packages/${room}/tsconfig.build.json`],
      ...['--noEmit', '--customConditions', 'source', '--rootDir', '.'],
    ]),
  },
  { name: 'lint and format', commands: [['biome', 'check', '--error-on-warnings']] },
  { name: 'doors and cycles', commands: [['depcruise', 'packages', 'apps']] },
  {
    name: 'the house: manifests, export snapshots, tidiness',
    commands: [['vitest', 'run', '.ci', ...indexTests()]],
  },
  {
    name: 'unused files, exports and dependencies',
    commands: [['knip', '--no-progress', '--no-config-hints']],
  },
  {
    name: 'documents match the contract',
    commands: [[...node, 'packages/contract/src/emit/main.ts', '--check']],
  },
  {
    name: 'the OpenAPI document is valid',
    commands: [['redocly', 'lint', '--extends=minimal', 'specs/generated/openapi.json']],
  },
  {
    name: 'the generated client matches the documents',
    commands: [[...node, 'packages/client/generate.ts', '--check']],
    needs: 'java',
  },
  {
    name: 'packages are fit to publish',
    commands: [
      ['turbo', 'run', 'build', '--ui=stream', '--output-logs=errors-only'],
      ...published.map(({ folder }) => ['publint', folder, '--pack', 'pnpm']),
    ],
  },
]

const failures: string[] = []
for (const step of STEPS) await run(step)
for (const failure of failures) console.log(`\n${failure}`)
console.log(
  failures.length === 0
    ? '\nEvery check passed.'
    : `\n${failures.length} of ${STEPS.length} checks failed.`,
)
process.exitCode = failures.length === 0 ? 0 : 1

async function run({ name, commands, needs }: Step): Promise<void> {
  if (
    needs !== undefined &&
    process.env.CI !== 'true' &&
    !(await runCommand([needs, '-version'])).ok
  ) {
    console.log(`skipped          ${name}: needs ${needs}`)
    return
  }
  let seconds = 0
  const before = failures.length
  for (const command of commands) {
    const result = await runCommand(command)
    seconds += result.seconds
    if (!result.ok) failures.push(`── ${name}: ${command.join(' ')}\n${result.output.trimEnd()}`)
  }
  const verdict = failures.length === before ? 'ok    ' : 'FAILED'
  console.log(`${verdict} ${seconds.toFixed(1).padStart(6)} s  ${name}`)
}

/** The export snapshots, which stand beside the entries. */
function indexTests(): string[] {
  return published
    .filter(({ name }) => name.startsWith(SCOPE))
    .flatMap(({ folder, exports = {} }) =>
      Object.values(exports).map(({ source = '' }) =>
        join(folder, source).replace(/\.ts$/, '.test.ts'),
      ),
    )
    .filter((path) => existsSync(join(ROOT, path)))
}

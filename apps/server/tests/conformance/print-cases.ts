/** `pnpm cases`: plays every case on the mocks and prints, as Markdown, which case shows what. */
import {
  type ApiRunner,
  apiSuite,
  coverageOf,
  SHOWN_ELSEWHERE,
  type Transcript,
} from '@upi-autopay/conformance'
import { MOCKS_TARGET } from './mocks-target.ts'

const SECTIONS = {
  status: 'Statuses of every resource',
  transition: 'Transitions',
  rule: 'Rules, once held and once broken',
  error: 'Errors',
  event: 'Events',
  magic: 'Magic addresses',
  operation: 'Operations',
} as const

/** Requests that cases write by hand, and addresses of no special meaning. */
const BY_HAND = /^operation [A-Z]+ |^magic (?!\w+@sim$)/

const transcripts = await playAll()
const { met } = coverageOf(transcripts)
const sizes = new Map<string, number>()
for (const names of met.values())
  for (const name of names) sizes.set(name, (sizes.get(name) ?? 0) + 1)

console.log('# Which case shows what\n')
console.log(
  'Of the cases that show something, the one that names it or shows the least besides; then how many do.',
)
for (const [kind, title] of Object.entries(SECTIONS)) {
  console.log(`\n## ${title}\n\n| ${kind} | case | of |\n| --- | --- | --- |`)
  for (const row of [...rowsOf(kind)].sort()) console.log(row)
}

function* rowsOf(kind: string): Generator<string> {
  for (const [what, names] of met) {
    if (!what.startsWith(`${kind} `) || BY_HAND.test(what)) continue
    yield `| ${what.slice(kind.length + 1)} | ${plainest(what, names)} | ${names.length} |`
  }
  for (const { what, by } of SHOWN_ELSEWHERE)
    for (const one of what)
      if (one.startsWith(`${kind} `))
        yield `| ${one.slice(kind.length + 1)} | ${by.file}: ${by.test} | |`
}

/** The case that names what it shows, such as `A paused mandate takes …`; else the one that shows the least besides. */
function plainest(what: string, names: readonly string[]): string | undefined {
  const [kind, resource = '', status = ''] = what.split(' ')
  const named = `${status} ${resource}`.replaceAll('_', ' ')
  const naming = names.find((name) => kind === 'status' && name.includes(` ${named} `))
  const [least] = [...names].sort((one, two) => (sizes.get(one) ?? 0) - (sizes.get(two) ?? 0))
  return naming ?? least
}

/** Every case, one after the other. What cases expect is judged by the tests; here they are played to be read. */
async function playAll(): Promise<Transcript[]> {
  const played: Transcript[] = []
  const runs: (() => Promise<void>)[] = []
  const anything = (): void => undefined
  const expect: ApiRunner['expect'] = () => ({
    toBe: anything,
    toEqual: anything,
    toMatchObject: anything,
    toContain: anything,
    toMatch: anything,
  })
  apiSuite(
    {
      describe: (_name, define) => define(),
      test: (_name, run) => runs.push(run),
      expect,
    },
    { ...MOCKS_TARGET, onTranscript: (transcript) => played.push(transcript) },
  )
  for (const run of runs) await run()
  return played
}

import type { SourceFile } from './source-files.ts'

/** One thing that a reader of this house never meets. */
interface TidyRule {
  readonly name: string
  /** What to do instead, for whoever broke it. */
  readonly instead: string
  readonly appliesTo: (path: string) => boolean
  /** The offending piece of the file, or nothing. */
  readonly find: (file: SourceFile) => string | undefined
}

const isTest = (path: string): boolean =>
  /\.test(-d)?\.ts$|\/(tests|examples|fixtures)\//.test(path)
const isShipped = (path: string): boolean =>
  /^(packages|apps\/server)\//.test(path) && path.endsWith('.ts') && !isTest(path)
/** Cases and vectors are published, but they are tests by nature: they write limits down to hold others to them. */
const isCase = (path: string): boolean =>
  /^packages\/conformance\/src\/|^packages\/contract\/src\/emit\/vectors/.test(path)
const isTable = (path: string): boolean =>
  /^packages\/rail\/src\/((vocabulary|rejections)\.ts|(rules|codes|lifecycles)\/)|\/fixtures\//.test(
    path,
  )

const RULES: readonly TidyRule[] = [
  {
    name: 'time and chance are handed in',
    instead:
      'take a clock or an id source as a parameter; only system-clock.ts and system-ids.ts ask the system',
    appliesTo: (path) => isShipped(path) && !/\/system-(clock|ids|random)\.ts$/.test(path),
    find: ({ text }) =>
      match(code(text), /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\brandomUUID\b/),
  },
  {
    name: 'SQL does not ask for the time',
    instead: 'pass now as a parameter of the statement',
    appliesTo: (path) => path.startsWith('packages/postgres/src/') && !isTest(path),
    find: ({ text }) =>
      match(
        code(text),
        /(?<![.\w])now\(\)|\bcurrent_timestamp\b|\bclock_timestamp\b|\bcurrent_date\b/i,
      ),
  },
  {
    name: 'the numbers of the rail stand in packages/rail',
    instead:
      'ask the rule table: a limit written twice is wrong in one place after the next circular',
    appliesTo: (path) =>
      isShipped(path) &&
      !isCase(path) &&
      !path.startsWith('packages/rail/') &&
      !/\/(policy|demo\/.*)\.ts$/.test(path),
    // The limits without the payer's PIN, in paise or in rupees, however the digits are grouped.
    find: ({ text }) =>
      match(
        code(text),
        /\b(?:15_?00_?000|1_500_000|1_?00_?00_?000|10_000_000|rupees\((?:15_?000|1_?00_?000)\))(?![\d_])/,
      ),
  },
  {
    name: 'files are small',
    instead: 'split at 300 lines (a test at 600): one concept per file',
    appliesTo: (path) => path.endsWith('.ts') && !isTable(path),
    find: ({ path, text }) => {
      const lines = text.trimEnd().split('\n').length
      return lines > (isTest(path) || isCase(path) ? 600 : 300) ? `${lines} lines` : undefined
    },
  },
  {
    name: 'a name says what a file holds',
    instead: 'name it after its one concept, or move the piece to where it is used',
    appliesTo: () => true,
    find: ({ path }) => match(path, /(?:^|\/)(?:utils?|helpers?|shared|types|common|misc)(?=[./])/),
  },
  {
    name: 'an index lists its names',
    instead: 'write the exports out: a reader and a snapshot need them',
    appliesTo: (path) => path.endsWith('.ts'),
    find: ({ text }) => match(code(text), /^export \* (?!as)/m),
  },
  {
    name: 'nothing is left for later in a comment',
    instead: 'do it, or open an issue',
    appliesTo: (path) => !path.startsWith('.ci/tidy'),
    find: ({ text }) => match(text, /\b(?:TODO|FIXME|XXX|HACK)\b/),
  },
  {
    name: 'the compiler is not silenced',
    instead: 'say what the value is',
    appliesTo: (path) => path.endsWith('.ts') && !path.startsWith('.ci/tidy'),
    find: ({ text }) => match(text, /@ts-(?:ignore|nocheck)|eslint-disable|\bas any\b/),
  },
  {
    name: 'no path of one machine',
    instead: 'use os.tmpdir() or a path from the file itself',
    appliesTo: (path) => !path.startsWith('.ci/tidy'),
    find: ({ text }) => match(text, /(?<=['"`\s(])\/(?:work|tmp|home|root|Users)\/[\w.-]+/),
  },
]

/** Every breach of the house's tidiness, as sentences. */
export function tidyComplaints(files: readonly SourceFile[]): string[] {
  return RULES.flatMap((rule) =>
    files
      .filter((file) => rule.appliesTo(file.path))
      .flatMap((file) => {
        const found = rule.find(file)
        return found === undefined ? [] : [`${file.path}: ${rule.name} (${found}); ${rule.instead}`]
      }),
  )
}

function match(text: string, pattern: RegExp): string | undefined {
  return pattern.exec(text)?.[0]
}

/** The text without its comments, which may well speak of what the code must not do. */
function code(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
}

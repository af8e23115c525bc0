import { describe, expect, test } from 'vitest'
import { publicEntries } from './public-entries.ts'
import { publicNameComplaints } from './public-names.ts'
import { sourceFiles } from './source-files.ts'
import { tidyComplaints } from './tidy.ts'
import { ROOT } from './workspace.ts'

describe('this house', () => {
  const files = sourceFiles()

  test('is tidy', () => {
    expect(tidyComplaints(files)).toEqual([])
  })

  test('tests the names of every public entry and documents each', () => {
    expect(publicNameComplaints(publicEntries(ROOT), files)).toEqual([])
  })
})

describe('each breach is noticed', () => {
  test.each([
    ['time and chance', 'packages/engine/src/x.ts', 'const at = Date.now()'],
    ['time and chance', 'apps/server/src/x.ts', 'const at = new Date()'],
    ['time and chance', 'packages/mocks/src/x.ts', 'const chance = Math.random()'],
    ['SQL does not ask', 'packages/postgres/src/x.ts', 'const sql = `update t set at = now()`'],
    ['numbers of the rail', 'packages/engine/src/x.ts', 'if (amount > 1_500_000) ask()'],
    ['numbers of the rail', 'packages/handlers/src/x.ts', 'if (amount > 15_00_000) ask()'],
    ['numbers of the rail', 'apps/server/src/x.ts', 'const limit = rupees(1_00_000)'],
    ['files are small', 'packages/engine/src/x.ts', 'line\n'.repeat(301)],
    ['files are small', 'packages/engine/src/x.test.ts', 'line\n'.repeat(601)],
    ['a name says', 'packages/engine/src/utils.ts', ''],
    ['a name says', 'packages/engine/src/helpers/x.ts', ''],
    ['an index lists', 'packages/rail/src/index.ts', "export * from './x.ts'"],
    ['left for later', 'packages/rail/src/x.ts', `// ${'TO'}${'DO'}: later`],
    ['not silenced', 'packages/rail/src/x.ts', `// @ts-${'ignore'}`],
    ['path of one machine', 'packages/rail/src/x.ts', `const path = '/${'tmp'}/x'`],
  ])('%s: %s', (name, path, text) => {
    expect(tidyComplaints([{ path, text }])).toEqual([expect.stringContaining(name)])
  })

  test.each([
    ['the system clock may ask for the time', 'apps/server/src/system-clock.ts', 'Date.now()'],
    ['formatting a given instant is no question', 'packages/rail/src/x.ts', 'new Date(at)'],
    [
      'a comment may speak of it',
      'packages/engine/src/x.ts',
      '// never Date.now()\n/* nor new Date() */',
    ],
    ['a test may write a limit down', 'packages/engine/src/x.test.ts', 'const limit = 1_500_000'],
    [
      'a rule is where limits stand',
      'packages/rail/src/rules/afa.ts',
      'const limit = rupees(15_000)',
    ],
    ['a longer number is another number', 'packages/engine/src/x.ts', 'const ms = 15_000_000'],
  ])('%s', (_, path, text) => {
    expect(tidyComplaints([{ path, text }])).toEqual([])
  })

  test('an entry without an export test, a public name without a docstring', () => {
    const entry = 'packages/rail/src/index.ts'
    const index = { path: entry, text: "export { a, type B } from './a.ts'\n" }
    const bare = {
      path: 'packages/rail/src/a.ts',
      text: 'export const a = 1\n/** B. */\nexport interface B {}\n',
    }
    expect(publicNameComplaints([entry], [index, bare])).toEqual([
      expect.stringContaining('Object.keys'),
      'packages/rail/src/a.ts: the public name a has no docstring',
    ])
    const snapshot = {
      path: 'packages/rail/src/index.test.ts',
      text: "import * as entry from './index.ts'\nexpect(Object.keys(entry))",
    }
    const told = { ...bare, text: `/** A. */\n${bare.text}` }
    expect(publicNameComplaints([entry], [index, told, snapshot])).toEqual([])
  })
})

/**
 * `pnpm faults [--only NAME]`: plants small wrong changes, one at a time, in a copy of the sources, and shows which test
 * and which seed of the simulation catches each. Exits with 1 where one survives both.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { failingSeed, failingTest } from './catch-fault.ts'
import { FAULTS, type Fault } from './planted.ts'
import { copyWorkspace } from './workspace-copy.ts'

const { values } = parseArgs({ options: { only: { type: 'string' } } })
const wanted = FAULTS.filter(({ name }) => values.only === undefined || name.includes(values.only))
if (wanted.length === 0) throw new Error(`no fault is called ${values.only}`)

const copy = copyWorkspace()
process.once('exit', () => copy.remove())
requireSound()
console.log('| fault | test | simulation |\n|---|---|---|')
let survived = 0
for (const fault of wanted) {
  const { test, seed } = planted(fault, () => ({
    test: failingTest(copy.folder, [fault.test]),
    seed: failingSeed(copy.folder),
  }))
  if (test === null && seed === null) survived++
  console.log(`| ${fault.name} | ${test ?? 'held'} | ${seed ?? 'held'} |`)
}
console.log(`${wanted.length - survived} of ${wanted.length} planted faults were caught`)
process.exit(survived === 0 ? 0 : 1)

/** Without a fault everything must hold: else a catcher proves nothing. */
function requireSound(): void {
  const tests = [...new Set(wanted.map(({ test }) => test))]
  const failing = failingTest(copy.folder, tests) ?? failingSeed(copy.folder)
  if (failing !== null) throw new Error(`without any fault there fails: ${failing}`)
}

/** Changes one place of the copy, lets it be judged and puts it back. The text must be there, once. */
function planted<T>({ name, file, find, put }: Fault, judge: () => T): T {
  const path = join(copy.folder, file)
  const sound = readFileSync(path, 'utf8')
  if (sound.split(find).length !== 2)
    throw new Error(`${name}: the text to change stands in ${file} not once: ${find}`)
  writeFileSync(
    path,
    sound.replace(find, () => put),
  )
  try {
    return judge()
  } finally {
    writeFileSync(path, sound)
  }
}

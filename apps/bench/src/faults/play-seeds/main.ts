/** Plays seeds until one fails, and names it: run in a copy of the sources that has a fault. */
import { simulate, stepsOf } from '@upi-autopay/conformance'
import { createMemoryStore } from '@upi-autopay/engine'

const SHOWN = 110
const FOUND = 3
const [seeds = 0, steps = 0] = process.argv.slice(2).map(Number)
for (let seed = 1; seed <= seeds; seed++) {
  const failure = await simulate(createMemoryStore(), seed, stepsOf(seed, steps))
  if (failure === null) continue
  const [first = ''] = failure.findings
  console.log(`seed ${seed}: ${first.split('\n')[0]?.slice(0, SHOWN)}`)
  process.exit(FOUND)
}

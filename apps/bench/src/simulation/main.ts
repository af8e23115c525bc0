/** `pnpm sim [--steps N] [--seed S] [--seeds M]`: plays seeds until one fails, then says how to play it again, as short as it gets. */
import { parseArgs } from 'node:util'
import { reportSeed } from '@upi-autopay/conformance'
import { createMemoryStore } from '@upi-autopay/engine'

const { values } = parseArgs({
  options: {
    steps: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '1' },
  },
})
const steps = Number(values.steps)
const first = Number(values.seed)
const count = Number(values.seeds)
const began = performance.now()
for (let seed = first; seed < first + count; seed++) {
  const report = await reportSeed({ seed, steps, open: createMemoryStore })
  if (report === null) continue
  console.error(report)
  process.exit(1)
}
const seconds = ((performance.now() - began) / 1000).toFixed(1)
console.log(`${count} seeds of ${steps} steps from seed ${first}: all held, in ${seconds} s`)

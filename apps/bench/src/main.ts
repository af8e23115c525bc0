/** `pnpm bench [engine] [batch] [http] [mocks] [start]`: prints each measurement with its limit; exits with 1 where one is missed. */

import { benchBatch } from './batch/bench-batch.ts'
import { benchEngine } from './engine/bench-engine.ts'
import { type Figure, holds, printFigure } from './figure.ts'
import { benchHttp } from './http/bench-http.ts'
import { benchMocks } from './mocks/bench-mocks.ts'
import { benchStart } from './start/bench-start.ts'

const BENCHES: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  start: benchStart,
  mocks: benchMocks,
  http: benchHttp,
  batch: benchBatch,
  engine: benchEngine,
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in BENCHES))
if (unknown.length > 0) {
  console.error(`no bench ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}`)
  process.exit(2)
}

for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  for (const figure of await bench()) {
    printFigure(figure)
    if (!holds(figure)) process.exitCode = 1
  }
}

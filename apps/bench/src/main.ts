/** `pnpm bench [http]`: prints each ratio with its limit; exits with 1 where one is missed. */
import { benchHttp } from './http/bench-http.ts'
import { printRatio, type Ratio } from './ratio.ts'

const BENCHES: Readonly<Record<string, () => Promise<readonly Ratio[]>>> = { http: benchHttp }

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in BENCHES))
if (unknown.length > 0) {
  console.error(`no bench ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}`)
  process.exit(2)
}

let missed = 0
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  for (const ratio of await bench()) if (!printRatio(ratio)) missed++
}
process.exitCode = missed === 0 ? 0 : 1

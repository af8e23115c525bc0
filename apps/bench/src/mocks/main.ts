import { benchMocks } from './bench-mocks.ts'

const figures = await benchMocks()
for (const { what, figure, limit, holds, detail } of figures) {
  const shown = limit < 1 ? figure.toFixed(2) : String(figure)
  console.log(`${holds ? 'ok    ' : 'MISSED'} ${shown} (at least ${limit})  ${what}: ${detail}`)
}
if (figures.some(({ holds }) => !holds)) process.exitCode = 1

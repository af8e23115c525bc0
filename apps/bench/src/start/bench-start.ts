import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Figure } from '../figure.ts'
import { endProgram, firstLine, runProgram } from '../http/programs.ts'
import { median } from '../median.ts'

const ROUNDS = 3
/** Seconds from the launch of the program to its first answer, on PGlite. */
const MOST_SECONDS = { fresh: 3, existing: 1.5 } as const

/** How long `start` takes after the install: with a new data folder, and with one that is there. */
export async function benchStart(): Promise<Figure[]> {
  const fresh: number[] = []
  const existing: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const folder = mkdtempSync(join(tmpdir(), 'autopay-start-'))
    fresh.push(await secondsToAnswer(folder))
    existing.push(await secondsToAnswer(folder))
    rmSync(folder, { recursive: true, force: true })
  }
  return [
    figureOf('a new data folder', fresh, MOST_SECONDS.fresh),
    figureOf('an existing data folder', existing, MOST_SECONDS.existing),
  ]
}

async function secondsToAnswer(folder: string): Promise<number> {
  const began = performance.now()
  const program = runProgram(new URL('./server.ts', import.meta.url), [folder])
  try {
    const url = await firstLine(program)
    const response = await fetch(`${url}/healthz`)
    if (!response.ok) throw new Error(`healthz answered ${response.status}`)
    return (performance.now() - began) / 1000
  } finally {
    await endProgram(program)
  }
}

function figureOf(what: string, seconds: readonly number[], limit: number): Figure {
  const detail = `rounds of ${seconds.map((one) => one.toFixed(2)).join(', ')}`
  return {
    what: `seconds from launch to the first answer with ${what}`,
    figure: median(seconds),
    limit,
    at_most: true,
    detail,
  }
}

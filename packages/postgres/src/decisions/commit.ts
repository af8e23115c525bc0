import type { CommitAnswer, Unit } from '@upi-autopay/engine'
import type { Driver } from '../drivers/driver.ts'
import { commitStatement } from './commit-statement.ts'
import { explainConflict } from './explain-conflict.ts'
import { planRounds } from './plan-rounds.ts'

const UNIQUE_VIOLATION = '23505'
const STREAM_MOVED_OR_SERIALIZATION = '40001'
const DEADLOCK = '40P01'
const LOCK_TIMEOUT = '55P03'
const CLAIM_CHANGED = 'UA001'

/** A statement that failed so was undone; its units are written one by one. */
const UNDONE = [UNIQUE_VIOLATION, STREAM_MOVED_OR_SERIALIZATION, DEADLOCK, CLAIM_CHANGED]

/**
 * Writes units, each whole or not at all. Usually that is one statement; one that fails is halved until the units in
 * conflict stand alone, so that the others are written.
 */
export async function commit(driver: Driver, units: readonly Unit[]): Promise<CommitAnswer[]> {
  const answers = new Map<Unit, CommitAnswer>()
  for (const round of planRounds(units)) {
    const written = await writeAll(driver, round)
    round.forEach((unit, index) => {
      const answer = written[index]
      if (answer !== undefined) answers.set(unit, answer)
    })
  }
  return units.map((unit) => answers.get(unit) ?? { ok: false, conflict: 'version' })
}

async function writeAll(driver: Driver, units: readonly Unit[]): Promise<CommitAnswer[]> {
  const [first, ...rest] = units
  if (first === undefined) return []
  try {
    const { statement, values } = commitStatement([first, ...rest])
    await driver.query(statement, values)
    return units.map(() => ({ ok: true }))
  } catch (error) {
    const code = codeOf(error)
    // Waiting again for each half would take as long again: the caller may try later.
    if (code === LOCK_TIMEOUT) return units.map(() => ({ ok: false, conflict: 'busy' }))
    if (code === CLAIM_CHANGED && rest.length === 0) return [{ ok: false, conflict: 'busy' }]
    if (code === undefined || !UNDONE.includes(code)) throw error
  }
  if (rest.length === 0) return [await explainConflict(driver, first)]
  const middle = Math.ceil(units.length / 2)
  return [
    ...(await writeAll(driver, units.slice(0, middle))),
    ...(await writeAll(driver, units.slice(middle))),
  ]
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined
}

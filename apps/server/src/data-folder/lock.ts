import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { StartRefused } from '../start-refused.ts'
import { isAlive, processStart } from './process-start.ts'

const LOCK = 'lock'
const ROUNDS = 20
/** Longer than another starter needs between moving a lock aside and putting it back. */
const SETTLE_MS = 100

/** The sole right to a data folder. */
export interface Lock {
  release(): void
}

/**
 * Takes the folder for this process alone: two databases on one folder corrupt it silently. The lock of a process
 * that is gone is taken over, that of a living one never.
 * Throws {@link StartRefused} naming the process that has the folder; nothing was touched then.
 */
export async function takeLock(folder: string): Promise<Lock> {
  const path = join(folder, LOCK)
  const mine = JSON.stringify({ pid: process.pid, started: processStart(process.pid) })
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, mine, { mode: 0o600 })
  try {
    for (let round = 0; round < ROUNDS; round++) {
      if (tryLink(draft, path)) {
        if (round > 0) await confirm(path, mine, folder)
        return { release: () => releaseIfMine(path, mine) }
      }
      const held = readOrNull(path)
      if (held === null) continue
      const owner = parseOwner(held)
      if (owner !== null && isAlive(owner)) throw refusal(folder, owner.pid)
      removeDead(path, held)
    }
    throw new StartRefused(`The data folder ${folder} changes hands too often; try again.`)
  } finally {
    rmSync(draft, { force: true })
  }
}

/** A link either makes the whole file or fails: no one ever reads half a lock. */
function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Moves a dead lock aside; if a living one stood there by now, puts that back. */
function removeDead(path: string, dead: string): void {
  const aside = `${path}.${process.pid}.dead`
  try {
    renameSync(path, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  if (readOrNull(aside) !== dead) tryLink(aside, path)
  rmSync(aside, { force: true })
}

/** After a takeover another starter may have moved ours aside for a moment: what stands after that moment counts. */
async function confirm(path: string, mine: string, folder: string): Promise<void> {
  await pause(SETTLE_MS)
  const held = readOrNull(path)
  if (held === mine) return
  throw refusal(folder, (held === null ? null : parseOwner(held))?.pid ?? null)
}

function refusal(folder: string, pid: number | null): StartRefused {
  const who = pid === null ? 'another process' : `process ${pid}`
  return new StartRefused(
    `The data folder ${folder} is in use by ${who}. Stop that server, or give this one a folder of its own with AUTOPAY_DATA_DIR.`,
  )
}

function parseOwner(text: string): { pid: number; started: string | null } | null {
  try {
    const owner = JSON.parse(text) as { pid?: unknown; started?: unknown }
    if (typeof owner.pid !== 'number') return null
    return { pid: owner.pid, started: typeof owner.started === 'string' ? owner.started : null }
  } catch {
    // Not written by us as a whole: no one holds the folder by it.
    return null
  }
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

function releaseIfMine(path: string, mine: string): void {
  if (readOrNull(path) === mine) rmSync(path, { force: true })
}

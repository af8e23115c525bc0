import { readFileSync } from 'node:fs'

/** Fields of `/proc/<pid>/stat` after the command's name: the start time is the 22nd of all, the 20th of these. */
const START_FIELD = 19

/**
 * When a process began, in the system's own ticks, so that another process which got the same number is told apart.
 * Null where the system does not say, or where there is no such process.
 */
export function processStart(pid: number): string | null {
  let stat: string
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    return null
  }
  // The name may hold blanks and brackets itself: everything after the last bracket is plain.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[START_FIELD] ?? null
}

/** Whether the process that left these two marks is still there. */
export function isAlive(owner: { readonly pid: number; readonly started: string | null }): boolean {
  try {
    process.kill(owner.pid, 0)
  } catch (error) {
    // Somebody else's process may not be signalled, but it lives.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  const started = processStart(owner.pid)
  return started === null || owner.started === null || started === owner.started
}

import { readFileSync } from 'node:fs'

const SAMPLE_MS = 50

/** What a process holds in memory, in megabytes; read off the system. */
export function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1024
}

/** The most that a process holds while some work is done. */
export async function peakDuring<T>(
  pid: number,
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly peak: number }> {
  let peak = residentMegabytes(pid)
  const timer = setInterval(() => {
    peak = Math.max(peak, residentMegabytes(pid))
  }, SAMPLE_MS)
  try {
    const result = await work()
    return { result, peak: Math.max(peak, residentMegabytes(pid)) }
  } finally {
    clearInterval(timer)
  }
}

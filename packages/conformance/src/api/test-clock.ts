import type { SandboxClock } from '@upi-autopay/contract'
import type { Api } from './api.ts'

/** Where every case begins: Monday 7 January 2030, 08:00 Indian time, outside peak hours. */
export const CASE_START = '2030-01-07T02:30:00.000Z'

/** The merchant's test clock, in the words of cases. */
export interface TestClock {
  /** Moves on by an ISO 8601 duration. */
  advance(by: string): Promise<SandboxClock>
  /** Moves on to a moment of Indian time, `2030-01-08 13:00` with seconds and milliseconds where they matter. */
  to(indian: string): Promise<SandboxClock>
}

/** A clock moved through the API. */
export function createTestClock(api: Api): TestClock {
  return {
    advance: (by) => api.ok('sandbox.setClock', { body: { advance_by: by } }),
    to: (indian) => api.ok('sandbox.setClock', { body: { advance_to: ist(indian) } }),
  }
}

const OFFSET_MS = 330 * 60_000

/** A moment of Indian time as the wire has it: `2030-01-08 13:00` becomes `2030-01-08T07:30:00.000Z`. */
export function ist(indian: string): string {
  const [date, time = '00:00'] = indian.split(' ')
  const local = Date.parse(`${date}T${time.length === 5 ? `${time}:00` : time}Z`)
  if (Number.isNaN(local)) throw new Error(`not a moment: ${indian}`)
  return new Date(local - OFFSET_MS).toISOString()
}

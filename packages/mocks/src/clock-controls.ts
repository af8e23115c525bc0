import type { SandboxClock } from '@upi-autopay/contract'
import { formatRfc3339, toInstant } from '@upi-autopay/rail'
import type { ApiCaller } from './api-caller.ts'
import { instantOf, type Moment } from './moment.ts'

/** How far to move: parts are added up. */
export interface ClockStep {
  readonly days?: number
  readonly hours?: number
  readonly minutes?: number
  readonly seconds?: number
  readonly ms?: number
}

/** One merchant's test clock. Each move answers once everything due on the way is done and its webhooks are sent. */
export interface MockClock {
  /** RFC 3339, UTC, with milliseconds. */
  now(): Promise<string>
  /** Forward by parts, or by an ISO 8601 duration such as `P1D` or `PT10S`. */
  advance(by: ClockStep | string): Promise<SandboxClock>
  /** Forward to an instant. @throws SandboxRefusal for an earlier one (`clock_backwards`) */
  advanceTo(moment: Moment): Promise<SandboxClock>
  /** From now on it moves by call only. */
  freeze(): Promise<SandboxClock>
  /** From now on it goes with the system's time; what falls due is done when the API is next asked. */
  run(): Promise<SandboxClock>
}

const PATH = '/v1/sandbox/clock'
const PART_MS = {
  days: 86_400_000,
  hours: 3_600_000,
  minutes: 60_000,
  seconds: 1000,
  ms: 1,
} as const

/** The clock of whoever's key the caller has. */
export function createClockControls(call: ApiCaller): MockClock {
  const read = (): Promise<SandboxClock> => call('GET', PATH)
  const move = (body: object): Promise<SandboxClock> => call('POST', PATH, body)
  const advanceTo = (moment: Moment): Promise<SandboxClock> =>
    move({ advance_to: formatRfc3339(instantOf(moment)) })
  return {
    now: async () => (await read()).now,
    advance: async (by) => {
      if (typeof by === 'string') return move({ advance_by: by })
      const ms = lengthOf(by)
      // By a span where one can be written, so that of two moves at once neither is lost.
      if (ms >= 0 && ms % 1000 === 0) return move({ advance_by: `PT${ms / 1000}S` })
      return advanceTo(toInstant(Date.parse((await read()).now) + ms))
    },
    advanceTo,
    freeze: () => move({ mode: 'frozen' }),
    run: () => move({ mode: 'running' }),
  }
}

function lengthOf(step: ClockStep): number {
  const parts = Object.entries(PART_MS) as [keyof ClockStep, number][]
  return parts.reduce((sum, [name, ms]) => sum + (step[name] ?? 0) * ms, 0)
}

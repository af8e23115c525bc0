import { addDays, type Frequency, type IsoDate, isoDate, istDate } from '@upi-autopay/rail'
import { describe, expect, test } from 'vitest'
import {
  answer,
  createMandate,
  createStream,
  DAY,
  DONE,
  notify,
  type Stream,
} from '../decider-specification.ts'
import type { CreateMandate } from '../registration/commands.ts'
import type { CreateSchedule } from './commands.ts'
import type { AnnouncedCycle, Schedule, SkippedCycles } from './schedule.ts'
import { type UpcomingCycle, upcomingCycles } from './upcoming.ts'

const LIMIT = 5

function scheduled(
  mandate: Partial<CreateMandate> = {},
  terms: Partial<CreateSchedule> = {},
): Stream {
  return createStream()
    .given(createMandate({ frequency: 'weekly', end_date: isoDate('2039-12-31'), ...mandate }))
    .given(answer('mandate', 'mdt_1', DONE))
    .given({
      type: 'CreateSchedule',
      id: 'sch_1',
      mandate_id: 'mdt_1',
      reference_id: 'plan-001',
      description: null,
      amount: 100_00,
      amounts: null,
      starts_on: isoDate('2030-01-09'),
      until: null,
      count: null,
      retry: 'none',
      when: 'asap',
      metadata: {},
      ...terms,
    })
}

function upcoming(stream: Stream): UpcomingCycle[] {
  const { provider, account } = stream.facts()
  const schedule = stream.state().schedules.sch_1 as Schedule
  return upcomingCycles(stream.state(), schedule, {
    now: stream.at,
    provider,
    account,
    limit: LIMIT,
  })
}

/** Lets days pass: what is due fires, and the bank says yes to everything. */
function live(stream: Stream, days: number): Stream {
  const until = (stream.at + days * DAY) as Stream['at']
  const answered = new Set<string>()
  for (;;) {
    for (const [id, { kind, resource_kind, resource_id, attempt }] of stream.effects) {
      if (
        answered.has(id) ||
        (resource_kind !== 'notification' && resource_kind !== 'presentation')
      )
        continue
      answered.add(id)
      if (kind !== 'inquire') stream.when(answer(resource_kind, resource_id, DONE, attempt))
    }
    const due = [...stream.timers.values()]
      .flatMap((timer) => (timer === null || timer.at > until ? [] : [timer]))
      .sort((one, two) => one.at - two.at)
    if (due[0] === undefined) break
    const now = stream.at
    stream.fire(due[0].key)
    if (stream.at < now) stream.at = now
  }
  stream.at = until
  return stream
}

/** A cycle in a line, as it was said before and as the log has it after. */
type Said = readonly [number: number, what: string, day?: IsoDate, at?: number, amount?: number]

function predicted(cycles: readonly UpcomingCycle[]): Said[] {
  return cycles.flatMap((cycle): Said[] => {
    const { number, action, reason, waits_for, debit_date, notify_at, amount } = cycle
    if (action === 'announced') return []
    if (action === 'skip') return [[number, inHand(reason ?? '')]]
    // It waits up to the last moment; where nothing changes, in vain.
    if (waits_for !== null) return [[number, waits_for]]
    return [[number, 'announced', debit_date, notify_at ?? 0, amount]]
  })
}

/** An open debit by hand may have succeeded when the moment comes: the cycle is left out for the one or the other. */
function inHand(reason: string): string {
  return reason.startsWith('already_') ? 'in_hand' : reason
}

function happened(stream: Stream, after: number): Said[] {
  return stream
    .logged()
    .slice(after)
    .flatMap(({ type, at, data }): Said[] => {
      if (type === 'schedule.cycle_announced') {
        const { number, debit_date, amount } = (data as { announced: AnnouncedCycle }).announced
        return [[number, 'announced', debit_date, at, amount]]
      }
      if (type !== 'schedule.cycle_skipped') return []
      const { number, cycles, reason } = (data as { skipped: SkippedCycles }).skipped
      return Array.from({ length: cycles }, (_, index) => [number + index, inHand(reason)] as const)
    })
}

/** What was said of the next cycles is what becomes of them. */
function expectTruth(stream: Stream, days: number, what = ''): number {
  const held = stream.state().schedules.sch_1?.status === 'paused'
  const said = held ? [] : predicted(upcoming(stream))
  const before = stream.logged().length
  live(stream, days)
  expect(happened(stream, before).slice(0, held ? undefined : said.length), what).toEqual(said)
  return said.length
}

describe('what upcoming says is what then happens', () => {
  const days: Readonly<Partial<Record<Frequency, { last: number | null; turn: number }>>> = {
    one_time: { last: null, turn: 30 },
    daily: { last: null, turn: 1 },
    weekly: { last: 7, turn: 7 },
    fortnightly: { last: 16, turn: 16 },
    monthly: { last: 31, turn: 31 },
    bimonthly: { last: 31, turn: 62 },
    quarterly: { last: 31, turn: 92 },
    half_yearly: { last: 31, turn: 184 },
    yearly: { last: 31, turn: 366 },
  }
  const cases = Object.entries(days).flatMap(([frequency, { last, turn }]) => {
    const rules =
      last === null
        ? []
        : (['on', 'before', 'after'] as const).flatMap((type) =>
            [...new Set([1, 2, Math.ceil(last / 2), last - 1, last])].map((day) => ({ type, day })),
          )
    return [null, ...rules].map((debit_rule) => ({
      frequency: frequency as Frequency,
      debit_rule,
      turn,
      rule: debit_rule === null ? 'any day' : `${debit_rule.type} ${debit_rule.day}`,
    }))
  })

  test.each(cases)('$frequency, $rule', ({ frequency, debit_rule, turn }) => {
    for (const starts_on of ['2030-01-07', '2030-01-09', '2030-01-31', '2032-02-29'].map(isoDate)) {
      const stream = scheduled({ frequency, debit_rule }, { starts_on, retry: 'auto' })
      const first = Math.max(0, (Date.parse(starts_on) - stream.at) / DAY)
      expect(expectTruth(stream, Math.ceil(first) + turn * (LIMIT + 1))).toBeGreaterThan(0)
      if (stream.state().schedules.sch_1?.status !== 'active') continue
      expectTruth(stream, turn * (LIMIT + 1))
    }
  })
})

/** Numbers below a limit, the same for the same seed. */
function chance(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return (state >> 8) % below
  }
}

const HAND = {
  description: null,
  when: 'asap',
  present_at: null,
  retry: 'none',
  metadata: {},
} as const

/** Something that gets in the way of a schedule; refused ones change nothing. */
function disturb(stream: Stream, dice: (below: number) => number, step: number): void {
  const amount = [50_00, 100_00, 200_00, 20_000_00][dice(4)] ?? 0
  const debit_date = istDate((stream.at + (1 + dice(2)) * DAY) as Stream['at'])
  switch (dice(7)) {
    case 0:
    case 1: {
      const action = dice(2) === 0 ? 'pause' : 'resume'
      stream.when({ type: 'ActAsPayer', mandate_id: 'mdt_1', action, vpa: null, answers: [] })
      return
    }
    case 2:
      stream.when({ type: 'PauseSchedule', schedule_id: 'sch_1' })
      return
    case 3:
      stream.when({ type: 'ResumeSchedule', schedule_id: 'sch_1' })
      return
    case 4:
      stream.when(notify({ id: `pdn_${step}`, debit_date, amount: 50_00 }))
      return
    case 5:
      stream.when({
        type: 'CreateDebit',
        mandate_id: 'mdt_1',
        notification: { ...notify({ id: `pdn_${step}`, debit_date, amount: 50_00 }) },
        presentation: { id: `prs_${step}`, reference_id: `by-hand-${step}`, ...HAND },
        batch_id: null,
        schedule_id: null,
      })
      return
    default: {
      const end_date = dice(2) === 0 ? null : addDays(istDate(stream.at), 1 + dice(200))
      const asked = { reference_id: null, amount, end_date, expires_in_ms: null, metadata: {} }
      stream.when({ type: 'ModifyMandate', id: `mdf_${step}`, mandate_id: 'mdt_1', ...asked })
      stream.when(answer('modification', `mdf_${step}`, DONE))
    }
  }
}

describe('and so it is when the payer pauses, the merchant debits by hand, or the terms change', () => {
  test.each(['daily', 'weekly', 'fortnightly', 'monthly'] as const)('%s', (frequency) => {
    const turn = { daily: 1, weekly: 7, fortnightly: 16, monthly: 31 }[frequency]
    for (let seed = 1; seed <= 300; seed++) {
      const dice = chance(seed)
      const stream = scheduled({ frequency, end_date: isoDate('2031-06-30') })
      for (let step = 1 + dice(6); step > 0; step--) {
        live(stream, (dice(turn * 4) + 1) / 2)
        disturb(stream, dice, step)
      }
      expectTruth(stream, turn * (LIMIT + 2), `${frequency}, seed ${seed}`)
    }
  })
})

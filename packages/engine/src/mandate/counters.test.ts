import { isoDate } from '@upi-autopay/rail'
import { describe, expect, test } from 'vitest'
import { activeMandate, debitAtBank, instantAtBank, modify } from './debited-specification.ts'
import {
  answer,
  DAY,
  DONE,
  declined,
  HOUR,
  MONDAY_8,
  notify,
  present,
  type Stream,
} from './decider-specification.ts'
import { evolveMandate } from './evolve.ts'

const TUESDAY_8 = MONDAY_8 + DAY
const paid = answer('presentation', 'prs_1', DONE, 1)
const on = (day: string, id: string) => notify({ id, debit_date: isoDate(day) })
const UNTOUCHED = { attempts: 0, last_attempt_at: null, succeeded: false }

/** Asks before the sending whether an attempt may go out, after the mandate was revoked. */
function revokedBeforeSending(stream: Stream, id: string): Stream {
  const effect = stream.effects.get(id)
  if (effect === undefined) throw new Error(`nothing is asked by ${id}`)
  return stream
    .given({ type: 'RevokeMandate', mandate_id: 'mdt_1' })
    .given({ type: 'ConfirmSending', effect })
}

describe('a notice begins its cycle', () => {
  test('which gets the next number, up to its last day', () => {
    const stream = activeMandate({ frequency: 'monthly' }).given(notify())
    const cycle = { until: '2030-01-31', sequence_number: 1 }
    expect(stream.state().cycles).toEqual({ '2030-01-01': { ...cycle, ...UNTOUCHED } })
    expect(stream.state().next_sequence_number).toBe(2)
    expect(stream.state().mandate).toMatchObject({
      next_sequence_number: 2,
      numbered_cycles: [{ key: '2030-01-01', ...cycle }],
    })
  })

  test('which is that notice alone, where a mandate has no cycles', () => {
    const stream = activeMandate({ frequency: 'as_presented' }).given(notify())
    const cycle = { until: '2030-01-08', sequence_number: 1 }
    expect(stream.state().cycles).toEqual({ pdn_1: { ...cycle, ...UNTOUCHED } })
    expect(stream.state().mandate.numbered_cycles).toEqual([{ key: 'pdn_1', ...cycle }])
  })

  test('and the mandate shows it until its last day is over', () => {
    const stream = activeMandate()
    const shown = () => stream.state().mandate.numbered_cycles.map(({ until }) => until)
    stream.given(on('2030-01-08', 'pdn_1')).wait(DAY).given(on('2030-01-09', 'pdn_2'))
    expect(shown()).toEqual(['2030-01-08', '2030-01-09'])
    stream.wait(DAY).given(on('2030-01-10', 'pdn_3'))
    expect(shown()).toEqual(['2030-01-09', '2030-01-10'])
    expect(stream.state().mandate.next_sequence_number).toBe(4)
  })
})

describe('an attempt that was not made', () => {
  test('is taken back, and the one before is the last again', () => {
    const stream = debitAtBank().given(answer('presentation', 'prs_1', declined('Z9'), 1))
    stream.given({
      type: 'RetryPresentation',
      presentation_id: 'prs_1',
      when: 'asap',
      present_at: null,
    })
    stream.fire('present:prs_1')
    const counted = { until: '2030-01-08', sequence_number: 1, succeeded: false }
    expect(stream.state().cycles['2030-01-08']).toEqual({
      ...counted,
      attempts: 2,
      last_attempt_at: TUESDAY_8 + HOUR,
    })
    revokedBeforeSending(stream, 'present:prs_1:2')
    expect(stream.state().cycles['2030-01-08']).toEqual({
      ...counted,
      attempts: 1,
      last_attempt_at: TUESDAY_8,
    })
  })

  test('leaves an instant debit its one attempt', () => {
    const stream = instantAtBank()
    expect(stream.state().instant_attempts).toBe(1)
    revokedBeforeSending(stream, 'present:prs_1:1')
    expect(stream.state().instant_attempts).toBe(0)
    expect(stream.state().cycles['2030-01-07']).toMatchObject(UNTOUCHED)
  })

  test('of a debit with a notice is none of the instant ones', () => {
    expect(debitAtBank().state().instant_attempts).toBe(0)
  })
})

describe('the newest cycle that takes no debit any more', () => {
  const spent = (stream: Stream) => stream.state().mandate.spent_until

  test('is that of a success', () => {
    expect(spent(debitAtBank())).toBe(null)
    expect(spent(debitAtBank().given(paid))).toBe('2030-01-08')
  })

  test('is that of a failure with the last attempt, and with no other', () => {
    const refused = answer('presentation', 'prs_1', declined('YE'), 1)
    expect(spent(debitAtBank({}, { attempts_max: 1 }).given(refused))).toBe('2030-01-08')
    expect(spent(debitAtBank().given(refused))).toBe(null)
    expect(spent(instantAtBank().given(refused))).toBe(null)
  })

  test('stays the newest when an older one turns out to be paid', () => {
    const stream = debitAtBank().given(answer('presentation', 'prs_1', declined('YE'), 1))
    stream
      .given(on('2030-01-09', 'pdn_2'))
      .given(answer('notification', 'pdn_2', DONE))
      .given(
        present({ id: 'prs_2', reference_id: 'debit-002', source: { notification_id: 'pdn_2' } }),
      )
    stream.fire('present:prs_2')
    expect(spent(stream.given(answer('presentation', 'prs_2', DONE, 1)))).toBe('2030-01-09')
    expect(spent(stream.given(paid))).toBe('2030-01-09')
  })

  test('moves on with the next success', () => {
    const stream = debitAtBank().given(paid)
    stream
      .given(on('2030-01-09', 'pdn_2'))
      .given(answer('notification', 'pdn_2', DONE))
      .given(
        present({ id: 'prs_2', reference_id: 'debit-002', source: { notification_id: 'pdn_2' } }),
      )
    stream.fire('present:prs_2')
    expect(spent(stream.given(answer('presentation', 'prs_2', DONE, 1)))).toBe('2030-01-09')
  })
})

test('a success told when its cycle is long forgotten begins no new cycle', () => {
  const stream = debitAtBank().given(answer('presentation', 'prs_1', declined('YE'), 1))
  const decision = stream.when(paid)
  const events = decision.ok ? decision.events : []
  const later = events.reduce((state, event) => evolveMandate(state, event, stream.at), {
    ...stream.state(),
    cycles: {},
    any_success: false,
  })
  expect(later.cycles).toEqual({})
  expect(later.any_success).toBe(true)
})

describe('another last day', () => {
  const stretched = (frequency: 'one_time' | 'monthly') => {
    const stream = activeMandate({ frequency }).given(notify())
    stream.given(modify({ amount: null, end_date: isoDate('2031-06-30') }))
    return stream.given(answer('modification', 'mod_1', DONE)).state()
  }

  test('is that of the one cycle of a one-time mandate, which keeps number and attempts', () => {
    const { cycles, mandate } = stretched('one_time')
    const [key = ''] = Object.keys(cycles)
    const cycle = { until: '2031-06-30', sequence_number: 1 }
    expect(cycles).toEqual({ [key]: { ...cycle, ...UNTOUCHED } })
    expect(mandate.numbered_cycles).toEqual([{ key, ...cycle }])
    expect(mandate.end_date).toBe('2031-06-30')
  })

  test('leaves the cycles of any other as they are', () => {
    const { cycles, mandate } = stretched('monthly')
    expect(cycles['2030-01-01']?.until).toBe('2030-01-31')
    expect(mandate.numbered_cycles).toMatchObject([{ until: '2030-01-31' }])
    expect(mandate.end_date).toBe('2031-06-30')
  })
})

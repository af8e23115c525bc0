import { isoDate } from '@upi-autopay/rail'
import { describe, expect, test } from 'vitest'
import {
  answer,
  createMandate,
  createStream,
  DAY,
  DONE,
  declined,
  MINUTE,
  MONDAY_8,
  notify,
  present,
  type Stream,
  told,
} from '../decider-specification.ts'
import type { ModifyMandate } from './commands.ts'

function modify(terms: Partial<ModifyMandate> = {}): ModifyMandate {
  return {
    type: 'ModifyMandate',
    id: 'mod_1',
    mandate_id: 'mdt_1',
    reference_id: null,
    amount: 30_000_00,
    end_date: null,
    expires_in_ms: null,
    metadata: {},
    ...terms,
  }
}

function active(terms: Parameters<typeof createMandate>[0] = {}): Stream {
  return createStream()
    .given(createMandate(terms))
    .given(answer('mandate', 'mdt_1', DONE))
}

const YES = answer('modification', 'mod_1', DONE)
const PAYER = { type: 'ActAsPayer', mandate_id: 'mdt_1', vpa: null } as const

describe('a mandate that is asked to change', () => {
  test('tells the provider, waits a day, and keeps its terms meanwhile', () => {
    const stream = active()
    expect(told(stream.when(modify()))).toEqual(['modification.requested'])
    expect(stream.effects.get('modify:mod_1')?.request).toMatchObject({
      amount: 30_000_00,
      end_date: '2030-12-31',
    })
    expect(stream.timers.get('modification_expiry:mod_1')?.at).toBe(MONDAY_8 + DAY)
    expect(stream.state().mandate).toMatchObject({
      amount: 20_000_00,
      revision: 3,
      modification: { status: 'pending', previous: { amount: 20_000_00, end_date: '2030-12-31' } },
    })
  })

  test('takes no second change while one waits', () => {
    expect(
      told(
        active()
          .given(modify())
          .when(modify({ id: 'mod_2' })),
      ),
    ).toEqual(['modification_open'])
  })

  test('takes another once the first is over', () => {
    const stream = active()
      .given(modify())
      .given(answer('modification', 'mod_1', declined('ZA')))
    expect(told(stream.when(modify({ id: 'mod_2' })))).toEqual(['modification.requested'])
    expect(stream.state().mandate.modification?.id).toBe('mod_2')
  })

  test('is not changed while pending, paused or ended', () => {
    const pending = createStream().given(createMandate())
    const paused = active().given({ ...PAYER, action: 'pause', answers: [] })
    const ended = active().given({ type: 'RevokeMandate', mandate_id: 'mdt_1' })
    for (const stream of [pending, paused, ended])
      expect(told(stream.when(modify()))).toEqual(['state_conflict'])
  })
})

describe('a pending modification', () => {
  test('is applied by the bank’s yes, and moves the end of the validity', () => {
    const stream = active().given(modify({ end_date: isoDate('2030-02-28') }))
    expect(told(stream.when(YES))).toEqual(['modification.applied', 'mandate.modified'])
    expect(stream.state().mandate).toMatchObject({
      amount: 30_000_00,
      end_date: '2030-02-28',
      modification: { status: 'applied', decided_at: MONDAY_8 },
    })
    expect(stream.timers.get('validity_end:mdt_1')?.at).toBe(Date.parse('2030-02-28T18:30:00.000Z'))
    expect(stream.timers.get('modification_expiry:mod_1')).toBeNull()
    expect(stream.effects.has('modify:mod_1')).toBe(false)
  })

  test('hears nothing after its end: neither a yes nor a no', () => {
    const stream = active().given(modify({ expires_in_ms: 10 * MINUTE }))
    expect(told(stream.fire('modification_expiry:mod_1'))).toEqual(['modification.expired'])
    expect(told(stream.when(YES))).toEqual([])
    expect(told(stream.when(answer('modification', 'mod_1', declined('ZA'))))).toEqual([])
    expect(stream.state().mandate.amount).toBe(20_000_00)
  })

  test('whose outcome nobody knows stays pending until its expiry', () => {
    const stream = active().given(modify())
    expect(told(stream.when(answer('modification', 'mod_1', { result: 'unknown' })))).toEqual([])
    expect(told(stream.fire('modification_expiry:mod_1'))).toEqual(['modification.expired'])
  })

  test('keeps the last word of the payer until the bank has answered', () => {
    const stream = active()
      .given(modify())
      .given({ ...PAYER, action: 'approve', answers: [{ after_ms: 10_000, outcome: DONE }] })
      .wait(5_000)
      .given({
        ...PAYER,
        action: 'decline',
        answers: [{ after_ms: 10_000, outcome: declined('ZA') }],
      })
    expect(told(stream.fire('bank_answer:mod_1'))).toEqual(['modification.declined'])
    expect(stream.at).toBe(MONDAY_8 + 15_000)
  })

  test.each([
    [
      'a revocation',
      (stream: Stream) => stream.when({ type: 'RevokeMandate', mandate_id: 'mdt_1' }),
    ],
    ['the rail', (stream: Stream) => stream.when({ type: 'RevokeByRail', mandate_id: 'mdt_1' })],
    ['the last day', (stream: Stream) => stream.fire('validity_end:mdt_1')],
  ])('is cancelled by %s', (_what, end) => {
    expect(told(end(active().given(modify())))).toContain('modification.cancelled')
  })
})

describe('new terms', () => {
  /** Two announced debits: 100 rupees tomorrow, planned, and 200 the day after. */
  function announced(): Stream {
    return active()
      .given(notify())
      .given(answer('notification', 'pdn_1', DONE))
      .given(present())
      .given(notify({ id: 'pdn_2', amount: 200_00, debit_date: isoDate('2030-01-09') }))
  }

  test('cancel what they no longer allow, and leave the rest', () => {
    const stream = announced().given(modify({ amount: 199_99 }))
    expect(told(stream.when(YES))).toEqual([
      'modification.applied',
      'mandate.modified',
      'notification.cancelled',
    ])
    expect(stream.state().notifications.pdn_2).toMatchObject({
      status: 'cancelled',
      cancelled_by: 'rail',
    })
  })

  test('cancel a planned debit with its notice', () => {
    const stream = announced().given(modify({ amount: 99_99 }))
    expect(told(stream.when(YES))).toEqual([
      'modification.applied',
      'mandate.modified',
      'presentation.cancelled',
      'notification.cancelled',
      'notification.cancelled',
    ])
  })

  test('cancel what was announced after the new last day', () => {
    const stream = announced().given(modify({ amount: null, end_date: isoDate('2030-01-08') }))
    expect(told(stream.when(YES))).toEqual([
      'modification.applied',
      'mandate.modified',
      'notification.cancelled',
    ])
    expect(stream.state().presentations.prs_1?.status).toBe('scheduled')
  })

  test('leave a debit that is with the bank to its outcome', () => {
    const stream = announced()
    stream.fire('present:prs_1')
    stream.given(modify({ amount: 99_99 }))
    expect(told(stream.when(YES))).not.toContain('presentation.cancelled')
    expect(told(stream.when(answer('presentation', 'prs_1', DONE, 1)))).toEqual([
      'presentation.succeeded',
    ])
  })

  test('keep back an attempt that was planned and not sent', () => {
    const stream = announced()
    stream.fire('present:prs_1')
    stream.given(modify({ amount: 99_99 })).given(YES)
    const effect = stream.effects.get('present:prs_1:1')
    if (effect === undefined) throw new Error('nothing was to be sent')
    expect(told(stream.when({ type: 'ConfirmSending', effect }))).toEqual([
      'presentation.withdrawn',
      'presentation.failed',
    ])
  })

  test('leave a debit of the registration day under a mandate that begins later', () => {
    const stream = active({ start_date: isoDate('2030-01-10') }).given(
      present({ source: { instant_amount: 100_00 } }),
    )
    stream.given(modify())
    expect(told(stream.when(YES))).toEqual(['modification.applied', 'mandate.modified'])
    expect(told(stream.fire('present:prs_1'))).toEqual(['presentation.processing'])
  })

  test('leave a one-time mandate its number and its attempts', () => {
    const stream = active({ frequency: 'one_time', end_date: isoDate('2030-01-08') })
      .given(notify())
      .given(answer('notification', 'pdn_1', DONE))
      .given(present())
    stream.fire('present:prs_1')
    stream
      .given(answer('presentation', 'prs_1', declined('Z9'), 1))
      .given(modify({ amount: null, end_date: isoDate('2030-03-31') }))
      .given(YES)
    expect(stream.state().cycles['2030-01-07']).toMatchObject({
      until: '2030-03-31',
      attempts: 1,
      sequence_number: 1,
    })
  })
})

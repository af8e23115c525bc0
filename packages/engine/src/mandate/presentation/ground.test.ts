import { isoDate } from '@upi-autopay/rail'
import { describe, expect, test } from 'vitest'
import {
  answer,
  createMandate,
  createStream,
  DAY,
  DONE,
  declined,
  notify,
  present,
  type Stream,
} from '../decider-specification.ts'
import {
  active,
  asPayer,
  debitOf,
  exempt,
  ist,
  noticed,
  processing,
  tell,
} from './debits-specification.ts'
import type { Presentation } from './presentation.ts'

const MONDAY_8 = ist('2030-01-07T08:00')
const TUESDAY_8 = ist('2030-01-08T08:00')
const INSTANT = present({ source: { instant_amount: 500_00 } })

/** A debit of which nothing has been tried. */
const PLANNED: Partial<Presentation> = {
  id: 'prs_1',
  revision: 1,
  status: 'scheduled',
  mandate_id: 'mdt_1',
  reference_id: 'debit-001',
  description: null,
  sequence_number: 1,
  when: 'asap',
  present_at: null,
  retry: 'none',
  deferred_because: null,
  payer_expires_at: null,
  outcome: null,
  attempts: [],
  attempts_left: 4,
  rrn: null,
  npci_txn_id: null,
  succeeded_at: null,
  failure: null,
  amount_refunded: 0,
  amount_refund_pending: 0,
  amount_disputed: 0,
  batch_id: null,
  schedule_id: null,
  quiet: false,
  resolution: null,
  amount_reversed: 0,
  reversed_at: null,
  metadata: {},
  created_at: MONDAY_8,
  updated_at: MONDAY_8,
}

describe('a debit as it is planned', () => {
  test('on its notice has the amount and the day of the notice', () => {
    expect(debitOf(noticed().given(present()))).toEqual({
      ...PLANNED,
      ...{ notification_id: 'pdn_1', instant: false, amount: 100_00 },
      ...{ cycle_key: '2030-01-08', cycle_until: '2030-01-08' },
      ...{ due_at: TUESDAY_8, deferred_because: 'notice_lead_time' },
    })
  })

  test('without notice, right after the approval, is made at once and tried once', () => {
    expect(debitOf(active().given(INSTANT))).toEqual({
      ...PLANNED,
      ...{ notification_id: null, instant: true, amount: 500_00, attempts_left: 1 },
      ...{ cycle_key: '2030-01-07', cycle_until: '2030-01-07', due_at: MONDAY_8 },
    })
  })

  test('of an exempt mandate is a cycle of its own', () => {
    expect(debitOf(exempt().given(present({ source: { amount: 200_00 } })))).toEqual({
      ...PLANNED,
      ...{ notification_id: null, instant: false, amount: 200_00 },
      ...{ cycle_key: 'prs_1', cycle_until: '2030-01-07', due_at: MONDAY_8 },
    })
  })

  test('of an exempt mandate for a later day belongs to that day, and has the next number', () => {
    const present_at = ist('2030-01-10T22:00')
    const stream = exempt()
      .given(present({ id: 'prs_0', reference_id: 'debit-000', source: { amount: 200_00 } }))
      .given(present({ source: { amount: 300_00 }, when: 'at', present_at }))
    expect(debitOf(stream)).toEqual({
      ...PLANNED,
      ...{ notification_id: null, instant: false, amount: 300_00, sequence_number: 2 },
      ...{ cycle_key: 'prs_1', cycle_until: '2030-01-10', when: 'at', present_at },
      ...{ due_at: present_at, deferred_because: 'requested_time' },
    })
  })

  test('after another of its cycle has failed has the attempts that are left', () => {
    const stream = processing()
      .given(tell(declined('YE')))
      .given(present({ id: 'prs_2', reference_id: 'debit-002' }))
    expect(stream.state().presentations.prs_2).toMatchObject({
      ...{ attempts_left: 3, sequence_number: 1 },
      ...{ due_at: ist('2030-01-08T09:00'), deferred_because: 'attempt_spacing' },
    })
  })
})

describe('the cycle of a debit', () => {
  const cycleOf = (stream: Stream) => {
    const { cycle_key, cycle_until } = debitOf(stream)
    return [cycle_key, cycle_until]
  }

  test.each([
    ['daily', '2030-01-08', '2030-01-08'],
    ['weekly', '2030-01-07', '2030-01-13'],
    ['monthly', '2030-01-01', '2030-01-31'],
    ['one_time', '2030-01-07', '2030-12-31'],
    ['as_presented', 'pdn_1', '2030-01-08'],
  ] as const)('on a %s notice is %s, until %s', (frequency, key, until) => {
    expect(cycleOf(noticed({ frequency }).given(present()))).toEqual([key, until])
  })

  test.each([
    ['daily', '2030-01-07', '2030-01-07'],
    ['monthly', '2030-01-01', '2030-01-31'],
    ['as_presented', 'instant', '2030-01-07'],
  ] as const)(
    'that is %s and begins with an instant debit is %s, until %s',
    (frequency, key, until) => {
      expect(cycleOf(active({ frequency }).given(INSTANT))).toEqual([key, until])
    },
  )

  test('is the first one where the mandate begins after its approval', () => {
    const stream = active({ start_date: isoDate('2030-01-10') }).given(INSTANT)
    expect(cycleOf(stream)).toEqual(['2030-01-10', '2030-01-10'])
  })

  test('is that of the approval where the payer took a day for it', () => {
    const stream = createStream()
      .given(createMandate())
      .wait(DAY)
      .given(answer('mandate', 'mdt_1', DONE))
    expect(cycleOf(stream.given(INSTANT))).toEqual(['2030-01-08', '2030-01-08'])
  })
})

describe('no debit is planned', () => {
  const cancelNotice = { type: 'CancelNotification', notification_id: 'pdn_1' } as const

  test.each([
    [
      'while the mandate is paused',
      () => noticed().given(asPayer('pause')),
      {
        code: 'state_conflict',
        detail: 'Mandate mdt_1 is paused: only an active mandate can be debited.',
        allowed_actions: ['revoke'],
      },
    ],
    [
      'on a notice that is on its way',
      () => active().given(notify()),
      {
        code: 'state_conflict',
        detail: 'Notification pdn_1 is pending: a debit needs one that was delivered.',
        allowed_actions: ['cancel'],
      },
    ],
    [
      'on a notice that was called off',
      () => noticed().given(cancelNotice),
      {
        code: 'state_conflict',
        detail: 'Notification pdn_1 is cancelled: a debit needs one that was delivered.',
        allowed_actions: [],
      },
    ],
    [
      'on a notice that does not exist, also while the mandate is paused',
      () => active().given(asPayer('pause')),
      { code: 'not_found', detail: 'Mandate mdt_1 has no notification pdn_1.' },
    ],
  ] as const)('%s', (_why, given, rejection) => {
    expect(given().when(present())).toEqual({ ok: false, rejection })
  })

  test('without a notice where the mandate needs one', () => {
    expect(active().when(present({ source: { amount: 100_00 } }))).toMatchObject({
      ok: false,
      rejection: { code: 'notice_required', violations: [{ rule: 'notice.required' }] },
    })
  })

  test('where the wait between two attempts is longer than the instant window', () => {
    const stream = active({}, { instant_attempts_max: 2 }).given(INSTANT)
    stream.fire('present:prs_1')
    stream.given(tell(declined('Z9')))
    const again = present({ ...INSTANT, id: 'prs_2', reference_id: 'debit-002' })
    expect(stream.when(again)).toEqual({
      ok: false,
      rejection: {
        code: 'debit_window_closed',
        detail: 'No moment that all rules allow is left.',
      },
    })
  })

  test('a second time in the instant window where the provider allows one attempt', () => {
    const stream = active().given(INSTANT)
    stream.fire('present:prs_1')
    stream.given(tell(declined('Z9')))
    const again = present({ ...INSTANT, id: 'prs_2', reference_id: 'debit-002' })
    expect(stream.when(again)).toMatchObject({ rejection: { code: 'attempts_exhausted' } })
  })
})

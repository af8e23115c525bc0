import { isoDate } from '@upi-autopay/rail'
import { describe, expect, test } from 'vitest'
import {
  ACCOUNT,
  DONE,
  declined,
  HOUR,
  MINUTE,
  notify,
  present,
  type Stream,
} from '../decider-specification.ts'
import { active, asPayer, exempt, ist, noticed, processing, tell } from './debits-specification.ts'
import { previewPresentation } from './preview.ts'
import {
  asked,
  broken,
  INSTANT,
  ON_NOTICE,
  ON_TUESDAY,
  previewed,
  says,
} from './preview-specification.ts'

const DEBIT_RULES = [
  'amount.minimum',
  'amount.mandate_rule',
  'mandate.debit_in_validity',
  'cycle.one_success',
  'presentation.attempt_limit',
]
const ATTEMPT_RULES = ['account.debits_stopped', 'notice.required', ...DEBIT_RULES]
const PIN_RULES = ['afa.first_debit', 'afa.amount_limit']

describe('a debit that is thought of', () => {
  test('on a notice is judged by the rules of an attempt', () => {
    expect(previewed(noticed(), ON_NOTICE)).toMatchObject({
      presentation: null,
      mandate_id: 'mdt_1',
      mandate_status: 'active',
      earliest: { at: ist('2030-01-08T08:00'), reason: 'notice_lead_time' },
      requires_pin: true,
      next_inquiry_at: null,
      blocked_by: null,
    })
    expect(asked(previewed(noticed(), ON_NOTICE))).toEqual([
      ...ATTEMPT_RULES,
      'presentation.window',
      'presentation.debit_date',
      'notice.lead_time',
      'presentation.off_peak',
      ...PIN_RULES,
    ])
  })

  test('before its notice is judged by the rules of the notice first, by each rule once', () => {
    expect(asked(previewed(active(), ON_TUESDAY))).toEqual([
      'amount.minimum',
      'amount.mandate_rule',
      'mandate.debit_in_validity',
      'recurrence.debit_day',
      'notice.lead_window',
      'notice.cut_off',
      'cycle.one_success',
      'presentation.attempt_limit',
      'account.debits_stopped',
      'notice.required',
      'presentation.window',
      'presentation.debit_date',
      'notice.lead_time',
      'presentation.off_peak',
      ...PIN_RULES,
    ])
  })

  test('as an instant one is judged by the instant window, and by no hours of the day', () => {
    expect(asked(previewed(active(), INSTANT))).toEqual([
      'account.debits_stopped',
      ...DEBIT_RULES,
      'instant.attempts',
      'instant.window',
      'afa.amount_limit',
    ])
  })

  test('of an exempt mandate is judged without a notice', () => {
    const explanation = previewed(exempt(), { amount: 100_00 })
    expect(asked(explanation)).toEqual([...ATTEMPT_RULES, 'presentation.off_peak', ...PIN_RULES])
    expect(explanation).toMatchObject({
      earliest: { at: ist('2030-01-07T08:00'), reason: null },
      blocked_by: null,
    })
  })

  test('without a notice is refused where the mandate is not exempt', () => {
    const explanation = previewed(active(), { amount: 100_00 })
    expect(broken(explanation)).toContain('notice.required')
    expect(explanation.earliest).toBeNull()
  })

  test('on a notice that does not exist is not found', () => {
    const stream = noticed()
    const thought = {
      source: { notification_id: 'pdn_2' },
      when: 'asap',
      present_at: null,
    } as const
    expect(previewPresentation(stream.state(), thought, stream.facts())).toEqual({
      ok: false,
      rejection: { code: 'not_found', detail: 'Mandate mdt_1 has no notification pdn_2.' },
    })
  })
})

describe('the payer is told at the soonest', () => {
  test('now, where the notice is yet to be given or on its way', () => {
    const onItsWay =
      'The notice is on its way to the payer; 24 hours after it arrives is 2030-01-08 08:01:00 IST at the soonest.'
    const before = active().wait(MINUTE)
    expect(says(previewed(before, ON_TUESDAY), 'notice.lead_time')).toBe(onItsWay)
    const pending = active().given(notify()).wait(MINUTE)
    expect(says(previewed(pending, ON_NOTICE), 'notice.lead_time')).toBe(onItsWay)
  })

  test('when the notice reached him, where it did', () => {
    expect(says(previewed(noticed().wait(MINUTE), ON_NOTICE), 'notice.lead_time')).toBe(
      'The notice reached the payer at 2030-01-07 08:00:00 IST; 24 hours have passed at 2030-01-08 08:00:00 IST.',
    )
  })
})

describe('no moment is named', () => {
  const refused = { ...ON_TUESDAY, amount: 20_000_01 }

  test.each([
    ['for more than the mandate allows', () => previewed(active(), refused)],
    [
      'while the payer has paused the mandate',
      () => previewed(noticed().given(asPayer('pause')), ON_NOTICE),
    ],
    [
      'while the merchant has stopped debits',
      () => {
        const stream = noticed()
        stream.account = { ...ACCOUNT, debits_stopped: true }
        return previewed(stream, ON_NOTICE)
      },
    ],
    ['for a cycle that is paid', () => previewed(processing().given(tell(DONE)), ON_NOTICE)],
    ['once the day of the notice is over', () => previewed(noticed().wait(40 * HOUR), ON_NOTICE)],
    [
      'for an instant debit after five minutes',
      () => previewed(active().wait(5 * MINUTE + 1), INSTANT),
    ],
  ])('%s', (_why, explanation) => {
    expect(explanation()).toMatchObject({ earliest: null, blocked_by: null })
  })

  test.each([
    [
      'the amount, while the notice is young and the PIN is asked for anyhow',
      active,
      refused,
      ['amount.mandate_rule', 'presentation.debit_date', 'notice.lead_time', ...PIN_RULES],
    ],
    [
      'the notice, which would come too late for its day',
      () => active().wait(16 * HOUR),
      ON_TUESDAY,
      ['notice.lead_window', 'presentation.window', 'notice.lead_time', 'afa.first_debit'],
    ],
  ])('because of %s', (_what, given, source, rules) => {
    const explanation = previewed(given(), source)
    expect(broken(explanation)).toEqual(rules)
    expect(explanation.earliest).toBeNull()
  })
})

describe('the PIN is asked for', () => {
  const paidBefore = (): Stream =>
    processing()
      .given(tell(DONE))
      .wait(HOUR)
      .given(notify({ id: 'pdn_2', debit_date: isoDate('2030-01-09') }))

  test.each([
    ['until a debit has succeeded', () => previewed(active(), ON_TUESDAY), true],
    ['not after that', () => previewed(paidBefore(), { notification_id: 'pdn_2' }), false],
    [
      'not for an instant debit of the limit',
      () => previewed(active(), { instant_amount: 15_000_00 }),
      false,
    ],
    [
      'for an instant debit above it',
      () => previewed(active(), { instant_amount: 15_000_01 }),
      true,
    ],
  ])('%s', (_when, explanation, pin) => {
    expect(explanation().requires_pin).toBe(pin)
  })
})

describe('what stands in the way', () => {
  const cancelNotice = { type: 'CancelNotification', notification_id: 'pdn_1' } as const
  const notice = (status: string) => ({ object: 'notification', id: 'pdn_1', status })
  const debit = (status: string) => ({ object: 'presentation', id: 'prs_1', status })
  const planned = () => noticed().given(present())
  const wednesday = { ...ON_TUESDAY, debit_date: isoDate('2030-01-09') }
  const instantPlanned = () => active().given(present({ source: INSTANT }))

  test.each([
    ['a notice on its way', () => active().given(notify()), ON_TUESDAY, notice('pending')],
    ['a notice that the payer has', noticed, ON_TUESDAY, notice('delivered')],
    ['a debit that is planned', planned, ON_TUESDAY, debit('scheduled')],
    ['a debit that is planned on that notice', planned, ON_NOTICE, debit('scheduled')],
    ['a debit at the bank', processing, ON_NOTICE, debit('processing')],
    [
      'a notice that was called off',
      () => noticed().given(cancelNotice),
      ON_NOTICE,
      notice('cancelled'),
    ],
    ['an instant debit of the same day', instantPlanned, INSTANT, debit('scheduled')],
    ['nothing, on another day', noticed, wednesday, null],
    ['nothing, on a notice on its way', () => active().given(notify()), ON_NOTICE, null],
    [
      'nothing, after a notice that was called off',
      () => noticed().given(cancelNotice),
      ON_TUESDAY,
      null,
    ],
    [
      'nothing, on a notice whose debit failed',
      () => processing().given(tell(declined('YE'))),
      ON_NOTICE,
      null,
    ],
    [
      'nothing, after a notice whose debit failed',
      () => processing().given(tell(declined('YE'))),
      ON_TUESDAY,
      null,
    ],
  ])('is %s', (_what, given: () => Stream, source, blocked_by) => {
    const explanation = previewed(given(), source)
    expect(explanation.blocked_by).toEqual(blocked_by)
    if (blocked_by !== null) expect(explanation.earliest).toBeNull()
  })

  test('is nothing between the debits of a mandate whose notices are cycles of their own', () => {
    const stream = active({ frequency: 'as_presented' }).given(notify())
    expect(previewed(stream, ON_TUESDAY).blocked_by).toBeNull()
  })
})

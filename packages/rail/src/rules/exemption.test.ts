import { describe, expect, test } from 'vitest'
import { isoDate } from '../calendar.ts'
import { checkRules } from './check-rules.ts'
import { earliestAttempt } from './earliest-attempt.ts'
import { explainRules } from './explain-rules.ts'
import type { AttemptFacts, RegistrationFacts } from './facts.ts'
import { ist, PLAIN_ATTEMPT, PLAIN_POLICY, PLAIN_TERMS } from './fixtures/plain.ts'
import { pinRequired } from './pin-required.ts'
import { PRESENTATION_RULES, REGISTRATION_RULES } from './tables.ts'

const FACTS: RegistrationFacts = {
  ...PLAIN_TERMS,
  frequency: 'as_presented',
  start_date: isoDate('2030-01-01'),
  flow: 'intent',
  mcc: '4784',
  approved_mccs: ['4784'],
  first_debit_amount: null,
  registration_expires_in_ms: null,
  notice_exemption: 'fastag',
  approved_exemptions: ['fastag'],
  policy: PLAIN_POLICY,
}

function found(change: Partial<RegistrationFacts>, now = ist('2026-11-22T10:00:00')) {
  return checkRules(REGISTRATION_RULES, { ...FACTS, ...change }, now)
}

describe('a mandate whose debits need no notice', () => {
  test.each<[string, Partial<RegistrationFacts>, [string, string][]]>([
    ['FASTag, approved', {}, []],
    ['no exemption asked for', { notice_exemption: null, approved_exemptions: [] }, []],
    ['no exemption asked for, on a calendar', { notice_exemption: null, frequency: 'monthly' }, []],
    ['NCMC, approved', { notice_exemption: 'ncmc', approved_exemptions: ['ncmc', 'fastag'] }, []],
    [
      'NCMC, approved for FASTag',
      { notice_exemption: 'ncmc' },
      [['notice_exemption_not_allowed', '/notice_exemption']],
    ],
    [
      'approved for none',
      { approved_exemptions: [] },
      [['notice_exemption_not_allowed', '/notice_exemption']],
    ],
    ['on a calendar', { frequency: 'monthly' }, [['notice_exemption_not_allowed', '/frequency']]],
  ])('%s', (_, change, expected) => {
    expect(found(change).map(({ code, pointer }) => [code, pointer])).toEqual(expected)
  })

  test('the first day of exemptions is 22 August 2024', () => {
    expect(found({}, ist('2024-08-21T23:59:59.999'))).toMatchObject([
      {
        rule: 'notice.exemption',
        pointer: '/notice_exemption',
        limit: { earliest: '2024-08-22' },
        message: 'The exemption fastag came on 2024-08-22.',
      },
    ])
    expect(found({}, ist('2024-08-22T00:00:00'))).toEqual([])
    const none = { notice_exemption: null } as const
    expect(found(none, ist('2024-08-21T23:59:59.999'))).toEqual([])
  })

  test('a refusal names what the account is approved for', () => {
    expect(found({ notice_exemption: 'ncmc' })[0]).toMatchObject({
      message: 'The account is not approved for the exemption ncmc; it is approved for fastag.',
      limit: { approved: 'fastag' },
    })
    expect(found({ approved_exemptions: [] })[0]?.message).toContain('approved for none')
    const both = found({ notice_exemption: 'ncmc', approved_exemptions: ['fastag', 'fastag'] })
    expect(both[0]?.limit).toEqual({ approved: 'fastag, fastag' })
    expect(found({ frequency: 'monthly' })[0]).toMatchObject({
      message: 'The exemption fastag goes with frequency as_presented, not with monthly.',
      limit: { frequency: 'as_presented' },
    })
  })
})

describe('its debits', () => {
  const exempt: AttemptFacts = { ...PLAIN_ATTEMPT, notice: null, notice_exempt: true }
  const codes = (facts: AttemptFacts, now: string) =>
    checkRules(PRESENTATION_RULES, facts, ist(now)).map(({ code }) => code)

  test('need no notice, which those of others do', () => {
    expect(codes(exempt, '2026-11-24T08:00:00')).toEqual([])
    expect(codes({ ...exempt, notice_exempt: false }, '2026-11-24T08:00:00')).toEqual([
      'notice_required',
    ])
    expect(
      codes({ ...exempt, notice_exempt: false, instant: true }, '2026-11-20T11:00:00'),
    ).toEqual([])
  })

  test('keep out of peak hours', () => {
    expect(earliestAttempt(exempt, ist('2026-11-24T10:00:00'))).toEqual({
      at: ist('2026-11-24T13:00:00'),
      reason: 'peak_hours',
    })
  })

  test('fall into the validity, on the day they are asked for', () => {
    const mandate = {
      ...exempt.mandate,
      start_date: isoDate('2026-11-24'),
      end_date: isoDate('2026-11-24'),
    }
    const on = (now: string, wish: string | null = null) =>
      codes(
        {
          ...exempt,
          mandate,
          not_before: wish === null ? null : { at: ist(wish), reason: 'requested_time' },
        },
        now,
      )
    expect(on('2026-11-23T23:59:59.999')).toEqual(['debit_outside_validity'])
    expect(on('2026-11-24T00:00:00')).toEqual([])
    expect(on('2026-11-24T23:59:59.999')).toEqual([])
    expect(on('2026-11-25T00:00:00')).toEqual(['debit_outside_validity'])
    expect(on('2026-11-23T12:00:00', '2026-11-24T08:00:00')).toEqual([])
    expect(on('2026-11-24T12:00:00', '2026-11-23T08:00:00')).toEqual([])
    expect(on('2026-11-24T12:00:00', '2026-11-25T08:00:00')).toEqual(['debit_outside_validity'])
    const last = { ...exempt, mandate, last_attempt_at: ist('2026-11-24T22:59:59.999') }
    expect(earliestAttempt(last, ist('2026-11-24T23:00:00'))?.at).toBe(
      ist('2026-11-24T23:59:59.999'),
    )
    expect(
      earliestAttempt(
        { ...last, last_attempt_at: ist('2026-11-24T23:00:00') },
        ist('2026-11-24T23:00:00'),
      ),
    ).toBeNull()
  })

  test('take the PIN above the limit, like others', () => {
    const at = ist('2026-11-24T08:00:00')
    expect(pinRequired({ ...exempt, amount: 1_500_000 }, at)).toBeNull()
    expect(pinRequired({ ...exempt, amount: 1_500_001 }, at)).toEqual({ rule: 'afa.amount_limit' })
    expect(pinRequired({ ...exempt, any_success: false }, at)).toEqual({ rule: 'afa.first_debit' })
  })

  test('are explained without a notice', () => {
    const rules = explainRules(exempt, ist('2026-11-24T08:00:00'))
    const ids = rules.map(({ rule }) => rule.id)
    expect(ids).toContain('notice.required')
    expect(ids).not.toContain('notice.lead_time')
    expect(ids).not.toContain('presentation.window')
    expect(rules.find(({ rule }) => rule.id === 'notice.required')?.message).toBe(
      'Debits of this mandate are exempt from the notice.',
    )
  })
})

describe('a merchant who has stopped debits', () => {
  const stopped = { ...PLAIN_ATTEMPT, debits_stopped: true }

  test('may still plan debits: they wait, and are refused for other reasons only', () => {
    const found = checkRules(
      PRESENTATION_RULES,
      { ...stopped, amount: 99 },
      ist('2026-11-24T08:00:00'),
    )
    expect(found.map(({ code }) => code)).toEqual(['amount_below_minimum'])
  })

  test('reads so in the explanation', () => {
    const [first] = explainRules(stopped, ist('2026-11-24T08:00:00'))
    expect(first).toMatchObject({
      holds: false,
      rule: { id: 'account.debits_stopped', assumption: true },
    })
  })
})

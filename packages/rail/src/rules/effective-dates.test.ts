import { describe, expect, test } from 'vitest'
import { type IsoDate, isoDate, toInstant } from '../calendar.ts'
import { checkRules } from './check-rules.ts'
import { earliestAttempt } from './earliest-attempt.ts'
import type { RegistrationFacts } from './facts.ts'
import { ist, PLAIN_ATTEMPT, PLAIN_POLICY, PLAIN_TERMS } from './fixtures/plain.ts'
import { LAUNCH_DATE } from './launch-date.ts'
import { pinRequired } from './pin-required.ts'
import { attemptLimit } from './presentation.ts'
import { RULES, rulesAt } from './rule-table.ts'
import { rulesDate } from './rules-date.ts'
import { REGISTRATION_RULES } from './tables.ts'

/** The rows of one rule on a day: what they demand, and who demands it. */
function rows(id: string, day: string): string[] {
  return rulesAt(isoDate(day))
    .filter((row) => row.id === id)
    .map((row) =>
      `${row.value.limit_paise ?? row.value.attempts ?? row.value.hours ?? ''} ${row.source}`.trim(),
    )
}

describe('the rows of each side of an edge', () => {
  test.each<[string, string, string, string[], string[]]>([
    [
      '5,000 without PIN',
      'afa.amount_limit',
      '2021-01-01',
      ['200000 rbi-2020'],
      ['500000 rbi-2020-12'],
    ],
    [
      '15,000 without PIN',
      'afa.amount_limit',
      '2022-06-16',
      ['500000 rbi-2020-12'],
      ['1500000 rbi-2022'],
    ],
    [
      '1 lakh without PIN for some categories',
      'afa.amount_limit',
      '2023-12-14',
      ['1500000 rbi-2022'],
      ['1500000 rbi-2022', '10000000 npci-oc-151a'],
    ],
    [
      'the framework, limits without PIN',
      'afa.amount_limit',
      '2026-04-21',
      ['1500000 rbi-2022', '10000000 npci-oc-151a'],
      ['1500000 rbi-2026', '10000000 rbi-2026'],
    ],
    ['the framework, the first debit', 'afa.first_debit', '2026-04-21', ['rbi-2020'], ['rbi-2026']],
    [
      'the framework, the lead time',
      'notice.lead_time',
      '2026-04-21',
      ['24 rbi-2020'],
      ['24 rbi-2026'],
    ],
    [
      'the framework, the lead window',
      'notice.lead_window',
      '2026-04-21',
      ['rbi-2020'],
      ['rbi-2026'],
    ],
    [
      'the framework, the notice at all',
      'notice.required',
      '2026-04-21',
      ['rbi-2020'],
      ['rbi-2026'],
    ],
    [
      'the framework, the day of the notice',
      'presentation.debit_date',
      '2026-04-21',
      ['rbi-2020'],
      ['rbi-2026'],
    ],
    ['exemptions from the notice', 'notice.exemption', '2024-08-22', ['rbi-2020'], ['rbi-2024']],
    ['the framework, the exemptions', 'notice.exemption', '2026-04-21', ['rbi-2024'], ['rbi-2026']],
    ['peak hours', 'presentation.off_peak', '2025-08-01', [], ['npci-oc-215a']],
    [
      'attempts counted by the rail',
      'presentation.attempt_limit',
      '2025-08-01',
      ['decentro-presentation'],
      ['4 npci-oc-215a'],
    ],
    ['status inquiries', 'inquiry.limit', '2025-08-01', [], ['npci-oc-215a']],
    [
      'registration by collect',
      'registration.collect_category',
      '2026-02-28',
      [],
      ['razorpay-collect'],
    ],
    ['payments by collect', 'payment.collect_category', '2026-02-28', [], ['razorpay-collect']],
    ['the purpose of the link', 'link.purpose', '2026-07-25', ['setu'], ['decentro-presentation']],
    [
      'loans that payers do not revoke',
      'mandate.payer_revocable',
      '2022-07-20',
      [],
      ['npci-oc-125a'],
    ],
    ['loans that payers do not pause', 'mandate.payer_pausable', '2023-12-07', [], ['npci-oc-182']],
    ['the launch', 'cycle.one_success', '2020-07-01', [], ['npci-codes']],
  ])('%s: %s before and from %s', (_, id, day, before, from) => {
    expect(rows(id, dayBefore(day))).toEqual(before)
    expect(rows(id, day)).toEqual(from)
    // The change is at Indian midnight, not at that of UTC.
    const midnight = ist(`${day}T00:00:00`)
    expect(rows(id, rulesDate({}, toInstant(midnight - 1)))).toEqual(before)
    expect(rows(id, rulesDate({}, midnight))).toEqual(from)
  })

  test('no rule has a gap: each row begins the day after the one it replaces ends', () => {
    for (const row of RULES.filter(({ effective_until }) => effective_until !== undefined)) {
      const next = RULES.filter(
        ({ id, effective_from }) =>
          id === row.id && dayBefore(effective_from) === row.effective_until,
      )
      expect([row.id, row.effective_until, next.length > 0]).toEqual([
        row.id,
        row.effective_until,
        true,
      ])
    }
  })
})

describe('a debit is judged by the rules of its own day', () => {
  test.each([
    ['2025-07-31T10:00:00', '2025-07-31T10:00:00'],
    ['2025-08-01T10:00:00', '2025-08-01T13:00:00'],
    ['2025-07-31T23:59:59.999', '2025-07-31T23:59:59.999'],
  ])('asked for at %s it is made at %s', (now, made) => {
    expect(earliestAttempt(notifiedOn(now.slice(0, 10)), ist(now))?.at).toBe(ist(made))
  })

  test.each([
    ['2025-07-31', 9, 9],
    ['2025-08-01', 9, 4],
    ['2025-08-01', 3, 3],
  ])('on %s a provider that allows %i attempts has %i', (day, attempts_max, limit) => {
    expect(attemptLimit({ attempts_max }, ist(`${day}T12:00:00`))).toBe(limit)
  })
})

describe('a policy may hold the rules to those of another day', () => {
  const asOf = (day: string) => ({ ...PLAIN_POLICY, attempts_max: 9, rules_as_of: isoDate(day) })
  const NOW = ist('2030-01-07T10:00:00')

  test('the day of the rules is the one named, or that of the moment', () => {
    expect(rulesDate({ rules_as_of: isoDate('2022-06-15') }, NOW)).toBe('2022-06-15')
    expect(rulesDate({}, NOW)).toBe('2030-01-07')
    expect(rulesDate({}, ist('2030-01-07T23:59:59.999'))).toBe('2030-01-07')
    expect(rulesDate({}, ist('2030-01-08T00:00:00'))).toBe('2030-01-08')
  })

  test.each([
    ['2025-07-31', '2030-01-07T10:00:00', 9],
    ['2025-08-01', '2030-01-07T13:00:00', 4],
  ])('peak hours and attempts as of %s', (day, made, attempts) => {
    const policy = asOf(day)
    const facts = { ...notifiedOn('2030-01-07'), policy }
    expect(earliestAttempt(facts, NOW)?.at).toBe(ist(made))
    expect(attemptLimit(policy, NOW)).toBe(attempts)
  })

  test.each([
    ['2020-12-31', 200_001, 'afa.amount_limit'],
    ['2021-01-01', 500_000, null],
    ['2022-06-15', 500_001, 'afa.amount_limit'],
    ['2022-06-16', 1_500_000, null],
    ['2023-12-13', 1_500_001, 'afa.amount_limit'],
    ['2023-12-14', 10_000_000, null],
    ['2026-04-20', 10_000_001, 'afa.amount_limit'],
    ['2026-04-21', 10_000_000, null],
  ])('the PIN for an insurance premium as of %s at %i paise: %s', (day, amount, rule) => {
    const facts = { ...notifiedOn('2030-01-07'), mcc: '6300', amount, policy: asOf(day) }
    expect(pinRequired(facts, NOW)?.rule ?? null).toBe(rule)
  })

  test.each([
    ['2026-02-27', []],
    ['2026-02-28', ['collect_not_allowed']],
  ])('registration by collect as of %s', (day, expected) => {
    const facts: RegistrationFacts = {
      ...PLAIN_TERMS,
      start_date: isoDate('2030-01-07'),
      flow: 'collect',
      mcc: '6010',
      approved_mccs: ['6010'],
      first_debit_amount: null,
      registration_expires_in_ms: null,
      notice_exemption: null,
      approved_exemptions: [],
      policy: asOf(day),
    }
    expect(checkRules(REGISTRATION_RULES, facts, NOW).map(({ code }) => code)).toEqual(expected)
  })

  test('before the launch nothing was in force', () => {
    expect(rulesAt(isoDate(dayBefore(LAUNCH_DATE)))).toEqual([])
    expect(LAUNCH_DATE).toBe('2020-07-01')
  })
})

function notifiedOn(day: string) {
  return {
    ...PLAIN_ATTEMPT,
    notice: {
      delivered_at: ist('2020-07-02T00:00:00'),
      debit_date: isoDate(day),
      debit_at: null,
    },
  }
}

function dayBefore(day: string): IsoDate {
  return isoDate(new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10))
}

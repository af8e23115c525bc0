import { expect, test } from 'vitest'
import { isoDate, toInstant } from './calendar.ts'
import { type MandateLinkTerms, mandateLink } from './mandate-link.ts'

const TERMS: MandateLinkTerms = {
  mandate_id: 'mdt_01',
  reference_id: 'member-7/daily',
  payee_vpa: 'society@upi',
  payee_name: 'A & B Society',
  mcc: '6010',
  description: 'Daily deposit',
  amount: 150_050,
  amount_rule: 'max',
  frequency: 'monthly',
  debit_rule: { type: 'before', day: 5 },
  start_date: isoDate('2026-11-22'),
  end_date: isoDate('2027-11-30'),
  first_debit_amount: 100,
  flow: 'intent',
  expires_at: toInstant(Date.parse('2026-11-23T04:30:00Z')),
  umn: null,
  rules_on: isoDate('2026-11-22'),
}

function fields(change: Partial<MandateLinkTerms> = {}): ReadonlyMap<string, string> {
  const link = mandateLink({ ...TERMS, ...change })
  expect(link).toMatch(/^upi:\/\/mandate\?/)
  return new Map(
    link
      .slice(link.indexOf('?') + 1)
      .split('&')
      .map((field) => {
        const [name = '', value = ''] = field.split('=')
        return [name, decodeURIComponent(value)]
      }),
  )
}

test('the link carries the terms as the rail writes them', () => {
  expect(Object.fromEntries(fields())).toEqual({
    ver: '01',
    mode: '04',
    purpose: 'AZ',
    txnType: 'CREATE',
    orgid: '000000',
    pa: 'society@upi',
    pn: 'A & B Society',
    mc: '6010',
    mn: 'Daily deposit',
    tn: 'Daily deposit',
    tr: 'member7daily',
    tid: 'mdt01000000000000000000000000000000',
    am: '1500.50',
    fam: '1.00',
    cu: 'INR',
    amrule: 'MAX',
    recur: 'MONTHLY',
    recurtype: 'BEFORE',
    recurvalue: '5',
    validitystart: '22112026',
    validityend: '30112027',
    rev: 'Y',
    block: 'N',
    QRexpire: '2026-11-23T04:30:00.000Z',
  })
})

test('what the mandate does not have is left out', () => {
  const given = fields({ debit_rule: null, first_debit_amount: null })
  expect(['fam', 'recurtype', 'recurvalue'].filter((name) => given.has(name))).toEqual([])
})

test('only a loan is not revocable by the payer', () => {
  expect(fields({ mcc: '7322' }).get('rev')).toBe('N')
})

test.each([
  ['2026-07-24', '14'],
  ['2026-07-25', 'AZ'],
] as const)('the purpose of a recurring mandate made on %s is %s', (day, purpose) => {
  const rules_on = isoDate(day)
  expect(fields({ rules_on }).get('purpose')).toBe(purpose)
  expect(fields({ rules_on, frequency: 'one_time', debit_rule: null }).get('purpose')).toBe('01')
})

test.each([
  ['intent', '04', undefined],
  ['qr', '01', '02'],
  ['collect', '00', undefined],
] as const)('a mandate by %s has initiation mode %s', (flow, mode, medium) => {
  const given = fields({ flow })
  expect([given.get('mode'), given.get('qrMedium')]).toEqual([mode, medium])
})

import { describe, expect, test } from 'vitest'
import { checkRules } from './check-rules.ts'
import { ist, PLAIN_POLICY } from './fixtures/plain.ts'
import {
  isPayerRevocable,
  PAUSE_RULES,
  REVOCATION_RULES,
  type RevocationFacts,
} from './payer-action.ts'

const FACTS: RevocationFacts = { by: 'payer', mcc: '6010', paused: false, policy: PLAIN_POLICY }
const NOW = ist('2026-11-22T10:00:00')

function codes(change: Partial<RevocationFacts>, now = NOW): string[] {
  return checkRules(REVOCATION_RULES, { ...FACTS, ...change }, now).map(({ code }) => code)
}

describe('who revokes', () => {
  test.each<[string, Partial<RevocationFacts>, string[]]>([
    ['the payer', {}, []],
    ['the payer of a loan', { mcc: '7322' }, ['revocation_not_allowed']],
    ['the merchant of a loan', { by: 'merchant', mcc: '7322' }, []],
    ['the payer, paused', { paused: true }, []],
    ['the merchant, paused', { by: 'merchant', paused: true }, []],
  ])('%s', (_, change, expected) => expect(codes(change)).toEqual(expected))

  test('loans are revocable before 20 July 2022', () => {
    expect(codes({ mcc: '7322' }, ist('2022-07-19T23:59:59.999'))).toEqual([])
    expect(codes({ mcc: '7322' }, ist('2022-07-20T00:00:00'))).toEqual(['revocation_not_allowed'])
  })

  test('a provider may let paused mandates be resumed only', () => {
    const strict = { ...PLAIN_POLICY, revocable_while_paused: false }
    expect(codes({ policy: strict })).toEqual([])
    expect(codes({ policy: strict, paused: true })).toEqual(['revocation_not_allowed'])
    expect(codes({ policy: { ...strict, revocable_while_paused: true }, paused: true })).toEqual([])
  })
})

test('a refusal says who may, by which category', () => {
  const strict = { ...PLAIN_POLICY, revocable_while_paused: false }
  const refused = { ...FACTS, mcc: '7322', paused: true, policy: strict }
  expect(checkRules(REVOCATION_RULES, refused, NOW)).toMatchObject([
    {
      rule: 'mandate.payer_revocable',
      pointer: '',
      limit: { not_revocable_mccs: '7322' },
      message:
        "A mandate of category 7322 is not revoked by the payer, but by the merchant on the payer's wish.",
    },
    {
      rule: 'mandate.revocable_while_paused',
      pointer: '',
      message: 'The mandate is paused, and this provider lets a paused mandate be resumed only.',
    },
  ])
  expect(checkRules(PAUSE_RULES, refused, NOW)).toMatchObject([
    {
      rule: 'mandate.payer_pausable',
      pointer: '',
      limit: { not_pausable_mccs: '7322' },
      message: 'A mandate of category 7322 is not paused by the payer.',
    },
  ])
})

describe('who pauses', () => {
  const pause = (mcc: string, now = NOW) =>
    checkRules(PAUSE_RULES, { mcc, policy: PLAIN_POLICY }, now).map(({ code }) => code)

  test('the payer of anything but a loan', () => {
    expect([pause('6010'), pause('7322'), pause('7321')]).toEqual([[], ['pause_not_allowed'], []])
    expect([isPayerRevocable('7322'), isPayerRevocable('7321')]).toEqual([false, true])
  })

  test('loans are paused before 7 December 2023', () => {
    expect(pause('7322', ist('2023-12-06T23:59:59.999'))).toEqual([])
    expect(pause('7322', ist('2023-12-07T00:00:00'))).toEqual(['pause_not_allowed'])
  })
})

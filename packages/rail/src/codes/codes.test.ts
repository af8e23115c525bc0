import { describe, expect, test } from 'vitest'
import { RETRY_ADVICE } from '../vocabulary.ts'
import { declineOf } from './decline-of.ts'
import { DECLINE_REASONS } from './decline-reasons.ts'
import { RESPONSE_CODES, responseCode } from './response-codes.ts'

test.each([
  ['Z9', 'insufficient_funds', 'retry_later'],
  ['XY', 'bank_offline', 'retry_later'],
  ['U28', 'bank_offline', 'retry_later'],
  ['U30', 'technical_failure', 'retry_later'],
  ['U69', 'payer_did_not_authorise', 'retry_later'],
  ['ZM', 'wrong_pin', 'after_payer_action'],
  ['Z6', 'pin_tries_exceeded', 'after_payer_action'],
  ['VT', 'mandate_paused', 'after_payer_action'],
  ['U67', 'timed_out', 'after_inquiry'],
  ['59', 'suspected_fraud', 'never'],
  ['XH', 'account_not_found', 'never'],
  ['YE', 'account_frozen', 'never'],
  ['VA', 'mandate_revoked', 'never'],
  ['QC', 'mandate_revoked', 'never'],
])('code %s means %s, and what to do is %s', (code, reason, advice) => {
  expect(declineOf(code)).toEqual({ reason, advice })
})

test.each([null, '', 'XX', 'z9'])('code %s has no known meaning and is never retried', (code) => {
  expect(declineOf(code)).toEqual({ reason: 'unmapped', advice: 'never' })
})

test('success is no decline: handed in as one, it is not retried', () => {
  expect(declineOf('00')).toEqual({ reason: 'unmapped', advice: 'never' })
})

test.each(['01', 'RB', '96'])('code %s leaves the outcome unknown and is no decline', (code) => {
  expect(responseCode(code)).toMatchObject({ outcome: 'unknown', reason: null })
  expect(declineOf(code)).toEqual({ reason: 'unmapped', advice: 'after_inquiry' })
})

test('only 00 is success', () => {
  const successes = RESPONSE_CODES.filter(({ outcome }) => outcome === 'success')
  expect(successes.map(({ code }) => code)).toEqual(['00'])
})

describe('the tables hold together', () => {
  test('all 113 codes stand once, each with a title of its own', () => {
    expect(RESPONSE_CODES).toHaveLength(113)
    expect(new Set(RESPONSE_CODES.map(({ code }) => code)).size).toBe(113)
    expect(new Set(RESPONSE_CODES.map(({ title }) => title)).size).toBe(113)
  })

  test('every reason stands once and, unmapped apart, is the meaning of some code', () => {
    const used = new Set(RESPONSE_CODES.map(({ reason }) => reason))
    for (const { reason, advice } of DECLINE_REASONS) {
      expect(RETRY_ADVICE).toContain(advice)
      expect([reason, used.has(reason)]).toEqual([reason, reason !== 'unmapped'])
    }
    expect(new Set(DECLINE_REASONS.map(({ reason }) => reason)).size).toBe(DECLINE_REASONS.length)
  })
})

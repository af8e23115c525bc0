import { describe, expect, test } from 'vitest'
import { ACCOUNT, MONDAY_8, POLICY } from '../mandate/decider-specification.ts'
import { type AccountCommand, decideAccount } from './decide.ts'

const FACTS = { now: MONDAY_8, policy: POLICY }

function change(terms: Extract<AccountCommand, { type: 'UpdateAccount' }>['terms']) {
  return decideAccount(ACCOUNT, { type: 'UpdateAccount', terms }, FACTS)
}

describe('the default category of an account', () => {
  test.each([
    ['is left alone', { name: 'Co-operative' }],
    ['becomes another approved one', { mcc: '6211' }],
    ['becomes one that is approved with it', { mcc: '6012', approved_mccs: ['6012'] }],
    ['stays among fewer approved ones', { approved_mccs: ['5968'] }],
  ])('%s', (_, terms) => {
    expect(change(terms)).toEqual({ ok: true, terms })
  })

  test.each([
    ['is not approved', { mcc: '6012' }, '/mcc', 'Category 6012', '5968, 6211'],
    [
      'is not approved with it',
      { mcc: '6012', approved_mccs: ['5968'] },
      '/mcc',
      'Category 6012',
      '5968',
    ],
    [
      'would be approved no more',
      { approved_mccs: ['6211'] },
      '/approved_mccs',
      'Category 5968',
      '6211',
    ],
  ])('that %s is refused where it is said', (_, terms, pointer, category, approved) => {
    const detail = `${category} is not among the approved ones: ${approved}.`
    expect(change(terms)).toMatchObject({
      ok: false,
      rejection: {
        code: 'mcc_not_approved',
        detail,
        violations: [{ code: 'mcc_not_approved', pointer, limit: { approved } }],
      },
    })
  })
})

describe('the debits of an account', () => {
  test.each([
    ['are stopped', 'StopDebits', false, { debits_stopped: true }],
    ['are stopped already', 'StopDebits', true, {}],
    ['are resumed', 'ResumeDebits', true, { debits_stopped: false }],
    ['were never stopped', 'ResumeDebits', false, {}],
  ] as const)('%s', (_, type, debits_stopped, terms) => {
    expect(decideAccount({ ...ACCOUNT, debits_stopped }, { type }, FACTS)).toEqual({
      ok: true,
      terms,
    })
  })
})

import { describe, expect, test } from 'vitest'
import { DONE, declined } from '../decider-specification.ts'
import { followUp, refusal } from '../follow-up-specification.ts'
import { atTheBank, tell, UNKNOWN } from './attempt-specification.ts'

describe('an operator’s word', () => {
  const word = (outcome: 'succeeded' | 'failed', rrn: string | null) =>
    ({
      type: 'ResolvePresentation',
      presentation_id: 'prs_1',
      outcome,
      rrn,
      note: 'as the bank wrote',
    }) as const

  test.each([
    ['failed', null, 'presentation.failed', { decline: null }],
    [
      'succeeded',
      '300712345678',
      'presentation.succeeded',
      { attempt: 1, rrn: '300712345678', npci_txn_id: null, still_open: null },
    ],
  ] as const)('that a debit in doubt has %s ends the doubt', (outcome, rrn, type, data) => {
    const stream = atTheBank().given(tell(1, UNKNOWN))
    const { said, timers } = followUp(stream, () => stream.when(word(outcome, rrn)))
    expect(said).toEqual([
      ['presentation.resolved', { outcome, rrn, note: 'as the bank wrote' }],
      [type, data],
    ])
    expect(timers).toMatchObject({ 'inquire:prs_1:1': null, 'window_end:prs_1': null })
  })

  test.each([
    ['processing', () => atTheBank()],
    ['declined', () => atTheBank().given(tell(1, declined('Z9')))],
    ['succeeded', () => atTheBank().given(tell(1, DONE))],
  ] as const)('is not asked for of a debit that is %s', (status, made) => {
    expect(refusal(made().when(word('failed', null)))).toMatchObject({
      code: 'state_conflict',
      detail: `Presentation prs_1 is ${status}: only an unknown outcome is resolved by hand.`,
    })
  })
})

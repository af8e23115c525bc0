import { describe, expect, test } from 'vitest'
import { toDecline } from '../../kernel/decline.ts'
import { DONE, declined, HOUR, MINUTE } from '../decider-specification.ts'
import { debitOf, ist, processing, scheduled, tell } from './debits-specification.ts'
import type { Attempt } from './presentation.ts'

const TUESDAY_8 = ist('2030-01-08T08:00')
const NO_MONEY = toDecline({ provider_code: 'Z9', npci_code: 'Z9' })
const AWAITING = { result: 'accepted', state: 'awaiting_payer' } as const

/** An attempt as it begins. */
const begun = (number: number, started_at: number): Attempt =>
  ({
    number,
    started_at,
    ended_at: null,
    authentication: 'pin',
    status: 'processing',
    rrn: null,
    npci_txn_id: null,
    decline: null,
    surplus: false,
    inquiries: 0,
    inquire_from: null,
    truth: null,
  }) as Attempt

const ended = (attempt: Attempt, at: number): Attempt =>
  ({ ...attempt, status: 'declined', ended_at: at, decline: NO_MONEY }) as Attempt

describe('the attempts of a debit', () => {
  test('show when the first one began', () => {
    expect(debitOf(processing())).toMatchObject({
      ...{ status: 'processing', revision: 2, due_at: null, deferred_because: null },
      ...{ attempts: [begun(1, TUESDAY_8)], attempts_left: 3, updated_at: TUESDAY_8 },
    })
  })

  test('show that the payer has it, and until when', () => {
    expect(debitOf(processing().wait(MINUTE).given(tell(AWAITING)))).toMatchObject({
      ...{ status: 'awaiting_payer', revision: 3, updated_at: TUESDAY_8 + MINUTE },
      payer_expires_at: TUESDAY_8 + 31 * MINUTE,
      attempts: [{ ...begun(1, TUESDAY_8), status: 'awaiting_payer' }],
    })
  })

  test('show why the bank declined the first one', () => {
    const stream = processing()
      .wait(MINUTE)
      .given(tell(declined('Z9')))
    expect(debitOf(stream)).toMatchObject({
      ...{ status: 'declined', revision: 3, failure: null },
      attempts: [ended(begun(1, TUESDAY_8), TUESDAY_8 + MINUTE)],
    })
  })

  test('keep what the bank said of each when the next is planned, made and declined', () => {
    const stream = processing({ retry: 'auto' })
      .wait(MINUTE)
      .given(tell(declined('Z9')))
    const first = ended(begun(1, TUESDAY_8), TUESDAY_8 + MINUTE)
    expect(debitOf(stream)).toMatchObject({
      ...{ status: 'retry_scheduled', due_at: TUESDAY_8 + HOUR },
      ...{ deferred_because: 'attempt_spacing', attempts: [first], attempts_left: 3 },
    })
    stream.fire('present:prs_1')
    const second = begun(2, TUESDAY_8 + HOUR)
    expect(debitOf(stream).attempts).toEqual([first, second])
    stream.wait(MINUTE).given(tell(declined('Z9'), 2))
    expect(debitOf(stream).attempts).toEqual([first, ended(second, second.started_at + MINUTE)])
  })

  test('keep the hour of their declines when the day ends and the debit fails with it', () => {
    const stream = processing()
      .wait(MINUTE)
      .given(tell(declined('Z9')))
    stream.fire('window_end:prs_1')
    expect(stream.at).toBe(ist('2030-01-09T00:00'))
    expect(debitOf(stream)).toMatchObject({
      ...{ status: 'failed', failure: NO_MONEY },
      attempts: [ended(begun(1, TUESDAY_8), TUESDAY_8 + MINUTE)],
    })
  })

  test('are none where the day ends before the first one', () => {
    const stream = scheduled()
    stream.fire('window_end:prs_1')
    expect(debitOf(stream)).toMatchObject({ status: 'failed', failure: null, attempts: [] })
  })

  test('end with the debit that the merchant gives up while the payer has it', () => {
    const stream = processing().given(tell(AWAITING)).wait(MINUTE)
    stream.given({ type: 'CancelPresentation', presentation_id: 'prs_1' })
    expect(debitOf(stream)).toMatchObject({
      ...{ status: 'cancelled', payer_expires_at: null },
      attempts: [{ number: 1, status: 'declined', ended_at: TUESDAY_8 + MINUTE, decline: null }],
    })
  })

  test('show the references of the one that collected', () => {
    const stream = processing().wait(MINUTE).given(tell(DONE))
    const references = { rrn: '000000000001', npci_txn_id: 'N1' }
    expect(debitOf(stream)).toMatchObject({
      ...{ status: 'succeeded', succeeded_at: TUESDAY_8 + MINUTE, ...references },
      attempts: [
        {
          ...begun(1, TUESDAY_8),
          ...references,
          ...{ status: 'succeeded', ended_at: TUESDAY_8 + MINUTE },
        },
      ],
    })
  })

  test('gain the one that was taken back as never sent and was made after all', () => {
    const stream = processing({ retry: 'auto' }).given(tell(declined('Z9')))
    stream.fire('present:prs_1')
    stream.given(tell({ result: 'not_sent', detail: 'no answer' }, 2))
    expect(debitOf(stream)).toMatchObject({ status: 'scheduled', attempts: [{ number: 1 }] })
    const told = TUESDAY_8 + HOUR
    stream.given(tell(DONE, 2))
    expect(debitOf(stream)).toMatchObject({ status: 'succeeded', due_at: null })
    expect(debitOf(stream).attempts).toEqual([
      ended(begun(1, TUESDAY_8), TUESDAY_8),
      {
        ...begun(2, told),
        ...{ authentication: 'none', status: 'succeeded', ended_at: told },
        ...{ rrn: '000000000001', npci_txn_id: 'N1' },
      },
    ])
  })
})

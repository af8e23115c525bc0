import { toInstant } from '@upi-autopay/rail'
import { describe, expect, test } from 'vitest'
import { DEBIT, said } from '../collected/collected-specification.ts'
import { DAY, MONDAY_8 } from '../mandate/decider-specification.ts'
import { disputeActions } from './change.ts'
import type { DisputeCommand } from './commands.ts'
import type { Dispute } from './dispute.ts'
import {
  createDisputeStream,
  type DisputeStream,
  disputeOf,
  object,
  rowOf,
} from './dispute-specification.ts'
import { disputeEvent } from './events.ts'
import { evolveDispute } from './evolve.ts'

const EVIDENCE = { note: 'Signed receipt', urls: ['https://society.example/receipt.pdf'] }
const ACCEPT: DisputeCommand = { type: 'AcceptDispute', dispute_id: 'dsp_1' }
const CONTEST: DisputeCommand = { type: 'ContestDispute', dispute_id: 'dsp_1', evidence: EVIDENCE }
const WIN: DisputeCommand = { type: 'DecideDispute', dispute_id: 'dsp_1', outcome: 'won' }
const LOSE: DisputeCommand = { ...WIN, outcome: 'lost' }

/** Told on Monday: the seventh day after it is a Monday as well, and ends at midnight in India. */
const RESPOND_BY = toInstant(Date.parse('2030-01-14T18:30:00.000Z'))

const OPEN: Dispute = {
  id: 'dsp_1',
  revision: 1,
  status: 'open',
  mandate_id: null,
  presentation_id: null,
  payment_id: 'pay_1',
  amount: 250_00,
  reason: 'Not authorised',
  respond_by: RESPOND_BY,
  contested_at: null,
  evidence: null,
  closed_at: null,
  closed_by: null,
  created_at: MONDAY_8,
  updated_at: MONDAY_8,
}

const DEADLINE = 'dispute_deadline:dsp_1'
const TAKEN = {
  id: 'dsp_1:disputed',
  kind: 'disputed',
  resource_kind: 'dispute',
  resource_id: 'dsp_1',
  amount: 250_00,
  fee: 0,
  at: MONDAY_8,
  speed: 't1',
  rrn: null,
}

function opened(): DisputeStream {
  return createDisputeStream().given(object())
}

describe('a dispute that is told', () => {
  test('takes its amount at once and waits seven days for the merchant', () => {
    const stream = createDisputeStream()
    expect(said(stream.when(object()))).toEqual([['dispute.opened', { dispute: OPEN }]])
    expect(stream.state().source.amount_disputed).toBe(250_00)
    expect(stream.movements).toMatchObject([TAKEN])
    expect([...stream.timers]).toMatchObject([
      [
        DEADLINE,
        {
          key: DEADLINE,
          kind: 'dispute_deadline',
          resource_kind: 'dispute',
          resource_id: 'dsp_1',
          at: RESPOND_BY,
          outcome: null,
          attempt: null,
        },
      ],
    ])
    expect(stream.effects.size).toBe(0)
  })

  test('waits for as many days as the provider gives', () => {
    const stream = createDisputeStream({}, { dispute_response_days: 1 }).given(object())
    expect(disputeOf(stream).respond_by).toBe(toInstant(Date.parse('2030-01-08T18:30:00.000Z')))
  })

  test('about a payment is found by the payment', () => {
    expect(rowOf(opened())).toEqual({
      kind: 'dispute',
      id: 'dsp_1',
      stream: 'pay_1',
      revision: 1,
      status: 'open',
      reference_id: null,
      mandate_id: null,
      notification_id: null,
      created_at: MONDAY_8,
      updated_at: MONDAY_8,
      links: ['pay_1'],
      data: OPEN,
    })
  })

  test('about a debit is found by the debit and listed under its mandate, and leaves as fast as it came', () => {
    const stream = createDisputeStream(DEBIT).given(object())
    const dispute = {
      ...OPEN,
      mandate_id: 'mdt_1',
      presentation_id: 'prs_1',
      payment_id: null,
    }
    expect(rowOf(stream)).toMatchObject({
      mandate_id: 'mdt_1',
      links: ['prs_1'],
      data: dispute,
    })
    expect(rowOf(stream).links).toHaveLength(1)
    expect(stream.movements).toMatchObject([{ ...TAKEN, speed: 't0' }])
  })
})

describe('what can be disputed', () => {
  const refused = (kind: string) => ({
    code: 'state_conflict',
    detail: expect.stringContaining(kind),
    allowed_actions: ['refund'],
  })

  test.each([
    ['nothing of what was never collected', { status: 'failed', collected_at: null }, 0],
    ['nothing of what the bank has taken back whole', { status: 'reversed' }, 0],
  ])('%s', (_, source, amount_collected) => {
    const stream = createDisputeStream({ ...source, amount_collected })
    expect(said(stream.when(object()))).toEqual(refused(source.status))
  })

  test('the collection that is left where the bank took back another one', () => {
    const stream = createDisputeStream({ status: 'reversed', amount_collected: 1 })
    expect(said(stream.when(object({ amount: null })))).toMatchObject([
      ['dispute.opened', { dispute: { amount: 1 } }],
    ])
  })

  test.each([
    ['all of it', 300_00, {}],
    ['what refunds have left', 200_00, { amount_refunded: 60_00, amount_refund_pending: 40_00 }],
    ['what another dispute has left', 50_00, { amount_disputed: 250_00 }],
  ])('%s, and not a paisa more', (_, left, source) => {
    const above = createDisputeStream(source).when(object({ amount: left + 1 }))
    expect(said(above)).toMatchObject({
      code: 'dispute_exceeds_collected',
      violations: [{ rule: 'dispute.ceiling', limit: { maximum_paise: left } }],
    })
    const stream = createDisputeStream(source).given(object({ amount: left }))
    expect(disputeOf(stream).amount).toBe(left)
    expect(disputeOf(createDisputeStream(source).given(object({ amount: null }))).amount).toBe(left)
  })

  test('nothing of a payment that has gone back whole', () => {
    const stream = createDisputeStream({ amount_refunded: 300_00 })
    expect(said(stream.when(object({ amount: null })))).toMatchObject({
      code: 'dispute_exceeds_collected',
      violations: [{ limit: { maximum_paise: 0 } }],
    })
  })
})

describe('an open dispute', () => {
  const LATER = (MONDAY_8 + DAY) as typeof MONDAY_8

  test.each([
    ['is lost by the merchant who accepts it', ACCEPT, 'merchant'],
    ['is lost by the word of the bank', LOSE, 'bank'],
  ] as const)('%s, and its money stays away', (_, command, by) => {
    const stream = opened().wait(DAY)
    expect(said(stream.when(command))).toEqual([['dispute.lost', { by }]])
    expect(disputeOf(stream)).toEqual({
      ...OPEN,
      ...{ revision: 2, status: 'lost', closed_at: LATER, closed_by: by, updated_at: LATER },
    })
    expect(stream.state().source.amount_disputed).toBe(250_00)
    expect(stream.movements).toHaveLength(1)
    expect([...stream.timers]).toEqual([[DEADLINE, null]])
  })

  test('is won by the word of the bank, and its money returns', () => {
    const stream = opened().wait(DAY)
    expect(said(stream.when(WIN))).toEqual([['dispute.won', {}]])
    expect(disputeOf(stream)).toEqual({
      ...OPEN,
      ...{ revision: 2, status: 'won', closed_at: LATER, closed_by: 'bank', updated_at: LATER },
    })
    expect(stream.state().source.amount_disputed).toBe(0)
    expect(stream.movements).toMatchObject([
      TAKEN,
      { ...TAKEN, id: 'dsp_1:dispute_won', kind: 'dispute_won', at: LATER },
    ])
    expect([...stream.timers]).toEqual([[DEADLINE, null]])
  })

  test('is lost when nobody has answered by the end of its last day', () => {
    const stream = opened()
    expect(said(stream.fire(DEADLINE))).toEqual([['dispute.lost', { by: 'clock' }]])
    expect(stream.at).toBe(RESPOND_BY)
    expect(disputeOf(stream)).toMatchObject({ status: 'lost', closed_by: 'clock' })
  })

  test('is contested with evidence, keeps its money away and waits for the bank without end', () => {
    const stream = opened().wait(DAY)
    expect(said(stream.when(CONTEST))).toEqual([['dispute.contested', { evidence: EVIDENCE }]])
    expect(disputeOf(stream)).toEqual({
      ...OPEN,
      ...{ revision: 2, contested_at: LATER, evidence: EVIDENCE, updated_at: LATER },
    })
    expect(stream.state().source.amount_disputed).toBe(250_00)
    expect(stream.movements).toHaveLength(1)
    expect([...stream.timers]).toEqual([[DEADLINE, null]])
  })
})

describe('a contested dispute', () => {
  test('is contested once', () => {
    expect(said(opened().given(CONTEST).when(CONTEST))).toEqual({
      code: 'state_conflict',
      detail: 'Dispute dsp_1 is open: it is contested already.',
      allowed_actions: ['accept'],
    })
  })

  test.each([
    ['won', WIN],
    ['lost', LOSE],
    ['lost', ACCEPT],
  ])('may still be %s', (status, command) => {
    expect(disputeOf(opened().given(CONTEST).given(command)).status).toBe(status)
  })
})

describe('a deadline that comes although its reason has gone', () => {
  test.each([
    ['the merchant has contested', CONTEST],
    ['the merchant has accepted', ACCEPT],
    ['the bank has decided', WIN],
  ])('changes nothing once %s', (_, command) => {
    const stream = opened()
    const timer = stream.timers.get(DEADLINE)
    if (timer === undefined || timer === null) throw new Error('no deadline was set')
    stream.given(command)
    expect(said(stream.when({ type: 'FireTimer', timer }))).toEqual([])
  })
})

test.each([
  ['won', WIN],
  ['lost', LOSE],
])('a dispute that is %s is over', (status, command) => {
  for (const next of [ACCEPT, CONTEST, WIN, LOSE])
    expect(said(opened().given(command).when(next))).toEqual({
      code: 'state_conflict',
      detail: `Dispute dsp_1 is ${status}: it is decided.`,
      allowed_actions: [],
    })
})

test('an open dispute offers to be accepted, and to be contested once', () => {
  expect(disputeActions({ status: 'open', contested_at: null })).toEqual(['accept', 'contest'])
  expect(disputeActions({ status: 'open', contested_at: MONDAY_8 })).toEqual(['accept'])
  expect(disputeActions({ status: 'won', contested_at: null })).toEqual([])
})

test('what happens to a dispute that is not loaded is not made up', () => {
  expect(() =>
    evolveDispute(undefined, disputeEvent('dispute.won', 'dsp_1', {}), MONDAY_8),
  ).toThrow('dispute.won of dsp_1, which is not loaded')
})

import type { ResourceKind } from '@upi-autopay/rail'
import { describe, expect, test } from 'vitest'
import type { MandateCommand } from './commands.ts'
import {
  activeMandate,
  debitCollected,
  GIVE_BACK,
  modify,
  OBJECT,
} from './debited-specification.ts'
import {
  answer,
  createStream,
  DAY,
  DONE,
  declined,
  MONDAY_8,
  type Stream,
  told,
} from './decider-specification.ts'
import type { MandateTimerKind } from './follow-up.ts'

/** A timer of something that the state does not hold, or holds no longer. */
function moment(
  kind: MandateTimerKind,
  resource_kind: ResourceKind,
  resource_id: string,
): MandateCommand {
  const timer = {
    tenant: { merchant_id: 'mer_1', mode: 'test' },
    stream: 'mdt_1',
    stream_kind: 'mandate',
    key: `${kind}:${resource_id}`,
    ...{ kind, resource_kind, resource_id, at: MONDAY_8, outcome: null, attempt: null },
  } as const
  return { type: 'FireTimer', timer }
}

const sending = (stream: Stream, id: string): MandateCommand => {
  const effect = stream.effects.get(id)
  if (effect === undefined) throw new Error(`nothing is asked by ${id}`)
  return { type: 'ConfirmSending', effect }
}

describe('what is not there is not found, and named', () => {
  test.each<[detail: string, MandateCommand]>([
    ['notification pdn_9', { type: 'CancelNotification', notification_id: 'pdn_9' }],
    ['notification pdn_9', { type: 'OptOut', notification_id: 'pdn_9' }],
    ['schedule sch_9', { type: 'PauseSchedule', schedule_id: 'sch_9' }],
    ['presentation prs_9', { type: 'CancelPresentation', presentation_id: 'prs_9' }],
    ['presentation prs_1', GIVE_BACK],
    ['presentation prs_1', OBJECT],
    ['refund rfd_9', { type: 'AnswerRefund', refund_id: 'rfd_9', outcome: DONE }],
    ['dispute dsp_9', { type: 'AcceptDispute', dispute_id: 'dsp_9' }],
  ])('%s', (what, command) => {
    expect(activeMandate().when(command)).toEqual({
      ok: false,
      rejection: { code: 'not_found', detail: `There is no ${what}.` },
    })
  })

  test('nor is anything under a mandate that does not exist', () => {
    expect(createStream().when({ type: 'RevokeMandate', mandate_id: 'mdt_1' })).toEqual({
      ok: false,
      rejection: { code: 'not_found', detail: 'There is no mandate mdt_1.' },
    })
  })
})

describe('a moment whose reason has gone passes without a word:', () => {
  test.each([
    ['the answer time of a change that never was', 'modification_expiry', 'modification', 'mod_1'],
    ['the end of a notice', 'notice_lapse', 'notification', 'pdn_9'],
    ['the deadline of a dispute', 'dispute_deadline', 'dispute', 'dsp_9'],
    ['the next notice of a schedule', 'schedule_notify', 'schedule', 'sch_9'],
    ['an answer without a word', 'bank_answer', 'presentation', 'prs_9'],
  ] as const)('%s', (_what, kind, resource_kind, id) => {
    expect(activeMandate().when(moment(kind, resource_kind, id))).toEqual({ ok: true, events: [] })
  })
})

describe('of two changes of a mandate only the last one counts', () => {
  const second = (): Stream =>
    activeMandate()
      .given(modify())
      .given(answer('modification', 'mod_1', declined('ZA')))
      .given(modify({ id: 'mod_2' }))

  test('the answer time of the first does not end the second', () => {
    const passed = moment('modification_expiry', 'modification', 'mod_1')
    expect(told(second().when(passed))).toEqual([])
  })

  test('a late yes to the first does not bring the second into force', () => {
    expect(told(second().when(answer('modification', 'mod_1', DONE)))).toEqual([])
  })

  test('a yes to a change that never was changes nothing', () => {
    expect(told(activeMandate().when(answer('modification', 'mod_1', DONE)))).toEqual([])
  })
})

describe('before it is sent', () => {
  test('a refund of which the bank has spoken meanwhile is held back', () => {
    const stream = debitCollected().given(GIVE_BACK)
    expect(told(stream.when(sending(stream, 'refund:rfd_1')))).toEqual([])
    stream.given({ type: 'AnswerRefund', refund_id: 'rfd_1', outcome: DONE })
    expect(told(stream.when(sending(stream, 'refund:rfd_1')))).toEqual(['state_conflict'])
  })

  test('a revocation needs no second look', () => {
    const stream = activeMandate().given({ type: 'RevokeMandate', mandate_id: 'mdt_1' })
    expect(told(stream.when(sending(stream, 'revoke:mdt_1')))).toEqual([])
  })
})

describe('at its moment', () => {
  test('a refund of which the bank says nothing is asked about', () => {
    const stream = debitCollected().given(GIVE_BACK)
    stream.given({
      type: 'RecordOutcome',
      ...{ resource_kind: 'refund', resource_id: 'rfd_1', attempt: null },
      outcome: { result: 'unknown' },
    })
    expect(told(stream.fire('inquire:rfd_1'))).toEqual(['refund.inquired'])
    expect([...stream.effects.keys()]).toContain('inquire:rfd_1:1')
  })

  test('a dispute that nobody has answered is lost by the clock', () => {
    const stream = debitCollected().wait(DAY).given(OBJECT)
    expect(told(stream.fire('dispute_deadline:dsp_1'))).toEqual(['dispute.lost'])
    expect(stream.state().disputes.dsp_1).toMatchObject({ status: 'lost', closed_by: 'clock' })
  })
})

test('an answer about a payment is not for the stream of a mandate', () => {
  const astray: MandateCommand = {
    type: 'RecordOutcome',
    resource_kind: 'payment',
    ...{ resource_id: 'pay_1', attempt: null, outcome: DONE },
  }
  expect(() => activeMandate().when(astray)).toThrow('no payment lives in the stream of a mandate')
})

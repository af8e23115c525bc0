import { isoDate, type MandateStatus } from '@upi-autopay/rail'
import { describe, expect, test } from 'vitest'
import { said } from '../../collected/collected-specification.ts'
import {
  ACCOUNT,
  answer,
  DAY,
  DONE,
  declined,
  HOUR,
  MINUTE,
  MONDAY_8,
  notify,
  present,
  type Stream,
  told,
} from '../decider-specification.ts'
import { NO_PAYER } from '../mandate.ts'
import type { ActAsPayer } from './commands.ts'
import {
  act,
  active,
  asked,
  modify,
  moments,
  registered,
  soon,
  waiting,
} from './registration-specification.ts'

const LOANS = { account: { ...ACCOUNT, mcc: '7322', approved_mccs: ['7322'] } }

function expired(): Stream {
  const stream = asked()
  stream.fire('registration_expiry:mdt_1')
  return stream
}

function completed(): Stream {
  const stream = active()
  stream.fire('validity_end:mdt_1')
  return stream
}

const IN: Readonly<Record<MandateStatus, () => Stream>> = {
  pending: asked,
  active,
  paused: () => active().given(act('pause')),
  rejected: () => asked().given(registered(declined('ZA'))),
  expired,
  revoked: () => active().given(act('revoke')),
  completed,
}

describe('what a payer can do', () => {
  const ACTIONS = ['open', 'approve', 'decline', 'pause', 'resume', 'revoke'] as const

  test.each<[MandateStatus, readonly ActAsPayer['action'][], readonly string[]]>([
    ['pending', ['open', 'approve', 'decline', 'revoke'], ['revoke']],
    [
      'active',
      ['pause', 'revoke'],
      ['create_notification', 'create_presentation', 'create_schedule', 'modify', 'revoke'],
    ],
    ['paused', ['resume', 'revoke'], ['revoke']],
    ['rejected', [], []],
    ['expired', [], []],
    ['revoked', [], []],
    ['completed', [], []],
  ])('with a mandate that is %s', (status, possible, allowed_actions) => {
    for (const action of ACTIONS) {
      const decision = IN[status]().when(act(action, [soon(DONE)]))
      if (possible.includes(action)) expect(said(decision), action).not.toHaveProperty('code')
      else
        expect(said(decision)).toEqual({
          code: 'state_conflict',
          detail: `Mandate mdt_1 is ${status}: the payer cannot ${action} it.`,
          allowed_actions,
        })
    }
  })
})

describe('a payer who opens the link', () => {
  test('has looked at it, and a bank may answer to that already', () => {
    const stream = asked().wait(HOUR)
    expect(said(stream.when(act('open', [soon(declined('ZA'))])))).toMatchObject([
      ['mandate.authorization_opened', {}],
      ['mandate.answer_expected', { outcome: declined('ZA') }],
    ])
    expect(stream.state().mandate.opened_at).toBe(stream.at)
  })

  test('and looks again, changes nothing of a choice made since', () => {
    const stream = asked()
      .given(act('open'))
      .given(act('approve', [soon(DONE)]))
    const before = waiting(stream, 'bank_answer:mdt_1')
    const again = stream.wait(MINUTE).when(act('open', [soon(declined('ZA'))]))
    expect(again).toEqual({ ok: true, events: [] })
    expect(stream.state().mandate.opened_at).toBe(MONDAY_8)
    expect(stream.timers.get('bank_answer:mdt_1')).toEqual(before)
  })

  test('and then chooses, has looked once', () => {
    expect(told(asked().when(act('approve', [soon(DONE)])))).toEqual([
      'mandate.authorization_opened',
      'mandate.answer_expected',
    ])
    expect(
      told(
        asked()
          .given(act('open'))
          .when(act('approve', [soon(DONE)])),
      ),
    ).toEqual(['mandate.answer_expected'])
  })

  test('of a request that stands in the app of another, can do nothing with it', () => {
    const payer = { ...NO_PAYER, vpa: 'asha@ybl' }
    const stream = asked({ flow: 'collect', mcc: '6211', payer })
    for (const action of ['open', 'approve', 'decline'] as const)
      expect(said(stream.when(act(action, [soon(DONE)], 'ravi@ybl')))).toEqual({
        code: 'state_conflict',
        detail: 'Mandate mdt_1 is pending: only the payer that it was asked of can approve it.',
        allowed_actions: ['revoke'],
      })
  })
})

describe('a payer of whom new terms are asked', () => {
  const changing = () => active().given(modify())

  test('looks at them, and nothing follows', () => {
    expect(changing().when(act('open', [soon(DONE)]))).toEqual({ ok: true, events: [] })
  })

  test.each(['approve', 'decline'] as const)('can %s them, and the answer follows', (action) => {
    const outcome = action === 'approve' ? DONE : declined('ZA')
    const at = MONDAY_8 + 10_000
    expect(said(changing().when(act(action, [soon(outcome)])))).toEqual([
      ['modification.answer_expected', { at, outcome, attempt: null, order: 0 }],
    ])
  })

  test.each([
    ['pause', ['mandate.paused']],
    ['revoke', ['mandate.revoked', 'modification.cancelled']],
  ] as const)('can %s the mandate meanwhile', (action, events) => {
    expect(told(changing().when(act(action, [soon(DONE)])))).toEqual(events)
  })

  test.each(['open', 'approve', 'decline'] as const)(
    'and who has paused the mandate, cannot %s them',
    (action) => {
      const stream = changing().given(act('pause'))
      expect(told(stream.when(act(action, [soon(DONE)])))).toEqual(['state_conflict'])
    },
  )
})

describe('a payer who pauses', () => {
  test('holds the mandate as it is, until it is resumed', () => {
    const stream = active().wait(HOUR)
    expect(said(stream.when(act('pause')))).toEqual([['mandate.paused', {}]])
    expect(stream.state().mandate).toMatchObject({ status: 'paused', revision: 3 })
    expect(Object.keys(moments(stream))).toEqual(['validity_end:mdt_1'])
    expect(said(stream.when(act('resume')))).toEqual([['mandate.resumed', {}]])
    expect(stream.state().mandate).toMatchObject({ status: 'active', revision: 4 })
  })

  test('does so for anything but a loan', () => {
    expect(said(active({}, {}, LOANS).when(act('pause')))).toMatchObject({
      code: 'pause_not_allowed',
      violations: [{ rule: 'mandate.payer_pausable' }],
    })
  })

  test.each([
    ['at the very moment', 0],
    ['an hour later', HOUR],
  ])('and resumes %s, lets go on what has fallen due, and nothing else', (_, pause) => {
    const stream = active().given(present({ id: 'prs_0', source: { instant_amount: 100_00 } }))
    stream.fire('present:prs_0')
    for (const [id, day] of [
      ['1', '2030-01-08'],
      ['2', '2030-01-09'],
    ] as const)
      stream
        .given(notify({ id: `pdn_${id}`, debit_date: isoDate(day) }))
        .given(answer('notification', `pdn_${id}`, DONE))
        .given(
          present({
            id: `prs_${id}`,
            reference_id: `debit-${id}`,
            source: { notification_id: `pdn_${id}` },
          }),
        )
    const tomorrow = waiting(stream, 'present:prs_2')
    stream.given(act('pause'))
    expect(told(stream.fire('present:prs_1'))).toEqual(['presentation.held'])
    stream.wait(pause).given(act('resume'))
    expect(stream.at).toBe(MONDAY_8 + DAY + pause)
    expect(stream.timers.get('present:prs_1')).toMatchObject({
      kind: 'present',
      resource_kind: 'presentation',
      resource_id: 'prs_1',
      at: stream.at,
    })
    expect(stream.timers.get('present:prs_2')).toEqual(tomorrow)
    expect(stream.timers.get('present:prs_0')).toBeNull()
  })
})

describe('a payer who revokes', () => {
  test('ends the mandate, and the provider need not be told', () => {
    const stream = active().wait(HOUR)
    expect(said(stream.when(act('revoke')))).toEqual([
      ['mandate.revoked', { by: 'payer', decline: null }],
    ])
    expect(stream.state().mandate).toMatchObject({
      status: 'revoked',
      revoked_by: 'payer',
      ended_at: stream.at,
      status_reason: null,
    })
    expect([...stream.effects.keys()]).toEqual([])
    expect(moments(stream)).toEqual({})
  })

  test('does so for anything but a loan', () => {
    expect(said(active({}, {}, LOANS).when(act('revoke')))).toMatchObject({
      code: 'revocation_not_allowed',
      violations: [{ rule: 'mandate.payer_revocable' }],
    })
  })
})

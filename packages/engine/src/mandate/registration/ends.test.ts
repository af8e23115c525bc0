import { describe, expect, test } from 'vitest'
import { said } from '../../collected/collected-specification.ts'
import {
  answer,
  DAY,
  DONE,
  declined,
  HOUR,
  MONDAY_8,
  notify,
  present,
  type Stream,
  told,
} from '../decider-specification.ts'
import { NO_PAYER } from '../mandate.ts'
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

const REVOKE = { type: 'RevokeMandate', mandate_id: 'mdt_1' } as const
const BY_RAIL = { type: 'RevokeByRail', mandate_id: 'mdt_1' } as const
const COLLECT = { flow: 'collect', mcc: '6211', payer: { ...NO_PAYER, vpa: 'asha@ybl' } } as const

/** With a debit that is planned for tomorrow, and new terms that wait for the payer. */
function planned(terms: Parameters<typeof active>[0] = {}): Stream {
  return active(terms)
    .given(notify())
    .given(answer('notification', 'pdn_1', DONE))
    .given(present())
    .given(modify())
}

describe('a merchant who revokes', () => {
  test('ends the mandate, tells the provider, and takes back what was planned', () => {
    const stream = planned().wait(HOUR)
    expect(said(stream.when(REVOKE))).toEqual([
      ['mandate.revoked', { by: 'merchant', decline: null }],
      ['modification.cancelled', {}],
      ['presentation.cancelled', {}],
      ['notification.cancelled', { by: 'merchant' }],
    ])
    expect(stream.effects.get('revoke:mdt_1')).toEqual({
      id: 'revoke:mdt_1',
      kind: 'revoke',
      resource_kind: 'mandate',
      resource_id: 'mdt_1',
      attempt: null,
      provider_reference: 'mdt1',
      request: {
        amount: 20_000_00,
        flow: 'intent',
        authentication: 'none',
        attempts_before: 0,
      },
      tenant: { merchant_id: 'mer_1', mode: 'test' },
      stream: 'mdt_1',
      stream_kind: 'mandate',
    })
    expect(moments(stream)).toEqual({})
    expect(stream.state().mandate).toMatchObject({
      status: 'revoked',
      revoked_by: 'merchant',
      ended_at: stream.at,
    })
  })

  test('before the payer has answered, takes back the request that has not gone out', () => {
    const stream = asked(COLLECT).given(act('approve', [soon(DONE)]))
    expect([...stream.effects.keys()]).toEqual(['register:mdt_1'])
    expect(Object.keys(moments(stream))).toEqual(['registration_expiry:mdt_1', 'bank_answer:mdt_1'])
    stream.given(REVOKE)
    expect([...stream.effects.keys()]).toEqual(['revoke:mdt_1'])
    expect(moments(stream)).toEqual({})
  })

  test('of what has ended, is told so', () => {
    expect(said(active().given(REVOKE).when(REVOKE))).toEqual({
      code: 'state_conflict',
      detail: 'Mandate mdt_1 is revoked: it has already ended.',
      allowed_actions: [],
    })
  })

  test('may have to wait for the payer to resume, where the provider says so', () => {
    const strict = { revocable_while_paused: false }
    const paused = active({}, strict).given(act('pause'))
    expect(said(paused.when(REVOKE))).toMatchObject({
      code: 'revocation_not_allowed',
      violations: [{ rule: 'mandate.revocable_while_paused' }],
    })
    expect(told(paused.given(act('resume')).when(REVOKE))).toEqual(['mandate.revoked'])
    expect(told(asked({}, strict).when(REVOKE))).toEqual(['mandate.revoked'])
    expect(told(active().given(act('pause')).when(REVOKE))).toEqual(['mandate.revoked'])
  })
})

describe('a rail that revokes', () => {
  test.each([
    ['active', planned],
    ['paused', () => planned().given(act('pause'))],
  ])('ends what is %s, and need not be told of it', (_, given) => {
    const stream = given()
    expect(said(stream.when(BY_RAIL))).toEqual([
      ['mandate.revoked', { by: 'rail', decline: null }],
      ['modification.cancelled', {}],
      ['presentation.cancelled', {}],
      ['notification.cancelled', { by: 'rail' }],
    ])
    expect(stream.state().mandate).toMatchObject({ status: 'revoked', revoked_by: 'rail' })
    expect([...stream.effects.keys()]).not.toContain('revoke:mdt_1')
    expect(moments(stream)).toEqual({})
  })

  test.each([
    ['pending', ['revoke'], asked],
    ['rejected', [], () => asked().given(registered(declined('ZA')))],
    ['revoked', [], () => active().given(REVOKE)],
  ])('has nothing to end of what is %s', (status, allowed_actions, given) => {
    expect(said(given().when(BY_RAIL))).toEqual({
      code: 'state_conflict',
      detail: `Mandate mdt_1 is ${status}: the rail ends only what the payer has approved.`,
      allowed_actions,
    })
  })
})

describe('a mandate whose time is up', () => {
  test('before anybody approved it, expires and waits for no answer', () => {
    const stream = asked(COLLECT).given(act('approve', [{ after_ms: 2 * DAY, outcome: DONE }]))
    expect(said(stream.fire('registration_expiry:mdt_1'))).toEqual([['mandate.expired', {}]])
    expect(stream.state().mandate).toMatchObject({ status: 'expired', ended_at: MONDAY_8 + DAY })
    expect(moments(stream)).toEqual({})
    expect([...stream.effects.keys()]).toEqual([])
  })

  test.each([
    ['active', planned],
    ['paused', () => planned().given(act('pause'))],
  ])('while %s, completes with its last day and takes back what was planned', (_, given) => {
    const stream = given()
    expect(said(stream.fire('validity_end:mdt_1'))).toEqual([
      ['mandate.completed', {}],
      ['modification.cancelled', {}],
      ['presentation.cancelled', {}],
      ['notification.cancelled', { by: 'rail' }],
    ])
    expect(stream.at).toBe(Date.parse('2030-12-31T18:30:00.000Z'))
    expect(stream.state().mandate).toMatchObject({ status: 'completed', ended_at: stream.at })
    expect(moments(stream)).toEqual({})
  })

  test('for one debit, completes with it and waits for its last day no more', () => {
    const stream = active({ frequency: 'one_time' }).given(
      present({ source: { instant_amount: 100_00 } }),
    )
    stream.fire('present:prs_1')
    stream.given(answer('presentation', 'prs_1', DONE, 1))
    expect(stream.state().mandate).toMatchObject({ status: 'completed', ended_at: stream.at })
    expect(stream.timers.get('validity_end:mdt_1')).toBeNull()
  })
})

describe('a moment that comes although its reason has gone', () => {
  test.each([
    ['active', registered(DONE)],
    ['rejected', registered(declined('ZA'))],
    ['revoked', REVOKE],
  ])('does not let expire what is %s', (_, meanwhile) => {
    const stream = asked()
    const timer = waiting(stream, 'registration_expiry:mdt_1')
    stream.given(meanwhile)
    expect(stream.when({ type: 'FireTimer', timer })).toEqual({ ok: true, events: [] })
  })

  test('does not complete what is revoked', () => {
    const stream = planned()
    const timer = waiting(stream, 'validity_end:mdt_1')
    stream.given(REVOKE)
    expect(stream.when({ type: 'FireTimer', timer })).toEqual({ ok: true, events: [] })
  })
})

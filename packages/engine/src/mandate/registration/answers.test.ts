import { describe, expect, test } from 'vitest'
import { said } from '../../collected/collected-specification.ts'
import type { Outcome } from '../../ports/outcome.ts'
import { DAY, DONE, declined, HOUR, MONDAY_8, SECOND, told } from '../decider-specification.ts'
import { NO_PAYER } from '../mandate.ts'
import { act, asked, moments, registered, soon } from './registration-specification.ts'

const PAYER = { ...NO_PAYER, name: 'Asha Kale', vpa: 'asha@ybl' }
const COLLECT = { flow: 'collect', mcc: '6211', payer: PAYER } as const

const ARRIVED: Outcome = { result: 'accepted', state: 'awaiting_payer' }
const UNKNOWN: Outcome = { result: 'unknown' }
const NOT_SENT: Outcome = { result: 'not_sent', detail: 'no line to the bank' }
const YES: Outcome = {
  result: 'accepted',
  state: 'done',
  references: { umn: 'u@okaxis', payer_vpa: 'asha@okaxis' },
}
const NO = declined('ZA')
const DECLINE = {
  reason: 'payer_declined',
  provider_code: 'ZA',
  npci_code: 'ZA',
  advice: 'after_payer_action',
}

const TEN_SECONDS_ON = (MONDAY_8 + 10 * SECOND) as typeof MONDAY_8
const expected = (outcome: Outcome, order = 0) => [
  'mandate.answer_expected',
  { at: TEN_SECONDS_ON, outcome, attempt: null, order },
]
const LOOKED = ['mandate.authorization_opened', {}]

describe('the answer to a registration', () => {
  test('yes, makes it active under the number and the address that the rail tells', () => {
    const stream = asked({ payer: PAYER }).wait(HOUR)
    const decision = stream.when(registered(YES))
    expect(said(decision)).toEqual([['mandate.activated', { umn: 'u@okaxis' }]])
    expect(decision).toMatchObject({ private: { payer: { ...PAYER, vpa: 'asha@okaxis' } } })
    expect(stream.state().mandate).toMatchObject({
      status: 'active',
      revision: 2,
      umn: 'u@okaxis',
      activated_at: stream.at,
      updated_at: stream.at,
    })
    expect(moments(stream)).toEqual({
      'validity_end:mdt_1': Date.parse('2030-12-31T18:30:00.000Z'),
    })
  })

  test.each([
    ['tells neither number nor address', {}],
    ['tells nothing', undefined],
  ])('yes, is one also where the bank %s', (_, references) => {
    const yes: Outcome = { result: 'accepted', state: 'done', ...(references && { references }) }
    const decision = asked({ payer: PAYER }).when(registered(yes))
    expect(said(decision)).toEqual([['mandate.activated', { umn: null }]])
    expect(decision).toMatchObject({ private: { payer: PAYER } })
  })

  test('no, ends it with what the bank said', () => {
    const stream = asked().wait(HOUR)
    expect(said(stream.when(registered(NO)))).toEqual([['mandate.rejected', { decline: DECLINE }]])
    expect(stream.state().mandate).toMatchObject({
      status: 'rejected',
      status_reason: DECLINE,
      ended_at: stream.at,
    })
    expect(moments(stream)).toEqual({})
  })

  test('that it has reached the payer, counts as the link being opened, once', () => {
    const stream = asked(COLLECT).wait(HOUR)
    expect(said(stream.when(registered(ARRIVED)))).toEqual([LOOKED])
    expect(stream.state().mandate).toMatchObject({
      status: 'pending',
      revision: 1,
      opened_at: stream.at,
    })
    expect(said(stream.wait(HOUR).when(registered(ARRIVED)))).toEqual([])
    expect(Object.keys(moments(stream))).toEqual(['registration_expiry:mdt_1'])
  })

  test('that it has reached the payer, may come with the answer that is on its way', () => {
    const stream = asked(COLLECT)
    const decision = stream.when(registered({ ...ARRIVED, later: [soon(NO)] }))
    expect(said(decision)).toEqual([LOOKED, expected(NO)])
    expect(moments(stream)).toMatchObject({ 'bank_answer:mdt_1': TEN_SECONDS_ON })
    expect(told(stream.fire('bank_answer:mdt_1'))).toEqual(['mandate.rejected'])
  })

  test('that nobody knows, leaves it to the payer until its time is up', () => {
    const stream = asked(COLLECT)
    expect(said(stream.when(registered(UNKNOWN)))).toEqual([])
    expect(said(stream.when(registered({ ...UNKNOWN, later: [soon(DONE)] })))).toEqual([
      expected(DONE),
    ])
    expect(stream.state().mandate).toMatchObject({ status: 'pending', opened_at: null })
    expect(told(stream.fire('registration_expiry:mdt_1'))).toEqual(['mandate.expired'])
    expect(stream.at).toBe(MONDAY_8 + DAY)
  })

  test('that it was not sent, changes nothing: it goes out again', () => {
    expect(asked(COLLECT).when(registered(NOT_SENT))).toEqual({ ok: true, events: [] })
  })

  test.each<[string, Outcome]>([
    ['yes', YES],
    ['no', NO],
    ['that it has reached the payer', ARRIVED],
    ['that nobody knows', UNKNOWN],
    ['that it was not sent', NOT_SENT],
  ])('%s, comes too late for a mandate that has moved on', (_, outcome) => {
    for (const before of [DONE, NO])
      expect(asked().given(registered(before)).when(registered(outcome))).toEqual({
        ok: true,
        events: [],
      })
  })
})

describe('answers that are on their way', () => {
  test('take the place of earlier ones, also of the second of two', () => {
    const stream = asked().given(act('approve', [soon(DONE), soon(NO)]))
    expect(moments(stream)).toEqual({
      'registration_expiry:mdt_1': MONDAY_8 + DAY,
      'bank_answer:mdt_1': TEN_SECONDS_ON,
      'bank_answer:mdt_1:1': TEN_SECONDS_ON,
    })
    stream.given(act('decline', [soon(NO)]))
    expect(stream.timers.get('bank_answer:mdt_1')?.outcome).toEqual(NO)
    expect(stream.timers.get('bank_answer:mdt_1:1')).toBeNull()
  })

  test('wait side by side, however many there are', () => {
    const stream = asked().given(act('approve', [soon(DONE), soon(NO), soon(DONE)]))
    const set = [...stream.timers].map(([key, timer]) => [key, timer?.at ?? null])
    expect(Object.fromEntries(set)).toEqual({
      'registration_expiry:mdt_1': MONDAY_8 + DAY,
      'bank_answer:mdt_1': TEN_SECONDS_ON,
      'bank_answer:mdt_1:1': TEN_SECONDS_ON,
      'bank_answer:mdt_1:2': TEN_SECONDS_ON,
    })
  })

  test('are no longer waited for once the bank has said yes', () => {
    const stream = asked()
      .given(act('approve', [soon(DONE)]))
      .given(registered(DONE))
    expect(stream.timers.get('bank_answer:mdt_1')).toBeNull()
    expect(stream.timers.get('registration_expiry:mdt_1')).toBeNull()
  })

  test('leave the address that they tell with the payer, and out of the log', () => {
    const bare: Outcome = { result: 'accepted', state: 'done' }
    const decision = asked({ payer: PAYER }).when(
      act('approve', [soon(NO), soon(bare), soon({ ...YES, later: [] })]),
    )
    expect(said(decision)).toEqual([
      LOOKED,
      expected(NO),
      expected(bare, 1),
      expected({ ...YES, later: [], references: { umn: 'u@okaxis' } }, 2),
    ])
    expect(decision).toMatchObject({ private: { payer: { ...PAYER, vpa: 'asha@okaxis' } } })
  })

  test('leave the payer as it is where they tell no address', () => {
    const decision = asked({ payer: PAYER }).when(act('approve', [soon(DONE)]))
    expect(said(decision)).toEqual([LOOKED, expected(DONE)])
    expect(decision).not.toHaveProperty('private')
  })
})

import { isoDate, type MandateLinkTerms, toInstant } from '@upi-autopay/rail'
import { describe, expect, test } from 'vitest'
import { said } from '../../collected/collected-specification.ts'
import {
  createMandate,
  createStream,
  DAY,
  HOUR,
  MONDAY_8,
  type Stream,
} from '../decider-specification.ts'
import type { Mandate } from '../mandate.ts'
import { NO_PAYER } from '../mandate.ts'
import { active, asked, modify, moments } from './registration-specification.ts'

const TUESDAY_8 = toInstant(MONDAY_8 + DAY)

const PENDING: Mandate = {
  id: 'mdt_1',
  revision: 1,
  status: 'pending',
  reference_id: 'member-001',
  flow: 'intent',
  description: 'Daily deposit',
  amount: 20_000_00,
  amount_rule: 'max',
  min_amount: null,
  frequency: 'daily',
  debit_rule: null,
  start_date: isoDate('2030-01-07'),
  end_date: isoDate('2030-12-31'),
  mcc: '5968',
  settlement: 't1',
  notice_exemption: null,
  first_debit: null,
  redirect_url: null,
  metadata: {},
  upi_link: 'upi://mandate?pa=society@sim',
  registration_expires_at: TUESDAY_8,
  opened_at: null,
  umn: null,
  activated_at: null,
  ended_at: null,
  status_reason: null,
  revoked_by: null,
  modification: null,
  next_sequence_number: 1,
  numbered_cycles: [],
  spent_until: null,
  created_at: MONDAY_8,
  updated_at: MONDAY_8,
}

const LINKED: MandateLinkTerms = {
  mandate_id: 'mdt_1',
  reference_id: 'member-001',
  payee_vpa: 'society@sim',
  payee_name: 'Society',
  mcc: '5968',
  description: 'Daily deposit',
  amount: 20_000_00,
  amount_rule: 'max',
  frequency: 'daily',
  debit_rule: null,
  start_date: isoDate('2030-01-07'),
  end_date: isoDate('2030-12-31'),
  first_debit_amount: null,
  flow: 'intent',
  expires_at: TUESDAY_8,
  umn: null,
  rules_on: isoDate('2030-01-07'),
}

const REGISTER = {
  id: 'register:mdt_1',
  kind: 'register',
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
}

describe('a mandate that is asked for', () => {
  test('has what was asked for, takes the rest from the account, and keeps its payer out of the log', () => {
    const stream = createStream()
    const payer = { ...NO_PAYER, vpa: 'asha@ybl', name: 'Asha Kale' }
    expect(stream.when(createMandate({ payer }))).toEqual({
      ok: true,
      events: [
        {
          type: 'mandate.created',
          resource_kind: 'mandate',
          resource_id: 'mdt_1',
          data: { mandate: PENDING },
        },
      ],
      private: { payer },
    })
    expect(moments(stream)).toEqual({ 'registration_expiry:mdt_1': TUESDAY_8 })
  })

  test('may be settled faster than the account, and in another category of it', () => {
    expect(asked({ settlement: 't0', mcc: '6211' }).state().mandate).toEqual({
      ...PENDING,
      settlement: 't0',
      mcc: '6211',
    })
  })

  test('names every rule that it breaks', () => {
    const decision = createStream().when(
      createMandate({ mcc: '5411', start_date: isoDate('2030-01-06') }),
    )
    expect(said(decision)).toMatchObject({
      code: 'mcc_not_approved',
      violations: [{ code: 'mcc_not_approved' }, { code: 'start_date_in_past' }],
    })
  })

  test('is approved at once where the sandbox says so, under the address that the bank tells', () => {
    const stream = createStream()
    const approved = { umn: 'u@okaxis', payer_vpa: 'asha@okaxis' }
    const decision = stream.when(createMandate({ approved }))
    expect(said(decision)).toEqual([
      ['mandate.created', { mandate: PENDING }],
      ['mandate.activated', { umn: 'u@okaxis' }],
    ])
    expect(decision).toMatchObject({ private: { payer: { ...NO_PAYER, vpa: 'asha@okaxis' } } })
    expect(moments(stream)).toEqual({
      'validity_end:mdt_1': toInstant(Date.parse('2030-12-31T18:30:00.000Z')),
    })
  })
})

describe('until when it may be approved', () => {
  test.each([
    ['for a day where nothing is asked', null, '2030-12-31', '2030-01-08T02:30:00.000Z'],
    ['for as long as is asked', 10 * HOUR, '2030-12-31', '2030-01-07T12:30:00.000Z'],
    ['to the end of its last day', 3 * DAY, '2030-01-08', '2030-01-08T18:30:00.000Z'],
  ])('%s', (_, registration_expires_in_ms, end_date, until) => {
    const stream = asked({ registration_expires_in_ms, end_date: isoDate(end_date) })
    expect(moments(stream)).toEqual({ 'registration_expiry:mdt_1': Date.parse(until) })
    expect(stream.state().mandate.registration_expires_at).toBe(Date.parse(until))
  })
})

describe('the link by which a payer approves', () => {
  /** Gives the terms that the link was made of, newest last. */
  function linked(
    terms: Parameters<typeof createMandate>[0] = {},
    policy: Parameters<typeof createStream>[0] = {},
  ): { stream: Stream; links: MandateLinkTerms[] } {
    const links: MandateLinkTerms[] = []
    const authorizationLink = (link: MandateLinkTerms): string => {
      links.push(link)
      return `upi://mandate?${links.length}`
    }
    return { stream: active(terms, policy, { authorizationLink }), links }
  }

  test('carries the terms of the mandate', () => {
    const { stream, links } = linked()
    expect(links).toEqual([LINKED])
    expect(stream.state().mandate.upi_link).toBe('upi://mandate?1')
  })

  test('carries the first debit, where one is agreed', () => {
    const { links } = linked({ first_debit: { amount: 50_00 } })
    expect(links).toEqual([{ ...LINKED, first_debit_amount: 50_00 }])
  })

  test.each([
    ['its own reference', 'raise-001', 'raise-001'],
    ['that of the mandate, where it has none', null, 'member-001'],
  ])('carries new terms under %s, by the rules of the day of the mandate', (_, given, shown) => {
    const { stream, links } = linked({ first_debit: { amount: 50_00 } })
    stream.wait(5 * DAY).given(modify({ reference_id: given, end_date: isoDate('2031-01-31') }))
    expect(links.at(-1)).toEqual({
      ...LINKED,
      mandate_id: 'mod_1',
      reference_id: shown,
      amount: 30_000_00,
      end_date: isoDate('2031-01-31'),
      expires_at: MONDAY_8 + 6 * DAY,
    })
    expect(stream.state().mandate.modification?.upi_link).toBe('upi://mandate?2')
  })
})

describe('who asks the payer', () => {
  test('nobody, where the payer opens a link that the merchant shows', () => {
    expect([...asked().effects.keys()]).toEqual([])
  })

  test('the provider, where it is a collect request', () => {
    const payer = { ...NO_PAYER, vpa: 'asha@ybl' }
    const stream = asked({ flow: 'collect', mcc: '6211', payer })
    expect([...stream.effects.values()]).toEqual([
      { ...REGISTER, request: { ...REGISTER.request, flow: 'collect' } },
    ])
  })

  test('the provider, where only it can make the link', () => {
    const stream = asked({}, {}, { authorizationLink: null })
    expect(stream.state().mandate.upi_link).toBeNull()
    expect([...stream.effects.values()]).toEqual([REGISTER])
  })
})

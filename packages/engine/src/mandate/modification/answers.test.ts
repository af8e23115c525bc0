import { endOfIstDay, type Instant, isoDate, type MandateLinkTerms } from '@upi-autopay/rail'
import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../ports/outcome.ts'
import {
  answer,
  createMandate,
  createStream,
  DAY,
  DONE,
  declined,
  MINUTE,
  MONDAY_8,
  notify,
  present,
  type Stream,
  told,
} from '../decider-specification.ts'
import { modificationEvent } from '../events.ts'
import { followUp, refusal } from '../follow-up-specification.ts'
import type { ModifyMandate } from './commands.ts'
import { evolveModification } from './evolve.ts'
import type { Modification } from './modification.ts'
import { requestModification } from './request.ts'

const MODIFY: ModifyMandate = {
  type: 'ModifyMandate',
  id: 'mod_1',
  mandate_id: 'mdt_1',
  reference_id: 'change-001',
  amount: 30_000_00,
  end_date: null,
  expires_in_ms: null,
  metadata: { asked_by: 'member' },
}
const tell = (outcome: Outcome) => answer('modification', 'mod_1', outcome)
const active = (terms: Parameters<typeof createMandate>[0] = {}): Stream =>
  createStream()
    .given(createMandate(terms))
    .given(answer('mandate', 'mdt_1', DONE))
const pending = (terms: Partial<ModifyMandate> = {}): Stream =>
  active()
    .given({ ...MODIFY, ...terms })
    .wait(MINUTE)
const shown = (stream: Stream) => stream.state().mandate.modification

const ASKED: Modification = {
  id: 'mod_1',
  revision: 1,
  status: 'pending',
  mandate_id: 'mdt_1',
  reference_id: 'change-001',
  amount: 30_000_00,
  end_date: isoDate('2030-12-31'),
  previous: { amount: 20_000_00, end_date: isoDate('2030-12-31') },
  upi_link: 'upi://mandate?pa=society@sim',
  expires_at: (MONDAY_8 + DAY) as Instant,
  decided_at: null,
  status_reason: null,
  metadata: { asked_by: 'member' },
  created_at: MONDAY_8,
  updated_at: MONDAY_8,
}
const ZA = {
  reason: 'payer_declined',
  provider_code: 'ZA',
  npci_code: 'ZA',
  advice: 'after_payer_action',
} as const
const OVER = {
  timers: { 'modification_expiry:mod_1': null, 'bank_answer:mod_1': null },
  withdrawn: ['modify:mod_1'],
}

describe('a modification that waits for its payer', () => {
  test('shows the terms asked for and those before', () => {
    const stream = pending()
    expect(shown(stream)).toEqual(ASKED)
    expect(stream.effects.get('modify:mod_1')).toMatchObject({
      resource_kind: 'modification',
      resource_id: 'mod_1',
      request: { amount: 30_000_00, end_date: '2030-12-31' },
    })
  })

  test('gives the payer a link that names the new terms under the same mandate', () => {
    const stream = active({ first_debit: { amount: 500_00 } })
    const asked: MandateLinkTerms[] = []
    const facts = stream.facts()
    const provider = {
      ...facts.provider,
      authorizationLink: (terms: MandateLinkTerms) => {
        asked.push(terms)
        return 'upi://mandate?pa=society@sim'
      },
    }
    const end_date = isoDate('2030-06-30')
    requestModification(stream.state(), { ...MODIFY, end_date }, { ...facts, provider })
    expect(asked).toEqual([
      {
        mandate_id: 'mod_1',
        reference_id: 'change-001',
        payee_vpa: 'society@sim',
        payee_name: 'Society',
        mcc: '5968',
        description: 'Daily deposit',
        amount: 30_000_00,
        amount_rule: 'max',
        frequency: 'daily',
        debit_rule: null,
        start_date: '2030-01-07',
        end_date,
        // It was made when the mandate was approved.
        first_debit_amount: null,
        flow: 'intent',
        expires_at: MONDAY_8 + DAY,
        umn: null,
        rules_on: '2030-01-07',
      },
    ])
  })

  test('takes the bank’s no, with its reason', () => {
    const stream = pending()
    const after = followUp(stream, () => stream.when(tell(declined('ZA'))))
    expect(after).toEqual({
      said: [['modification.declined', { decline: ZA }]],
      asked: [],
      ...OVER,
    })
    const decided = { revision: 2, decided_at: stream.at, updated_at: stream.at }
    expect(shown(stream)).toEqual({ ...ASKED, ...decided, status: 'declined', status_reason: ZA })
  })

  test('takes the bank’s yes', () => {
    const stream = pending()
    const after = followUp(stream, () => stream.when(tell(DONE)))
    expect(after.said).toEqual([
      ['modification.applied', {}],
      ['mandate.modified', { amount: 30_000_00, end_date: '2030-12-31' }],
    ])
    expect(after.timers).toMatchObject(OVER.timers)
    const decided = { revision: 2, decided_at: stream.at, updated_at: stream.at }
    expect(shown(stream)).toEqual({ ...ASKED, ...decided, status: 'applied' })
  })

  test('is over when its time is', () => {
    const stream = pending()
    const after = followUp(stream, () => stream.fire('modification_expiry:mod_1'))
    expect(after).toMatchObject({ said: [['modification.expired', {}]], withdrawn: OVER.withdrawn })
    const decided = { revision: 2, updated_at: MONDAY_8 + DAY }
    expect(shown(stream)).toEqual({ ...ASKED, ...decided, status: 'expired' })
  })

  test.each<readonly [string, Outcome]>([
    ['the provider has it', { result: 'accepted', state: 'acknowledged' }],
    ['the payer is asked', { result: 'accepted', state: 'awaiting_payer' }],
    ['nobody knows', { result: 'unknown' }],
    ['it was never sent', { result: 'not_sent', detail: 'no connection' }],
  ])('waits on when it is told that %s', (_what, outcome) => {
    const stream = pending()
    expect(stream.when(tell(outcome))).toEqual({ ok: true, events: [] })
    expect(shown(stream)).toEqual(ASKED)
  })

  test.each([
    ['has it', { result: 'accepted', state: 'acknowledged' }],
    ['cannot say', { result: 'unknown' }],
  ] as const)('keeps every answer that a provider announces which %s', (_what, said) => {
    const stream = pending()
    const later = [10_000, 20_000, 30_000].map((after_ms) => ({ after_ms, outcome: DONE }))
    const at = (ms: number) => stream.at + ms
    const expected = (ms: number, order: number) => [
      'modification.answer_expected',
      { at: at(ms), outcome: DONE, attempt: null, order },
    ]
    expect(followUp(stream, () => stream.when(tell({ ...said, later })))).toEqual({
      said: [expected(10_000, 0), expected(20_000, 1), expected(30_000, 2)],
      timers: {
        'bank_answer:mod_1': at(10_000),
        'bank_answer:mod_1:1': at(20_000),
        'bank_answer:mod_1:2': at(30_000),
      },
      asked: [],
      withdrawn: [],
    })
    expect(stream.timers.get('bank_answer:mod_1')).toMatchObject({
      resource_kind: 'modification',
      resource_id: 'mod_1',
    })
    expect(shown(stream)).toEqual(ASKED)
  })

  test('forgets the second answer to an earlier choice of its payer', () => {
    const later = (...ms: number[]) => ms.map((after_ms) => ({ after_ms, outcome: DONE }))
    const stream = pending().given(tell({ result: 'unknown', later: later(10_000, 20_000) }))
    const again = tell({ result: 'unknown', later: later(15_000) })
    expect(followUp(stream, () => stream.when(again)).timers).toEqual({
      'bank_answer:mod_1': stream.at + 15_000,
      'bank_answer:mod_1:1': null,
    })
  })
})

test.each<readonly [string, Outcome]>([
  ['applied', DONE],
  ['declined', declined('ZA')],
])('a modification that was %s does not expire', (_how, outcome) => {
  const stream = pending()
  const timer = stream.timers.get('modification_expiry:mod_1')
  if (timer == null) throw new Error('it has its time')
  stream.given(tell(outcome)).wait(DAY)
  expect(stream.when({ type: 'FireTimer', timer })).toEqual({ ok: true, events: [] })
})

describe('a modification is refused', () => {
  test('of a mandate that is not active', () => {
    expect(refusal(createStream().given(createMandate()).when(MODIFY))).toEqual({
      code: 'state_conflict',
      detail: 'Mandate mdt_1 is pending: only an active mandate can be modified.',
      allowed_actions: ['revoke'],
    })
  })

  test('while another waits, which it names', () => {
    expect(refusal(pending().when({ ...MODIFY, id: 'mod_2' }))).toMatchObject({
      code: 'modification_open',
      existing: { object: 'modification', id: 'mod_1' },
    })
  })

  test.each<readonly [string, Partial<ModifyMandate>, readonly string[]]>([
    ['that changes nothing', { amount: 20_000_00 }, ['modification.changes']],
    ['to end in the past', { end_date: isoDate('2030-01-06') }, ['modification.end_date']],
    [
      'by every rule that it breaks',
      { amount: 20_000_00, expires_in_ms: 59_999 },
      ['modification.changes', 'modification.expiry'],
    ],
  ])('%s', (_why, terms, rules) => {
    const { violations } = refusal(active().when({ ...MODIFY, ...terms }))
    expect(violations?.map(({ rule }) => rule)).toEqual(expect.arrayContaining([...rules]))
  })
})

describe('a planned debit', () => {
  /** Announced for the day after tomorrow, and planned. */
  const planned = (): Stream =>
    active()
      .given(notify({ debit_date: isoDate('2030-01-09') }))
      .given(answer('notification', 'pdn_1', DONE))
      .given(present())

  test.each([
    ['2030-01-08', ['presentation.cancelled', 'notification.cancelled']],
    ['2030-01-09', []],
  ])('is judged by the day of its notice when the mandate comes to end on %s', (day, more) => {
    const stream = planned().given({ ...MODIFY, amount: null, end_date: isoDate(day) })
    expect(told(stream.when(tell(DONE)))).toEqual([
      'modification.applied',
      'mandate.modified',
      ...more,
    ])
    expect(stream.timers.get('validity_end:mdt_1')?.at).toBe(endOfIstDay(isoDate(day)))
  })
})

test('the log of a modification is that of the last one asked for', () => {
  const applied = modificationEvent('modification.applied', 'mod_2', {}) as Parameters<
    typeof evolveModification
  >[1]
  for (const known of [null, ASKED])
    expect(() => evolveModification(known, applied, MONDAY_8)).toThrow('mod_2')
})

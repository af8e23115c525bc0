import { isoDate } from '@upi-autopay/rail'
import { expect, test } from 'vitest'
import { activeMandate, debitAtBank, modify } from './debited-specification.ts'
import {
  answer,
  createMandate,
  createStream,
  declined,
  notify,
  type Stream,
} from './decider-specification.ts'

const beside = {
  tenant: { merchant_id: 'mer_1', mode: 'test' },
  stream: 'mdt_1',
  stream_kind: 'mandate',
}
const plain = { flow: 'intent', authentication: 'none', attempts_before: 0 }

/** A debit that was declined and tried again by hand. */
function triedAgain(): Stream {
  const stream = debitAtBank().given(answer('presentation', 'prs_1', declined('Z9'), 1))
  stream.given({
    type: 'RetryPresentation',
    presentation_id: 'prs_1',
    when: 'asap',
    present_at: null,
  })
  stream.fire('present:prs_1')
  return stream
}

/** A debit whose second attempt the bank cannot speak of; it is asked. */
function askedAbout(): Stream {
  const stream = triedAgain().given(answer('presentation', 'prs_1', { result: 'unknown' }, 2))
  stream.fire('inquire:prs_1:2')
  return stream
}

test.each<[what: string, given: () => Stream, effect: object]>([
  [
    'a collect request, by its flow',
    () => createStream().given(createMandate({ flow: 'collect', mcc: '6211' })),
    {
      id: 'register:mdt_1',
      kind: 'register',
      resource_kind: 'mandate',
      resource_id: 'mdt_1',
      attempt: null,
      provider_reference: 'mdt1',
      request: { amount: 20_000_00, ...plain, flow: 'collect' },
    },
  ],
  [
    'other terms, with the new last day',
    () => activeMandate().given(modify({ end_date: isoDate('2030-06-30') })),
    {
      id: 'modify:mod_1',
      kind: 'modify',
      resource_kind: 'modification',
      resource_id: 'mod_1',
      attempt: null,
      provider_reference: 'mod1',
      request: { amount: 30_000_00, end_date: '2030-06-30', ...plain },
    },
  ],
  [
    'a notice',
    () => activeMandate().given(notify()),
    {
      id: 'notify:pdn_1',
      kind: 'notify',
      resource_kind: 'notification',
      resource_id: 'pdn_1',
      attempt: null,
      provider_reference: 'pdn1',
      request: { amount: 100_00, ...plain },
    },
  ],
  [
    'a first attempt, with the PIN that the first debit of a mandate needs',
    debitAtBank,
    {
      id: 'present:prs_1:1',
      kind: 'present',
      resource_kind: 'presentation',
      resource_id: 'prs_1',
      attempt: 1,
      provider_reference: 'prs1a1',
      request: { amount: 100_00, ...plain, authentication: 'pin' },
    },
  ],
  [
    'a second attempt, which names the one before',
    triedAgain,
    {
      id: 'present:prs_1:2',
      kind: 'present',
      resource_kind: 'presentation',
      resource_id: 'prs_1',
      attempt: 2,
      provider_reference: 'prs1a2',
      request: { amount: 100_00, ...plain, authentication: 'pin', attempts_before: 1 },
    },
  ],
  [
    'what became of an attempt, by the reference of its sending',
    askedAbout,
    {
      id: 'inquire:prs_1:2:1',
      kind: 'inquire',
      resource_kind: 'presentation',
      resource_id: 'prs_1',
      attempt: 2,
      provider_reference: 'prs1a2',
      request: { amount: 100_00, ...plain, attempts_before: 1, truth: null },
    },
  ],
])('the provider is asked for %s', (_what, given, effect) => {
  const { id } = effect as { id: string }
  expect(given().effects.get(id)).toStrictEqual({ ...beside, ...effect })
})

import { describe, expect, test } from 'vitest'
import { isAskedOfAnother } from './asked-of-another.ts'
import { createMandate, createStream, DONE, declined } from './decider-specification.ts'
import { NO_PAYER } from './mandate.ts'
import type { ActAsPayer } from './registration/commands.ts'

const ASHA = { ...NO_PAYER, name: 'Asha', phone: '+919800000001', vpa: 'asha@ybl' }

function act(terms: Partial<ActAsPayer>): ActAsPayer {
  return {
    type: 'ActAsPayer',
    mandate_id: 'mdt_1',
    action: 'open',
    vpa: null,
    answers: [],
    ...terms,
  }
}

describe('a payer who opens the link under an address of hers', () => {
  const asked = () => createStream().given(createMandate({ payer: ASHA }))

  test('is known by it from then on, and by all else that was known', () => {
    expect(asked().when(act({ vpa: 'asha@okaxis' }))).toMatchObject({
      ok: true,
      private: { payer: { ...ASHA, vpa: 'asha@okaxis' } },
    })
  })

  test('is known by it though the bank tells another one with its answer', () => {
    const told = { ...DONE, references: { payer_vpa: 'asha@bank' } }
    const answers = [{ after_ms: 1_000, outcome: told }]
    expect(asked().when(act({ action: 'approve', vpa: 'asha@okaxis', answers }))).toMatchObject({
      ok: true,
      private: { payer: { ...ASHA, vpa: 'asha@okaxis' } },
    })
  })

  test('who names none keeps the one that was asked', () => {
    const opened = asked().when(act({}))
    expect(opened).toMatchObject({ ok: true })
    expect(opened).not.toHaveProperty('private')
  })

  test('who may do nothing any more is not written down', () => {
    const stream = asked().given({ type: 'RevokeMandate', mandate_id: 'mdt_1' })
    const refused = stream.when(act({ vpa: 'asha@okaxis' }))
    expect(refused).toMatchObject({ ok: false, rejection: { code: 'state_conflict' } })
    expect(refused).not.toHaveProperty('private')
  })

  test('stays as she is when she declines without a word on her address', () => {
    const answers = [{ after_ms: 1_000, outcome: declined('ZA') }]
    expect(asked().when(act({ action: 'decline', answers }))).not.toHaveProperty('private')
  })
})

test.each([
  ['a collect request, opened under another address', 'collect', 'asha@ybl', 'ravi@ybl', true],
  [
    'a collect request, opened under the one that was asked',
    'collect',
    'asha@ybl',
    'ASHA@ybl',
    false,
  ],
  ['a collect request, opened under no name', 'collect', 'asha@ybl', null, false],
  ['a collect request of which the address is gone', 'collect', null, 'ravi@ybl', false],
  ['a link, which anybody may open', 'intent', 'asha@ybl', 'ravi@ybl', false],
] as const)('%s', (_what, flow, asked, vpa, another) => {
  expect(isAskedOfAnother({ flow, payer: { vpa: asked } }, vpa)).toBe(another)
})

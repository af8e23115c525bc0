import { describe, expect, test } from 'vitest'
import { activeMandate, modify } from './debited-specification.ts'
import {
  createMandate,
  createStream,
  DONE,
  MINUTE,
  MONDAY_8,
  notify,
} from './decider-specification.ts'
import { evolveMandate } from './evolve.ts'

const act = { type: 'ActAsPayer', mandate_id: 'mdt_1', vpa: null, answers: [] } as const

describe('what the payer does with a registration or a change', () => {
  test('shows when the link was opened, and is no new version of the mandate', () => {
    const stream = createStream().given(createMandate())
    const before = stream.state().mandate
    stream.wait(MINUTE).given({ ...act, action: 'open' })
    expect(stream.state().mandate).toEqual({ ...before, opened_at: MONDAY_8 + MINUTE })
  })

  test('is no new version of a mandate while the bank has yet to answer to the change', () => {
    const stream = activeMandate().given(modify())
    const before = stream.state().mandate
    const answers = [{ after_ms: 10_000, outcome: DONE }]
    stream.wait(MINUTE).given({ ...act, action: 'approve', answers })
    expect(stream.state().mandate).toEqual(before)
    stream.fire('bank_answer:mod_1')
    expect(stream.state().mandate).toMatchObject({
      revision: before.revision + 2,
      amount: 30_000_00,
    })
  })
})

test('a stream that does not begin with its creation is a bug, and is named', () => {
  const decision = activeMandate().when(notify())
  const [event] = decision.ok ? decision.events : []
  if (event === undefined) throw new Error('nothing was decided')
  expect(() => evolveMandate(null, event, MONDAY_8)).toThrow(
    'the stream of pdn_1 does not begin with its creation',
  )
})

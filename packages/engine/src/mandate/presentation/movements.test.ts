import { expect, test } from 'vitest'
import { DONE, declined, HOUR, MINUTE, present, type Stream } from '../decider-specification.ts'
import { active, debitOf, ist, processing, tell } from './debits-specification.ts'

const REVERSE = { type: 'ReversePresentation', presentation_id: 'prs_1' } as const
const TUESDAY_8 = ist('2030-01-08T08:00')
const WEDNESDAY_SETTLEMENT = ist('2030-01-09T10:00')

/** One success of the debit of ₹100, as the books hold it. */
function collected(attempt: number, at: number, rrn: string): object {
  return {
    id: `prs_1:${attempt}:collected`,
    kind: 'collected',
    resource_kind: 'presentation',
    resource_id: 'prs_1',
    amount: 100_00,
    fee: 0,
    rrn,
    at,
    speed: 't1',
    settle_at: WEDNESDAY_SETTLEMENT,
  }
}

const paid = (rrn: string) => ({ ...DONE, references: { rrn } }) as typeof DONE

/** A debit whose first attempt was declined at eight and whose second began an hour later. */
function twice(): Stream {
  const stream = processing({ retry: 'auto' }).given(tell(declined('Z9')))
  stream.fire('present:prs_1')
  return stream
}

test('a debit that has moved no money books nothing', () => {
  const stream = twice().given(tell(declined('YE'), 2))
  expect(debitOf(stream).status).toBe('failed')
  expect(stream.booked()).toEqual([])
})

test('a collected debit is booked once, with the reference of the bank', () => {
  const stream = processing().given(tell(paid('000000000001')))
  const again = stream.wait(MINUTE).given(tell(paid('000000000001')))
  expect(again.booked()).toEqual([collected(1, TUESDAY_8, '000000000001')])
})

test('each attempt that collects is booked by itself, also the one that pays a cycle twice', () => {
  const stream = twice()
    .given(tell(paid('000000000001'), 1))
    .wait(MINUTE)
    .given(tell(paid('000000000002'), 2))
  expect(stream.logged().slice(-2)).toMatchObject([
    { type: 'presentation.succeeded' },
    { type: 'presentation.surplus_collected' },
  ])
  expect(stream.booked()).toEqual([
    collected(1, TUESDAY_8 + HOUR, '000000000001'),
    collected(2, TUESDAY_8 + HOUR + MINUTE, '000000000002'),
  ])
})

test('a success that is told after the debit failed is booked when it is told', () => {
  const stream = processing()
    .given(tell(declined('YE')))
    .wait(HOUR)
    .given(tell(paid('000000000003')))
  expect(stream.logged().at(-1)?.type).toBe('presentation.corrected')
  expect(stream.booked()).toEqual([collected(1, TUESDAY_8 + HOUR, '000000000003')])
})

test('what the bank takes back is booked against its reversal', () => {
  const stream = processing()
    .given(tell(paid('000000000001')))
    .wait(HOUR)
    .given(REVERSE)
  const [reversal] = Object.values(stream.state().reversals)
  expect(stream.booked().slice(1)).toEqual([
    {
      id: `${reversal?.id}:reversed`,
      kind: 'reversed',
      resource_kind: 'reversal',
      resource_id: reversal?.id,
      amount: 100_00,
      fee: 0,
      rrn: null,
      at: TUESDAY_8 + HOUR,
      speed: 't1',
      settle_at: WEDNESDAY_SETTLEMENT,
    },
  ])
})

test('a mandate that is settled within the day books its money so', () => {
  const stream = active({ settlement: 't0' }).given(
    present({ source: { instant_amount: 100_00 }, reference_id: 'instant-001' }),
  )
  stream.fire('present:prs_1')
  stream.given(tell(DONE))
  expect(stream.booked()).toMatchObject([{ id: 'prs_1:1:collected', speed: 't0' }])
})

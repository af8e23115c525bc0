import { isoDate } from '@upi-autopay/rail'
import { expect, test } from 'vitest'
import type { CreateDebit } from './debit/commands.ts'
import { activeMandate } from './debited-specification.ts'
import { answer, DONE, declined, HOUR, notify, type Stream, told } from './decider-specification.ts'

const plain = {
  description: null,
  when: 'asap',
  present_at: null,
  retry: 'none',
  metadata: {},
} as const

/** A notice and its debit, planned in one go. */
function debit(number: number, day: string): CreateDebit {
  return {
    type: 'CreateDebit',
    mandate_id: 'mdt_1',
    notification: notify({ id: `pdn_${number}`, debit_date: isoDate(day) }),
    presentation: { id: `prs_${number}`, reference_id: `debit-00${number}`, ...plain },
    batch_id: null,
    schedule_id: null,
  }
}

/** Two announced debits, tomorrow's and that of the day after. */
function announced(): Stream {
  return activeMandate().given(debit(1, '2030-01-08')).given(debit(2, '2030-01-09')).wait(HOUR)
}

test('a notice that arrives late moves its own debit, and no other', () => {
  const stream = announced()
  const { prs_2 } = stream.state().presentations
  expect(told(stream.when(answer('notification', 'pdn_1', DONE)))).toEqual([
    'notification.delivered',
    'presentation.deferred',
  ])
  expect(stream.state().presentations.prs_2).toBe(prs_2)
})

test('a notice that does not arrive ends its own debit, and no other', () => {
  const stream = announced()
  expect(told(stream.when(answer('notification', 'pdn_2', declined('NU'))))).toEqual([
    'notification.failed',
    'presentation.failed',
  ])
  expect(stream.state().presentations).toMatchObject({
    prs_1: { status: 'scheduled' },
    prs_2: { status: 'failed' },
  })
})

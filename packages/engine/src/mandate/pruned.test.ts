import { describe, expect, test } from 'vitest'
import {
  activeMandate,
  debitAtBank,
  debitCollected,
  GIVE_BACK,
  modify,
  OBJECT,
} from './debited-specification.ts'
import { answer, DAY, DONE, HOUR, MINUTE, notify, type Stream } from './decider-specification.ts'
import { pruneMandate } from './rows.ts'
import { activeWeekly, change, KEY, lastOf, plan } from './schedule/schedule-specification.ts'

/** What the decision state holds after a pruning at this moment, by kind. */
function kept(stream: Stream): Record<string, string[]> {
  const { notifications, presentations, refunds, disputes, schedules, cycles, reversals } =
    pruneMandate(stream.state(), stream.at)
  const held = { notifications, presentations, refunds, disputes, schedules, cycles, reversals }
  return Object.fromEntries(
    Object.entries(held).flatMap(([kind, records]) => {
      const ids = Object.keys(records)
      return ids.length === 0 ? [] : [[kind, ids]]
    }),
  )
}

const paid = answer('presentation', 'prs_1', DONE, 1)
const TUESDAY = ['2030-01-08']

describe('the decision state', () => {
  test('of a debit that is under way keeps all of it, also after its day', () => {
    const stream = debitAtBank()
    const all = { notifications: ['pdn_1'], presentations: ['prs_1'], cycles: TUESDAY }
    expect(kept(stream)).toEqual(all)
    expect(kept(stream.wait(3 * DAY))).toEqual(all)
  })

  test('of a debit that was collected keeps the notice and the counters until its day is over', () => {
    const stream = debitCollected()
    expect(kept(stream)).toEqual({ notifications: ['pdn_1'], cycles: TUESDAY })
    expect(kept(stream.wait(DAY))).toEqual({})
  })

  test.each([
    ['until the end of its day', 16 * HOUR - 1, { notifications: ['pdn_1'], cycles: TUESDAY }],
    ['and no longer', 16 * HOUR, { cycles: TUESDAY }],
    ['with the counters, while an instant debit could claim them', 16 * HOUR + 5 * MINUTE, {}],
  ])('keeps a notice without a debit: %s', (_until, ms, held) => {
    const stream = activeMandate()
      .given(notify())
      .given(answer('notification', 'pdn_1', DONE))
    expect(kept(stream.wait(DAY + ms))).toEqual(held)
  })

  test('keeps no notice that is over', () => {
    const stream = activeMandate().given(notify())
    stream.given({ type: 'CancelNotification', notification_id: 'pdn_1' })
    expect(kept(stream)).toEqual({ cycles: TUESDAY })
  })

  test('keeps a debit while a refund of it is on its way, and neither its notice nor its cycle', () => {
    const stream = debitCollected()
      .wait(7 * DAY)
      .given(GIVE_BACK)
    expect(kept(stream)).toEqual({ presentations: ['prs_1'], refunds: ['rfd_1'] })
    stream.given({ type: 'AnswerRefund', refund_id: 'rfd_1', outcome: DONE })
    expect(kept(stream)).toEqual({})
  })

  test('keeps a debit while a dispute of it is open', () => {
    const stream = debitCollected()
      .wait(7 * DAY)
      .given(OBJECT)
    expect(kept(stream)).toEqual({ presentations: ['prs_1'], disputes: ['dsp_1'] })
    stream.given({ type: 'DecideDispute', dispute_id: 'dsp_1', outcome: 'won' })
    expect(kept(stream)).toEqual({})
  })

  test('keeps a debit that ended while the bank cannot say what became of it', () => {
    const stream = debitAtBank()
      .given(answer('presentation', 'prs_1', { result: 'accepted', state: 'awaiting_payer' }, 1))
      .given({ type: 'CancelPresentation', presentation_id: 'prs_1' })
    stream.given(answer('presentation', 'prs_1', { result: 'unknown' }, 1))
    expect(stream.state().presentations.prs_1?.status).toBe('cancelled')
    expect(kept(stream.wait(7 * DAY))).toEqual({ presentations: ['prs_1'] })
    expect(kept(stream.given(paid))).toEqual({})
  })

  test('keeps no reversal: it is over as it begins', () => {
    const stream = debitCollected().wait(7 * DAY)
    stream.given({ type: 'ReversePresentation', presentation_id: 'prs_1' })
    expect(Object.keys(stream.state().reversals)).toHaveLength(1)
    expect(kept(stream)).toEqual({})
  })

  test('keeps a schedule until it has ended, and then while a debit of it is to be counted', () => {
    const stream = activeWeekly().given(plan())
    expect(kept(stream)).toEqual({ schedules: ['sch_1'] })
    stream.fire(KEY)
    stream.given(change('CancelSchedule'))
    const { notification_id, presentation_id } = lastOf(stream)
    expect(kept(stream)).toEqual({
      notifications: [notification_id],
      presentations: [presentation_id],
      schedules: ['sch_1'],
      cycles: ['2030-01-14'],
    })
    stream.given({ type: 'CancelPresentation', presentation_id })
    expect(kept(stream)).not.toHaveProperty('schedules')
  })

  test('keeps a schedule that waits for the merchant', () => {
    const stream = activeWeekly().given(plan()).given(change('PauseSchedule'))
    expect(kept(stream.wait(7 * DAY))).toEqual({ schedules: ['sch_1'] })
  })

  test('keeps the mandate itself, with the last change of its terms', () => {
    const stream = activeMandate().given(modify())
    expect(pruneMandate(stream.state(), stream.at)).toEqual(stream.state())
  })
})

import { describe, expect, test } from 'vitest'
import type { ResourceRow } from '../ports/decision-store.ts'
import type { MandateCommand } from './commands.ts'
import {
  activeMandate,
  debitAtBank,
  debitCollected,
  modify,
  rowsOf,
} from './debited-specification.ts'
import {
  answer,
  createMandate,
  createStream,
  DAY,
  DONE,
  declined,
  HOUR,
  MONDAY_8,
  notify,
  type Stream,
} from './decider-specification.ts'

const TUESDAY_8 = MONDAY_8 + DAY

function row(stream: Stream, command: MandateCommand, id: string): ResourceRow | undefined {
  return rowsOf(stream, stream.when(command)).find((one) => one.id === id)
}

describe('a row lists and finds', () => {
  test('a mandate, before its activation by our names alone', () => {
    const stream = createStream()
    const shown = row(stream, createMandate(), 'mdt_1')
    expect(shown).toEqual({
      kind: 'mandate',
      id: 'mdt_1',
      stream: 'mdt_1',
      revision: 1,
      status: 'pending',
      reference_id: 'member-001',
      mandate_id: 'mdt_1',
      notification_id: null,
      created_at: MONDAY_8,
      updated_at: MONDAY_8,
      links: [],
      data: stream.state().mandate,
    })
  })

  test('a mandate, once active, also by its UMN', () => {
    const stream = createStream().given(createMandate()).wait(HOUR)
    const approved = { ...DONE, references: { umn: 'abc@sim' } }
    expect(row(stream, answer('mandate', 'mdt_1', approved), 'mdt_1')).toMatchObject({
      revision: 2,
      status: 'active',
      created_at: MONDAY_8,
      updated_at: MONDAY_8 + HOUR,
      links: ['abc@sim'],
    })
  })

  test('a change of its terms, under the mandate', () => {
    const stream = activeMandate()
    expect(row(stream, modify(), 'mod_1')).toEqual({
      kind: 'modification',
      id: 'mod_1',
      stream: 'mdt_1',
      revision: 1,
      status: 'pending',
      reference_id: 'change-001',
      mandate_id: 'mdt_1',
      notification_id: null,
      created_at: MONDAY_8,
      updated_at: MONDAY_8,
      data: stream.state().mandate.modification,
    })
  })

  test('a notice, with what it was made by', () => {
    const stream = activeMandate()
    const announced = row(
      stream,
      notify({ reference_id: 'notice-001', batch_id: 'bat_1' }),
      'pdn_1',
    )
    expect(announced).toEqual({
      kind: 'notification',
      id: 'pdn_1',
      stream: 'mdt_1',
      revision: 1,
      status: 'pending',
      reference_id: 'notice-001',
      mandate_id: 'mdt_1',
      notification_id: 'pdn_1',
      created_at: MONDAY_8,
      updated_at: MONDAY_8,
      links: ['bat_1'],
      data: stream.state().notifications.pdn_1,
    })
  })

  test('a notice that was asked for by itself, by nothing else', () => {
    expect(row(activeMandate(), notify(), 'pdn_1')?.links).toEqual([])
  })

  test('a debit, by the rail’s names of the attempt that collected', () => {
    const stream = debitAtBank()
    expect(row(stream, answer('presentation', 'prs_1', DONE, 1), 'prs_1')).toEqual({
      kind: 'presentation',
      id: 'prs_1',
      stream: 'mdt_1',
      revision: 3,
      status: 'succeeded',
      reference_id: 'debit-001',
      mandate_id: 'mdt_1',
      notification_id: 'pdn_1',
      created_at: MONDAY_8,
      updated_at: TUESDAY_8,
      links: ['000000000001', 'N1'],
      data: stream.state().presentations.prs_1,
    })
  })

  test('a debit that collected nothing, by no name of the rail', () => {
    const refused = answer('presentation', 'prs_1', declined('YE'), 1)
    expect(row(debitAtBank(), refused, 'prs_1')?.links).toEqual([])
  })

  test('a debit that a schedule made, by the schedule', () => {
    const stream = activeMandate()
    const command: MandateCommand = {
      type: 'CreateDebit',
      mandate_id: 'mdt_1',
      notification: notify(),
      presentation: {
        id: 'prs_1',
        reference_id: 'sch_1~1',
        description: null,
        when: 'asap',
        present_at: null,
        retry: 'none',
        metadata: {},
      },
      batch_id: 'bat_1',
      schedule_id: 'sch_1',
    }
    const made = rowsOf(stream, stream.when(command))
    expect(made.map(({ id, links }) => [id, links])).toEqual([
      ['mdt_1', []],
      ['pdn_1', ['bat_1', 'sch_1']],
      ['prs_1', ['bat_1', 'sch_1']],
    ])
  })

  test('a reversal, by the debit that it takes back', () => {
    const stream = debitCollected().wait(DAY)
    const command = { type: 'ReversePresentation', presentation_id: 'prs_1' } as const
    const [reversal] = rowsOf(stream, stream.when(command)).filter(
      ({ kind }) => kind === 'reversal',
    )
    expect(reversal).toMatchObject({ stream: 'mdt_1', links: ['prs_1'] })
  })
})

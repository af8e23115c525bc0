import { describe, expect, test } from 'vitest'
import type { Line } from './line.ts'
import { readCsv } from './read-csv.ts'
import { readNdjson } from './read-ndjson.ts'
import { UploadRefused } from './upload-refused.ts'
import { bytesOf, collect, inPieces } from './upload-specification.ts'

const context = { base_url: 'http://127.0.0.1:4010', request_id: 'req_1' }
const NAMES = 'mandate_id,amount,debit_date,reference_id,metadata.branch'

async function csv(text: string | Uint8Array): Promise<Line[]> {
  const bytes = typeof text === 'string' ? bytesOf(text) : text
  return collect(readCsv(inPieces(bytes, 5), { kind: 'debits', limit: 200, context }))
}

describe('a row of CSV', () => {
  test('has the fields that its first line names; empty ones are not given', async () => {
    const [row] = await csv(`${NAMES}\nmdt_1,30000,2030-01-08,debit-1,पुणे`)
    expect(row).toMatchObject({
      line: 2,
      reading: {
        ok: true,
        value: {
          mandate_id: 'mdt_1',
          amount: 30_000,
          debit_date: '2030-01-08',
          reference_id: 'debit-1',
          metadata: { branch: 'पुणे' },
        },
      },
    })
    const [bare] = await csv(`${NAMES}\nmdt_1,,,debit-1,`)
    expect(bare?.reading).toEqual({
      ok: true,
      value: { mandate_id: 'mdt_1', reference_id: 'debit-1' },
    })
  })

  test('of bytes that are no UTF-8 is refused alone', async () => {
    const rows = await csv(
      bytesOf(`${NAMES}\nmdt_1,1,2,3,`, [0xff, 0xc3], '\nmdt_2,1,2,3,', [0xe0, 0xa4, 0xaa], '\n'),
    )
    expect(rows.map(({ line, reading }) => [line, reading.ok])).toEqual([
      [2, false],
      [3, true],
    ])
    expect(rows[0]?.reading).toMatchObject({ code: 'invalid_request', message: 'is not UTF-8' })
  })

  test('with more or fewer fields than the first line names is refused', async () => {
    const rows = await csv(`${NAMES}\na,b\na,b,c,d,e,f`)
    expect(rows.map(({ reading }) => !reading.ok && reading.message)).toEqual([
      'has 2 fields where the first line names 5',
      'has 6 fields where the first line names 5',
    ])
  })

  test('that spans lines by its quotes says up to which, where it is refused', async () => {
    const rows = await csv(`${NAMES}\na,"1\nb\nc",2\nmdt_2,1,2,3,`)
    expect(rows.map(({ line, reading }) => [line, reading.ok || reading.message])).toEqual([
      [
        2,
        'and those up to line 4 are one row by their quotes, which has 3 fields where the first line names 5',
      ],
      [5, true],
    ])
  })

  test('is another under other names of the columns', async () => {
    const rawOf = async (names: string) => (await csv(`${names}\na,b,c,d,e`))[0]?.raw
    expect(await rawOf(NAMES)).not.toBe(await rawOf(NAMES.replace('branch', 'town')))
  })

  test('leaves an amount that is no whole number of paise to its form', async () => {
    for (const amount of ['300.00', '1e5', '-5', ' 5', '₹5'])
      expect((await csv(`${NAMES}\nm,${amount},d,r,b`))[0]?.reading).toMatchObject({
        value: { amount },
      })
  })
})

describe('a first line of CSV', () => {
  test.each([
    ['mandate_id,amount', 'there must be a column debit_date or debit_at'],
    [`${NAMES},colour`, 'the column "colour" is not known for debits'],
    [`${NAMES},amount`, 'the column "amount" stands twice'],
    [`${NAMES},`, 'the column without a name is not known'],
    [`${NAMES},"open`, 'cannot be read as a line of CSV'],
  ])('%s will not do', async (names, why) => {
    const refused = await csv(`${names}\n`).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(UploadRefused)
    const { body } = (refused as UploadRefused).refusal
    expect(body.code).toBe('invalid_request')
    expect(body.detail).toContain(why)
  })
})

describe('a line of NDJSON', () => {
  test('that is broken is refused alone, whatever is broken', async () => {
    const bytes = bytesOf('\uFEFF{"a":1}\n{"a":\n', [0xff], '\n\n  \n[1]')
    const rows = await collect(readNdjson(inPieces(bytes, 5), 20))
    expect(
      rows.map(({ line, reading }) => [line, reading.ok ? reading.value : reading.code]),
    ).toEqual([
      [1, { a: 1 }],
      [2, 'malformed_json'],
      [3, 'invalid_request'],
      [6, [1]],
    ])
  })
})

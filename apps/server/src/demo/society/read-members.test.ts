import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { readMembers } from './read-members.ts'

const HEAD = 'member_no,name,vpa,daily_amount,starts,debit_time,first_debit,approves'
const GOOD = 'M001,Asha Rao,asha.rao@ybl,99.50,2031-11-03,07:30,no,yes'

function read(...rows: string[]): ReturnType<typeof readMembers> {
  return readMembers([HEAD, ...rows].join('\n'))
}

test('a good row becomes a member, its rupees paise', () => {
  expect(read(GOOD)).toEqual({
    members: [
      {
        member_no: 'M001',
        name: 'Asha Rao',
        vpa: 'asha.rao@ybl',
        daily_amount: 9950,
        starts: '2031-11-03',
        debit_minute: 450,
        first_debit: false,
        approves: true,
      },
    ],
    faults: [],
    rows: 1,
  })
})

describe('a wrong value is named with its line and column, and the other rows run', () => {
  const wrong = [
    ['member_no', 'X1,Asha,a@ybl,50,2031-11-03,07:30,no,yes'],
    ['name', 'M002,,a@ybl,50,2031-11-03,07:30,no,yes'],
    ['vpa', 'M002,Asha,asha,50,2031-11-03,07:30,no,yes'],
    ['daily_amount', 'M002,Asha,a@ybl,-50,2031-11-03,07:30,no,yes'],
    ['daily_amount', 'M002,Asha,a@ybl,0.00,2031-11-03,07:30,no,yes'],
    ['daily_amount', 'M002,Asha,a@ybl,10.005,2031-11-03,07:30,no,yes'],
    ['starts', 'M002,Asha,a@ybl,50,2031-02-29,07:30,no,yes'],
    ['debit_time', 'M002,Asha,a@ybl,50,2031-11-03,24:00,no,yes'],
    ['first_debit', 'M002,Asha,a@ybl,50,2031-11-03,07:30,,yes'],
    ['approves', 'M002,Asha,a@ybl,50,2031-11-03,07:30,no,YES'],
  ] as const
  test.each(wrong)('%s: %s', (column, row) => {
    const { members, faults } = read(row, GOOD)
    expect(faults.map((fault) => [fault.line, fault.column])).toEqual([[2, column]])
    expect(members.map(({ member_no }) => member_no)).toEqual(['M001'])
  })
})

test('every fault of a row is named', () => {
  const { faults } = read('1,,a,0,x,y,z,w')
  expect(faults).toHaveLength(8)
})

test('the second row with the same number is the wrong one', () => {
  const { members, faults } = read(GOOD, GOOD)
  expect(members).toHaveLength(1)
  expect(faults).toEqual([
    { line: 3, column: 'member_no', message: '"M001" stands on line 2 already' },
  ])
})

describe('a file that is broken', () => {
  test('in one row loses that row', () => {
    const { members, faults } = read('M002,Asha', GOOD)
    expect(faults).toMatchObject([{ line: 2 }])
    expect(members).toHaveLength(1)
  })

  test('by a quote that is never closed loses the rows from there on, and says where', () => {
    const { members, faults } = read(GOOD, 'M002,"Asha,a@ybl,50', 'M003,x')
    expect(faults).toMatchObject([{ line: 3, message: expect.stringContaining('quote') }])
    expect(members).toHaveLength(1)
  })

  test('by a missing column gives no member', () => {
    const { members, faults } = readMembers(`member_no,name\nM001,Asha\n`)
    expect(members).toEqual([])
    expect(faults).toContainEqual({ line: 1, column: 'vpa', message: 'the column is missing' })
  })

  test('by being empty gives no member', () => {
    expect(readMembers('').members).toEqual([])
  })
})

test('the society’s own file has more than sixty members, and nine rows that are wrong on purpose', async () => {
  const csv = await readFile(new URL('./members.csv', import.meta.url), 'utf8')
  const { members, faults } = readMembers(csv)
  expect(members.length).toBeGreaterThanOrEqual(60)
  expect([...new Set(faults.map(({ line }) => line))]).toEqual([5, 13, 21, 29, 38, 46, 53, 63, 71])
})

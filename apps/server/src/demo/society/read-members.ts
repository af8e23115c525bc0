import type { Fault } from './fault.ts'
import type { Member } from './member.ts'
import { COLUMNS, type Column } from './member-columns.ts'
import { type Row, splitRows } from './split-rows.ts'

/** What a file of members holds: those who can be debited, and every value that will not do. */
export interface MembersRead {
  readonly members: readonly Member[]
  readonly faults: readonly Fault[]
  /** Rows below the head, good and bad. */
  readonly rows: number
}

/** Reads a CSV text. A row with a fault is left out, whole; the others stand. */
export function readMembers(csv: string): MembersRead {
  const { rows, faults } = splitRows(csv, Object.keys(COLUMNS))
  const members: Member[] = []
  const wrong = [...faults]
  const lineOf = new Map<string, number>()
  for (const { line, values } of rows) {
    const before = wrong.length
    const member = readMember(values, (column, message) => wrong.push({ line, column, message }))
    const twin = lineOf.get(member.member_no)
    if (twin !== undefined) {
      const message = `"${member.member_no}" stands on line ${twin} already`
      wrong.push({ line, column: 'member_no', message })
    }
    if (wrong.length > before) continue
    lineOf.set(member.member_no, line)
    members.push(member)
  }
  wrong.sort((a, b) => a.line - b.line)
  const unreadable = faults.filter(({ line }) => line > 1).length
  return { members, faults: wrong, rows: rows.length + unreadable }
}

/** Reads every column, so that all faults of a row are told. A member with a fault is not used. */
function readMember(values: Row, complain: (column: string, message: string) => void): Member {
  const read = <T>(column: string, { form, read }: Column<T>): T => {
    const text = values[column] ?? ''
    const value = read(text)
    if (value === null) complain(column, `"${text}" is not ${form}`)
    return value as T
  }
  return {
    member_no: read('member_no', COLUMNS.member_no),
    name: read('name', COLUMNS.name),
    vpa: read('vpa', COLUMNS.vpa),
    daily_amount: read('daily_amount', COLUMNS.daily_amount),
    starts: read('starts', COLUMNS.starts),
    debit_minute: read('debit_time', COLUMNS.debit_time),
    first_debit: read('first_debit', COLUMNS.first_debit),
    approves: read('approves', COLUMNS.approves),
  }
}

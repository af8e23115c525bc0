import { type Paise, parseIsoDate, toPaise } from '@upi-autopay/rail'

/** How one column is read; null for a text that is not of its form. `form` completes "is not …". */
export interface Column<T> {
  readonly form: string
  readonly read: (text: string) => T | null
}

/** The columns of the society's file, in their order. */
export const COLUMNS = {
  member_no: {
    form: 'a letter and three digits, such as M001',
    read: (text: string) => (/^[A-Z]\d{3}$/.test(text) ? text : null),
  },
  name: {
    form: 'a name',
    read: (text: string) => (/^[^\p{Cc}]+$/u.test(text) ? text : null),
  },
  vpa: {
    form: 'a VPA in the form name@handle',
    read: (text: string) => (/^[A-Za-z0-9][\w.-]*@[A-Za-z][A-Za-z0-9]+$/.test(text) ? text : null),
  },
  daily_amount: { form: 'an amount above zero in rupees, such as 150 or 99.50', read: readRupees },
  starts: { form: 'a date that exists, in the form YYYY-MM-DD', read: parseIsoDate },
  debit_time: { form: 'a time of the day, such as 07:30', read: readMinute },
  first_debit: { form: 'yes or no', read: readWord },
  approves: { form: 'yes or no', read: readWord },
} as const satisfies Record<string, Column<unknown>>

function readRupees(text: string): Paise | null {
  const [, whole, part = ''] = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(text) ?? []
  if (whole === undefined) return null
  const paise = Number(whole) * 100 + Number(part.padEnd(2, '0'))
  return paise === 0 ? null : toPaise(paise)
}

function readMinute(text: string): number | null {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? []
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes)
}

function readWord(text: string): boolean | null {
  if (text === 'yes') return true
  return text === 'no' ? false : null
}

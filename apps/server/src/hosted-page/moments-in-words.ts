import { formatIst, type Instant, type IsoDate } from '@upi-autopay/rail'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** An Indian day: 1 January 2035. */
export function dateInWords(date: IsoDate): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`
}

/** A moment of Indian time: 1 January 2035, 09:30 IST. */
export function momentInWords(at: Instant): string {
  const [date = '', time = ''] = formatIst(at).split(' ')
  return `${dateInWords(date as IsoDate)}, ${time.slice(0, 5)} IST`
}

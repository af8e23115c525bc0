declare const instant: unique symbol
/** A moment: integer milliseconds since the epoch. */
export type Instant = number & { readonly [instant]: true }

declare const isoDateBrand: unique symbol
/** An Indian calendar day, `YYYY-MM-DD`. Dates compare as text. */
export type IsoDate = string & { readonly [isoDateBrand]: true }

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
/** India keeps one fixed offset all year, so its time is arithmetic. */
const IST_OFFSET_MS = 330 * MINUTE_MS

/** Brands integer milliseconds as an instant. A fraction or an unsafe integer is a bug, so it throws. */
export function toInstant(ms: number): Instant {
  if (!Number.isSafeInteger(ms))
    throw new RangeError(`not an integer number of milliseconds: ${ms}`)
  return ms as Instant
}

/**
 * Reads a day. Null unless it is written `YYYY-MM-DD` and exists.
 * Years outside 1900-2999 are taken for slips of the pen: every date reached from a valid one keeps four digits.
 */
export function parseIsoDate(text: string): IsoDate | null {
  if (!/^(19|2\d)\d\d-\d\d-\d\d$/.test(text)) return null
  return fromDayNumber(dayNumber(text)) === text ? (text as IsoDate) : null
}

/** A day written in the source. Throws where `parseIsoDate` answers null. */
export function isoDate(text: string): IsoDate {
  const date = parseIsoDate(text)
  if (date === null) throw new RangeError(`not a date: ${text}`)
  return date
}

/** The Indian day on which a moment falls. */
export function istDate(at: Instant): IsoDate {
  return fromDayNumber(Math.floor((at + IST_OFFSET_MS) / DAY_MS))
}

/** 00:00 Indian time of a day. */
export function startOfIstDay(date: IsoDate): Instant {
  return (dayNumber(date) * DAY_MS - IST_OFFSET_MS) as Instant
}

/** End of a day, exclusive: 00:00 Indian time of the next. */
export function endOfIstDay(date: IsoDate): Instant {
  return (startOfIstDay(date) + DAY_MS) as Instant
}

/** Minutes since 00:00 Indian time, 0 to 1439; seconds are dropped. */
export function minuteOfIstDay(at: Instant): number {
  return Math.floor((at - startOfIstDay(istDate(at))) / MINUTE_MS)
}

/** The day `n` days later, or earlier when negative. */
export function addDays(date: IsoDate, n: number): IsoDate {
  return fromDayNumber(dayNumber(date) + n)
}

/** The same day `n` months later, or the last day of a month that is too short for it. */
export function addMonths(date: IsoDate, n: number): IsoDate {
  const month = monthNumber(date) + n
  const first = isoDateOf(Math.floor(month / 12), (month % 12) + 1, 1)
  return addDays(first, Math.min(dayOfMonth(date), daysInMonth(first)) - 1)
}

/** Days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: IsoDate, b: IsoDate): number {
  return dayNumber(b) - dayNumber(a)
}

/** Day of the week, 1 = Monday to 7 = Sunday. */
export function weekday(date: IsoDate): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  // Day 0 of the epoch was a Thursday.
  return (((((dayNumber(date) + 3) % 7) + 7) % 7) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7
}

/** Day of the month, 1 to 31. */
export function dayOfMonth(date: IsoDate): number {
  return Number(date.slice(8, 10))
}

/** Months since year 0, so that cycles of several months are divisions. */
export function monthNumber(date: IsoDate): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1
}

/** How many days the month of a day has, 28 to 31. */
export function daysInMonth(date: IsoDate): number {
  const month = monthNumber(date) + 1
  return dayOfMonth(addDays(isoDateOf(Math.floor(month / 12), (month % 12) + 1, 1), -1))
}

/** RFC 3339 in UTC with milliseconds: `2026-11-22T04:29:59.000Z`. */
export function formatRfc3339(at: Instant): string {
  return new Date(at).toISOString()
}

/** Indian time for people: `2026-11-22 09:59:59 IST`. */
export function formatIst(at: Instant): string {
  const shifted = new Date(at + IST_OFFSET_MS).toISOString()
  return `${shifted.slice(0, 10)} ${shifted.slice(11, 19)} IST`
}

/** Decisions ask for the same few days again and again: each is read and written once, for some years of days. */
const DAYS_KEPT = 20_000
const dayNumbers = new Map<string, number>()
const dayTexts = new Map<number, IsoDate>()

function dayNumber(date: string): number {
  const known = dayNumbers.get(date)
  if (known !== undefined) return known
  const read =
    Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) /
    DAY_MS
  if (dayNumbers.size < DAYS_KEPT) dayNumbers.set(date, read)
  return read
}

function fromDayNumber(days: number): IsoDate {
  const known = dayTexts.get(days)
  if (known !== undefined) return known
  const made = new Date(days * DAY_MS).toISOString().slice(0, 10) as IsoDate
  if (dayTexts.size < DAYS_KEPT) dayTexts.set(days, made)
  return made
}

function isoDateOf(year: number, month: number, day: number): IsoDate {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as IsoDate
}

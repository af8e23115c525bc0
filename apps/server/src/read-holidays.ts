import { readFileSync } from 'node:fs'
import { type HolidayTable, type IsoDate, parseIsoDate } from '@upi-autopay/rail'
import { z } from 'zod'
import { StartRefused } from './start-refused.ts'

const Table = z.record(z.string(), z.array(z.string()))

/**
 * Reads the table of bank holidays that an operator keeps for the region of the merchants' banks, such as
 * `{ "2027": ["2027-03-22"] }`: T+1 passes over them. None without a file.
 * Throws {@link StartRefused} when the file cannot be read or says something else.
 */
export function readHolidays(file: string | null): HolidayTable {
  if (file === null) return {}
  const table = Table.safeParse(readJson(file))
  if (!table.success) throw refused(file, 'does not have lists of days by year')
  return Object.fromEntries(
    Object.entries(table.data).map(([year, days]) => [
      year,
      days.map((day) => dayOf(day, year, file)),
    ]),
  )
}

function readJson(file: string): unknown {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (cause) {
    throw refused(file, 'cannot be read', cause)
  }
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw refused(file, 'is not JSON', cause)
  }
}

function dayOf(text: string, year: string, file: string): IsoDate {
  const day = parseIsoDate(text)
  if (day === null || !day.startsWith(`${year}-`))
    throw refused(file, `has ${text} under ${year}, which is no day of that year`)
  return day
}

function refused(file: string, why: string, cause?: unknown): StartRefused {
  const form = '{"2027": ["2027-03-22"]}'
  const message = `AUTOPAY_HOLIDAYS: ${file} ${why}; it is a file such as ${form}.`
  return new StartRefused(message, { exitCode: 2, cause })
}

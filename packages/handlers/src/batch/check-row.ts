import { BatchNoticeRow, BatchRowCreate, type ProblemError, parsePart } from '@upi-autopay/contract'
import type { BatchRow, BatchRowError } from '@upi-autopay/engine'
import { type BatchKind, type IsoDate, istDate, toInstant } from '@upi-autopay/rail'
import type { Line } from './line.ts'

/** Mints the ids that a row's notice and debit will have. */
export type MintRowId = (kind: 'notification' | 'presentation') => string

/** Judges the form of one row: what it asks for, or everything that is wrong with it. No rule of the rail is judged here. */
export function checkRow(
  { line, reading }: Line,
  { kind, mint }: { kind: BatchKind; mint: MintRowId },
): BatchRow {
  const refused = (errors: readonly BatchRowError[], reference_id: string | null): BatchRow => ({
    line,
    status: 'refused',
    reference_id,
    order: null,
    errors,
    notification_id: null,
    presentation_id: null,
  })
  if (!reading.ok) {
    const { code, message } = reading
    return refused([{ code, field: null, message: `the line ${message}` }], null)
  }
  const form = kind === 'debits' ? DEBIT_FORM : NOTICE_FORM
  const parsed = parsePart(form, 'body', reading.value)
  if (!parsed.ok)
    return refused(parsed.errors.slice(0, ERRORS_KEPT).map(toRowError), referenceIn(reading.value))
  const asked = parsed.value as BatchRowCreate
  const debit_at = instantOf(asked.debit_at)
  return {
    line,
    status: 'accepted',
    reference_id: asked.reference_id,
    order: {
      mandate_id: asked.mandate_id ?? null,
      mandate_reference_id: asked.mandate_reference_id ?? null,
      amount: asked.amount,
      debit_date: debit_at === null ? (asked.debit_date as IsoDate) : istDate(debit_at),
      debit_at,
      reference_id: asked.reference_id,
      description: asked.description ?? null,
      when: asked.when ?? 'asap',
      present_at: instantOf(asked.present_at),
      retry: asked.retry ?? 'none',
      metadata: asked.metadata ?? {},
      notification_id: mint('notification'),
      presentation_id: kind === 'debits' ? mint('presentation') : null,
    },
    errors: [],
    notification_id: null,
    presentation_id: null,
  }
}

const DEBIT_FORM = BatchRowCreate
const NOTICE_FORM = BatchNoticeRow
/** Errors kept of one row: more would not help to mend it. */
const ERRORS_KEPT = 10

function toRowError({ pointer, message }: ProblemError): BatchRowError {
  const field = pointer.slice(1).replaceAll('/', '.')
  return {
    code: 'invalid_request',
    field: field === '' ? null : printable(field, 64),
    message: printable(message, 300),
  }
}

/** The reference of a row that is refused for something else, so that it can be found. */
function referenceIn(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('reference_id' in value)) return null
  const { reference_id } = value
  return typeof reference_id === 'string' && /^[A-Za-z0-9._:/-]{1,50}$/.test(reference_id)
    ? reference_id
    : null
}

/** Names of unknown fields come from the caller: a database cannot keep all that JSON can say. */
function printable(text: string, limit: number): string {
  return text.replaceAll(/[\p{Cc}\p{Cs}]/gu, '?').slice(0, limit)
}

function instantOf(text: string | undefined) {
  return text === undefined ? null : toInstant(Date.parse(text))
}

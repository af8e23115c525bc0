import type {
  BatchRowStatus,
  Instant,
  IsoDate,
  PresentWhen,
  RejectionCode,
  RetryMode,
} from '@upi-autopay/rail'
import type { Tenant } from '../kernel/envelope.ts'

/** The rows of batches: many, never changed by anybody but the batch, so they have no stream of their own. */
export interface BatchStore {
  /** Keeps rows of an upload. A line that is there already stays as it is. */
  add(tenant: Tenant, batch_id: string, rows: readonly BatchRow[]): Promise<void>
  /** Rows in the order of their lines, each with what it made as that stands now. */
  list(
    query: BatchRowQuery,
  ): Promise<{ readonly rows: readonly ReadBatchRow[]; readonly has_more: boolean }>
  /** Writes what became of rows that were handed over, whatever they were before. */
  record(tenant: Tenant, batch_id: string, ends: readonly BatchRowEnd[]): Promise<void>
  /** Cancels rows that were not handed over, up to `limit` of them; answers how many. */
  cancel(tenant: Tenant, batch_id: string, limit: number): Promise<number>
  /** What batches made, by its present status: one round trip for all of them, in the order asked. */
  results(tenant: Tenant, batch_ids: readonly string[]): Promise<(readonly BatchResult[])[]>
}

/** Which rows to list. */
export interface BatchRowQuery {
  readonly tenant: Tenant
  readonly batch_id: string
  /** Go on after this line; 0 begins. */
  readonly after_line: number
  readonly limit: number
  readonly status?: BatchRowStatus
  /** Only rows that asked for something, leaving out those that were refused while they were read. */
  readonly ordered?: true
}

/** A row of a batch as it is kept. */
export interface BatchRow {
  /** Where it stood in the upload, from 1. */
  readonly line: number
  readonly status: BatchRowStatus
  /** The merchant's reference as given, also where the row was refused. */
  readonly reference_id: string | null
  /** What it asks for; null where it has not the form of a row. */
  readonly order: BatchOrder | null
  /** Why it was refused, first reason first; empty otherwise. */
  readonly errors: readonly BatchRowError[]
  /** What it made or found. */
  readonly notification_id: string | null
  readonly presentation_id: string | null
}

/** A row with the present state of what it made or found; null where there is nothing. */
export interface ReadBatchRow extends BatchRow {
  readonly became: BatchMade | null
}

/** The debit of a row, or its notice where the batch makes notices alone. Amount in paise. */
export interface BatchMade {
  readonly status: string
  readonly amount: number
  /** When the next attempt is due, of a debit that waits. */
  readonly due_at: Instant | null
  readonly updated_at: Instant
}

/** One debit or notice as a row asks for it. Amount in paise. The ids are minted with the row: repeated, they are the same. */
export interface BatchOrder {
  readonly mandate_id: string | null
  /** Names the mandate where `mandate_id` is null. */
  readonly mandate_reference_id: string | null
  readonly amount: number
  readonly debit_date: IsoDate
  readonly debit_at: Instant | null
  readonly reference_id: string
  readonly description: string | null
  readonly when: PresentWhen
  readonly present_at: Instant | null
  readonly retry: RetryMode
  readonly metadata: Readonly<Record<string, string>>
  readonly notification_id: string
  /** Null where the batch makes notices alone. */
  readonly presentation_id: string | null
}

/** One reason why a row was refused. */
export interface BatchRowError {
  /** Of the catalogue: how the row was read, or which rule refused it. */
  readonly code: 'invalid_request' | 'malformed_json' | RejectionCode
  /** The field or column; null where the line as a whole is at fault. */
  readonly field: string | null
  readonly message: string
}

/** What became of a row that was handed over. */
export type BatchRowEnd = Pick<
  BatchRow,
  'line' | 'status' | 'errors' | 'notification_id' | 'presentation_id'
>

/** How many debits of a batch stand in one status, and their sum in paise. */
export interface BatchResult {
  readonly status: string
  readonly count: number
  readonly amount: number
}

import {
  BATCH_CANCEL_REASONS,
  BATCH_EVENTS,
  BATCH_KINDS,
  BATCH_ROW_STATUSES,
  BATCH_STATUSES,
} from '@upi-autopay/rail'
import { z } from 'zod'
import { DateField, InstantField } from './fields.ts'
import { allowedActions, resourceFields } from './resource.ts'

/** Rows that a batch in JSON may have. */
export const BATCH_JSON_ROWS = 1_000
/** Rows that an upload in NDJSON or CSV may have. */
export const BATCH_UPLOAD_ROWS = 100_000

export const BatchStatusField = z.enum(BATCH_STATUSES).meta({ id: 'BatchStatus', 'x-open': true })
export const BatchKindField = z.enum(BATCH_KINDS).meta({ id: 'BatchKind' })
export const BatchEventsField = z.enum(BATCH_EVENTS).meta({ id: 'BatchEvents' })
export const BatchRowStatusField = z
  .enum(BATCH_ROW_STATUSES)
  .meta({ id: 'BatchRowStatus', 'x-open': true })

/** Rows by what became of them. */
export const BatchRowCounts = z
  .strictObject({
    total: z.int(),
    accepted: z.int().meta({ description: 'Not handed over yet.' }),
    planned: z.int().meta({ description: 'Have their debit, or their notice.' }),
    unchanged: z.int().meta({ description: 'Found the same debit there already.' }),
    refused: z.int().meta({ description: 'Refused by form or by a rule.' }),
    cancelled: z
      .int()
      .meta({ description: 'Were not handed over before the batch was cancelled.' }),
  })
  .meta({ id: 'BatchRowCounts', description: 'Rows by what became of them; total is their sum.' })
export type BatchRowCounts = z.output<typeof BatchRowCounts>

/** How many of a batch's debits stand in one status. */
export const BatchResult = z
  .strictObject({
    status: z.string(),
    count: z.int(),
    amount: z.number().meta({ description: 'Their sum in paise.' }),
  })
  .meta({ id: 'BatchResult' })
export type BatchResult = z.output<typeof BatchResult>

/** Many debits or notices handed in at once. */
export const Batch = z
  .strictObject({
    ...resourceFields,
    object: z.literal('batch'),
    status: BatchStatusField,
    allowed_actions: allowedActions,
    kind: BatchKindField,
    events: BatchEventsField,
    reference_id: z.string(),
    rows: BatchRowCounts,
    amount: z.number().meta({ description: 'Sum of the rows whose form was accepted, in paise.' }),
    currency: z.literal('INR'),
    results: z.array(BatchResult).nullable().meta({
      description:
        'What the batch made, by present status; of a completed batch as it stood when the last debit ended. Null in events before that.',
    }),
    cancel_reason: z
      .enum(BATCH_CANCEL_REASONS)
      .meta({ id: 'BatchCancelReason', 'x-open': true })
      .nullable(),
    started_at: InstantField.nullable().meta({ description: 'When the upload was whole.' }),
    ended_at: InstantField.nullable().meta({ description: 'When it was completed or cancelled.' }),
  })
  .meta({ id: 'Batch', description: 'Many debits or notices handed in at once.' })
export type Batch = z.output<typeof Batch>

/** Why a row was refused. */
export const BatchRowError = z
  .strictObject({
    code: z.string().meta({ description: 'Of the catalogue of errors.' }),
    field: z
      .string()
      .nullable()
      .meta({ description: 'Null where the line is at fault as a whole.' }),
    message: z.string(),
  })
  .meta({ id: 'BatchRowError' })

/** A row of a batch, and what became of it. */
export const BatchRow = z
  .strictObject({
    object: z.literal('batch_row'),
    line: z.int().meta({
      description: 'Where it stood: the line of the file, or the place in the list, from 1.',
    }),
    status: BatchRowStatusField,
    reference_id: z.string().nullable(),
    mandate_id: z.string().nullable(),
    mandate_reference_id: z.string().nullable(),
    amount: z.int().nullable(),
    debit_date: DateField.nullable(),
    notification_id: z.string().nullable(),
    presentation_id: z.string().nullable(),
    result: z
      .string()
      .nullable()
      .meta({ description: 'Status of the debit that it made or found, or of the notice.' }),
    errors: z.array(BatchRowError),
  })
  .meta({ id: 'BatchRow' })
export type BatchRow = z.output<typeof BatchRow>

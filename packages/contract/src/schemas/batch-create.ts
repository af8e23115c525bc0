import { z } from 'zod'
import { BATCH_JSON_ROWS, BatchEventsField, BatchKindField } from './batch.ts'
import { DateField, IdField, InstantField, Metadata, Paise, ReferenceId, text } from './fields.ts'
import { checkOneMoment } from './notification.ts'
import { PresentWhenField, RetryModeField } from './presentation.ts'
import { checkWhen } from './presentation-create.ts'

interface Named {
  mandate_id?: unknown
  mandate_reference_id?: unknown
}

function checkOneMandate(row: Named, ctx: z.RefinementCtx): void {
  const given = [row?.mandate_id, row?.mandate_reference_id].filter((name) => name !== undefined)
  if (given.length === 0)
    ctx.addIssue({
      code: 'custom',
      path: ['mandate_id'],
      message: 'is required unless mandate_reference_id is given',
    })
  if (given.length === 2)
    ctx.addIssue({
      code: 'custom',
      path: ['mandate_reference_id'],
      message: 'must not be given together with mandate_id',
    })
}

const noticeFields = {
  mandate_id: IdField.optional(),
  mandate_reference_id: ReferenceId.optional(),
  amount: Paise,
  debit_date: DateField.optional(),
  debit_at: InstantField.optional(),
  reference_id: ReferenceId,
  metadata: Metadata.optional(),
}

/** A row of a batch of notifications. */
export const BatchNoticeRow = z
  .strictObject(noticeFields)
  .superRefine(checkOneMandate, { when: () => true })
  .superRefine(checkOneMoment, { when: () => true })
export type BatchNoticeRow = z.output<typeof BatchNoticeRow>

/** A row of a batch of debits: the notice and the debit in one. */
export const BatchRowCreate = z
  .strictObject({
    ...noticeFields,
    description: text(1, 50).optional(),
    when: PresentWhenField.default('asap'),
    present_at: InstantField.optional(),
    retry: RetryModeField.default('none'),
  })
  .superRefine(checkOneMandate, { when: () => true })
  .superRefine(checkOneMoment, { when: () => true })
  .superRefine(checkWhen, { when: () => true })
  .meta({
    id: 'BatchRowCreate',
    description:
      'One debit: its mandate by id or by reference, its day or moment, and the reference that notice and debit will have. Rows of notifications have neither description, when, present_at nor retry.',
  })
export type BatchRowCreate = z.output<typeof BatchRowCreate>

const terms = {
  kind: BatchKindField,
  events: BatchEventsField.default('each'),
  reference_id: ReferenceId,
}

/** What goes with an upload in NDJSON or CSV, in its query. */
export const BatchUpload = z.strictObject(terms)
export type BatchUpload = z.output<typeof BatchUpload>

/** The same while it is not known which media type comes: a body in JSON has it inside. */
export const BatchUploadQuery = z.strictObject({
  kind: BatchKindField.optional(),
  events: BatchEventsField.optional(),
  reference_id: ReferenceId.optional(),
})
export type BatchUploadQuery = z.output<typeof BatchUploadQuery>

/** A whole batch in JSON. */
export const BatchCreate = z
  .strictObject({
    ...terms,
    rows: z.array(BatchRowCreate).min(1).max(BATCH_JSON_ROWS),
    metadata: Metadata.optional(),
  })
  .meta({ id: 'BatchCreate' })
export type BatchCreate = z.output<typeof BatchCreate>

/** The same without a look at its rows: each is judged for itself, so that none harms another. */
export const BatchEnvelope = z.strictObject({
  ...terms,
  rows: z.array(z.unknown()).min(1),
  metadata: Metadata.optional(),
})
export type BatchEnvelope = z.output<typeof BatchEnvelope>

import { z } from 'zod'
import { formed, InstantField, text } from './fields.ts'

const Cursor = formed(
  /^[a-z]{3}_[0-9a-z]{26}$/,
  'a cursor of an earlier answer, such as its next_cursor',
)

/** Which page of a list: cursors are those of an earlier answer, newest first. */
export const pageFields = {
  limit: z.coerce
    .number<number>({ error: 'must be a whole number from 1 to 100' })
    .int({ error: 'must be a whole number from 1 to 100' })
    .min(1, { error: 'must be a whole number from 1 to 100' })
    .max(100, { error: 'must be a whole number from 1 to 100' })
    .default(20)
    .meta({ description: 'Resources per page, 1 to 100.' }),
  after: Cursor.optional().meta({ description: 'A cursor: the page that follows it.' }),
  before: Cursor.optional().meta({ description: 'A cursor: the page that precedes it.' }),
}

/** Narrows a list to what was created in a span of time: from, included, until, excluded. */
export const createdFields = {
  created_from: InstantField.optional(),
  created_until: InstantField.optional(),
}

/** Narrows a list to what belongs to one payer, as the merchant or the rail names it. */
export const payerFields = {
  payer_vpa: text(1, 320).optional(),
  payer_reference_id: text(1, 50).optional(),
}

/** The one envelope of lists. `next_cursor` goes into `after`. */
export function listOf<T extends z.ZodType>(id: string, item: T) {
  return z
    .strictObject({
      object: z.literal('list'),
      data: z.array(item),
      has_more: z.boolean(),
      next_cursor: z.string().nullable(),
    })
    .meta({ id })
}

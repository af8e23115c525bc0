import type { z } from 'zod'
import { text } from './fields.ts'

/** Narrows a list to what one debit or one payment led to. */
export const linkFilters = {
  presentation_id: text(1, 64).optional(),
  payment_id: text(1, 64).optional(),
}

/** Nothing belongs to both. */
export function checkOneLink(
  query: { presentation_id?: unknown; payment_id?: unknown },
  ctx: z.RefinementCtx,
): void {
  if (query?.presentation_id !== undefined && query.payment_id !== undefined)
    ctx.addIssue({
      code: 'custom',
      path: ['payment_id'],
      message: 'must not be given together with presentation_id',
    })
}

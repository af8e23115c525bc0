import { z } from 'zod'
import { InstantField } from './fields.ts'

/** How a payer approves a mandate, or a change of one. */
export const Authorization = z
  .strictObject({
    upi_link: z.string().meta({ description: 'upi://mandate?… for the payer’s app.' }),
    hosted_url: z.string().meta({ description: 'A page that shows the terms to the payer.' }),
    expires_at: InstantField,
  })
  .meta({ id: 'Authorization' })

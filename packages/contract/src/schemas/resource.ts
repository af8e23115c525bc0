import { z } from 'zod'
import { InstantField, Metadata } from './fields.ts'

/** The fields that every resource has; `status` and `allowed_actions` are added where they are known by name. */
export const resourceFields = {
  id: z.string(),
  livemode: z.boolean().meta({ description: 'False for what was made with a test key.' }),
  created_at: InstantField,
  updated_at: InstantField,
  metadata: Metadata,
}

/** What may be asked of a resource in its present state. */
export const allowedActions = z
  .array(z.string())
  .meta({ description: 'What may be asked of the resource in its present state.' })

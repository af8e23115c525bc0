import { z } from 'zod'

/** The body of an action that takes nothing: it may be left out, or be `{}`. */
export const EmptyBody = z.strictObject({}).meta({ id: 'EmptyBody' })

import { MODES, PROVIDER_CAPABILITIES } from '@upi-autopay/rail'
import { z } from 'zod'

const Capability = z.enum(PROVIDER_CAPABILITIES).meta({ id: 'ProviderCapability', 'x-open': true })

/** A way to the rail, with what it can do and how it narrows the rules. */
export const Provider = z
  .strictObject({
    object: z.literal('provider'),
    id: z.string().meta({ description: 'Its name, such as `simulator`.' }),
    mode: z.enum(MODES).meta({ id: 'Mode', 'x-open': true }),
    healthy: z.boolean().meta({ description: 'Whether it answers at present.' }),
    supports: z.array(Capability),
    policy: z.record(z.string(), z.unknown()).meta({
      id: 'ProviderPolicy',
      description: 'The numbers by which it narrows the rules of the rail, with their units.',
    }),
  })
  .meta({ id: 'Provider', description: 'A way to the rail.' })
export type Provider = z.output<typeof Provider>

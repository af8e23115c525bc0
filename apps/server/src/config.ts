import { z } from 'zod'
import { StartRefused } from './start-refused.ts'

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const
const PRIVATE_WEBHOOKS = ['none', 'loopback', 'all'] as const

/** Which addresses inside the machine or its network webhooks may reach. */
export type PrivateWebhooks = (typeof PRIVATE_WEBHOOKS)[number]

const PORT_FORM = { error: 'must be a whole number from 0 to 65535' }

/** Every variable that the server reads, with what it means. `--help` prints this list. */
const Environment = z.object({
  PORT: z.coerce
    .number<string>(PORT_FORM)
    .int(PORT_FORM)
    .min(0, PORT_FORM)
    .max(65_535, PORT_FORM)
    .default(4010)
    .describe('The port to listen on; 0 takes a free one.'),
  AUTOPAY_HOST: z
    .string()
    .default('127.0.0.1')
    .describe('The address to listen on; 0.0.0.0 opens the server to the network.'),
  AUTOPAY_DATA_DIR: z
    .string()
    .default('.autopay')
    .describe('The folder of the database, the test key, the operator token and the lock.'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, { error: 'must be a URL that begins with postgres://' })
    .optional()
    .describe('A Postgres to use in place of the database in the data folder.'),
  AUTOPAY_PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http or https URL' })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional()
    .describe('Where payers and merchants reach this server, if not at its own address and port.'),
  AUTOPAY_LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` })
    .default('warn')
    .describe(`What is logged: ${LOG_LEVELS.join(', ')}; info has a line for each request.`),
  AUTOPAY_ALLOW_PRIVATE_WEBHOOKS: z
    .enum(PRIVATE_WEBHOOKS, { error: `must be one of ${PRIVATE_WEBHOOKS.join(', ')}` })
    .optional()
    .describe(
      `Private addresses that webhooks may reach: ${PRIVATE_WEBHOOKS.join(', ')}; none unless told; with --development loopback, until AUTOPAY_PUBLIC_URL is set.`,
    ),
  AUTOPAY_HOLIDAYS: z
    .string()
    .optional()
    .describe(
      'A JSON file of bank holidays by year, {"2027": ["2027-03-22"]}, that T+1 settlements pass over; Sundays, second and fourth Saturdays and the fixed days need none.',
    ),
  AUTOPAY_KEY_PEPPER: z
    .string()
    .min(16, { error: 'must have at least 16 characters' })
    .optional()
    .describe(
      'The secret under which key digests are made, for servers that share a Postgres; kept in the data folder unless told.',
    ),
})

/** What the server was told, by name and type. */
export interface Config {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  readonly databaseUrl: string | null
  readonly publicUrl: string | null
  readonly logLevel: (typeof LOG_LEVELS)[number]
  readonly privateWebhooks: PrivateWebhooks
  readonly keyPepper: string | null
  readonly holidaysFile: string | null
}

/**
 * Reads the environment, once. An empty variable counts as unset.
 * While developing, webhooks may reach this machine unless told otherwise.
 * Throws {@link StartRefused} naming every variable whose value will not do; values are not repeated, some are secrets.
 */
export function readConfig(
  { development }: { readonly development: boolean },
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Config {
  const given = Object.entries(environment).filter(
    ([, value]) => value !== undefined && value !== '',
  )
  const result = Environment.safeParse(Object.fromEntries(given))
  if (!result.success) {
    const wrong = result.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
    throw new StartRefused(`${wrong.join('; ')}.`, { exitCode: 2 })
  }
  const read = result.data
  return {
    port: read.PORT,
    host: read.AUTOPAY_HOST,
    dataDir: read.AUTOPAY_DATA_DIR,
    databaseUrl: read.DATABASE_URL ?? null,
    publicUrl: read.AUTOPAY_PUBLIC_URL ?? null,
    logLevel: read.AUTOPAY_LOG_LEVEL,
    privateWebhooks:
      read.AUTOPAY_ALLOW_PRIVATE_WEBHOOKS ??
      (development && read.AUTOPAY_PUBLIC_URL === undefined ? 'loopback' : 'none'),
    keyPepper: read.AUTOPAY_KEY_PEPPER ?? null,
    holidaysFile: read.AUTOPAY_HOLIDAYS ?? null,
  }
}

/** The documented list of variables: name, meaning, default. */
export function describeConfig(): { name: string; says: string; byDefault: string | null }[] {
  return Object.entries(Environment.shape).map(([name, field]) => ({
    name,
    says: field.description ?? '',
    byDefault: field instanceof z.ZodDefault ? String(field.def.defaultValue) : null,
  }))
}

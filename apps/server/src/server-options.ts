import type { Clock, Ids, Store } from '@upi-autopay/engine'
import type { Config } from './config.ts'

/** How a server is started; what is left out is as the documented list of variables says. */
export interface ServerOptions {
  /** The folder of the database, the keys and the lock. */
  readonly dataDir: string
  /** 0, a free one, unless told. */
  readonly port?: number
  readonly host?: string
  readonly databaseUrl?: string | null
  readonly publicUrl?: string | null
  readonly logLevel?: Config['logLevel']
  readonly privateWebhooks?: Config['privateWebhooks']
  readonly keyPepper?: string | null
  /** Where the bank holidays stand that T+1 passes over. */
  readonly holidaysFile?: string | null
  /** System time, for tests. */
  readonly clock?: Clock
  readonly ids?: Ids
  /** In place of a database of its own; closed with the server. */
  readonly store?: Store
}

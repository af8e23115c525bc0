import type { Store } from '@upi-autopay/engine'
import pg from 'pg'
import { DatabaseUnreachable } from './database-unreachable.ts'
import { createPgDriver } from './drivers/pg-driver.ts'
import { migrate } from './migrate.ts'
import { createSqlStore } from './sql-store.ts'

const CONNECT_TIMEOUT_MS = 4_000
const LOCK_TIMEOUT_MS = 10_000

/** Where the database is: a connection string, or a pool of the caller's, which should set a `lock_timeout`. */
export type PostgresOptions =
  | {
      readonly connectionString: string
      /** Connections at most; 16 unless told. */
      readonly maxConnections?: number
      /** Hears of connections that broke while idle; the pool replaces them. */
      readonly onIdleError?: (error: Error) => void
    }
  | { readonly pool: pg.Pool }

/**
 * A store on Postgres 13 or later, its schema brought up to date.
 * Throws {@link DatabaseUnreachable} within five seconds when there is no way in.
 */
export async function createPostgresStore(options: PostgresOptions): Promise<Store> {
  const pool = 'pool' in options ? options.pool : createPool(options)
  await connect(pool)
  const driver = createPgDriver(pool)
  await migrate(driver)
  return createSqlStore(driver)
}

function createPool(options: Extract<PostgresOptions, { connectionString: string }>): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.connectionString,
    max: options.maxConnections ?? 16,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    lock_timeout: LOCK_TIMEOUT_MS,
  })
  // Without a listener a broken idle connection would end the process.
  pool.on('error', (error) => options.onIdleError?.(error))
  return pool
}

async function connect(pool: pg.Pool): Promise<void> {
  try {
    const client = await pool.connect()
    client.release()
  } catch (error) {
    await pool.end()
    throw new DatabaseUnreachable(
      `cannot reach ${describeTarget(pool.options)}: ${reasonOf(error)}`,
      {
        cause: error,
      },
    )
  }
}

function describeTarget({ connectionString, host, port, database }: pg.PoolOptions): string {
  if (connectionString === undefined)
    return `${host ?? 'localhost'}:${port ?? 5432}/${database ?? ''}`
  if (!URL.canParse(connectionString)) return 'the database: the connection string is not a URL'
  const url = new URL(connectionString)
  return `${url.hostname}:${url.port === '' ? '5432' : url.port}${url.pathname}`
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(', ')
  return error instanceof Error ? error.message : String(error)
}

import type { Store } from '@upi-autopay/engine'
import pg from 'pg'
import { DatabaseUnreachable } from './database-unreachable.ts'
import { createPgDriver } from './drivers/pg-driver.ts'
import { SESSION } from './drivers/session.ts'
import { migrate } from './migrate.ts'
import { createSqlStore } from './sql-store.ts'

const CONNECT_TIMEOUT_MS = 4_000

/** Where the database is, and how many connections it may be asked for. */
export interface PostgresOptions {
  /** `postgres://user:password@host:port/database`. */
  readonly connectionString: string
  /** Connections at most; 16 unless told. */
  readonly maxConnections?: number
  /** Hears of connections that broke while idle; the pool replaces them. */
  readonly onIdleError?: (error: Error) => void
}

/**
 * A store on Postgres 14 or later, its schema brought up to date.
 * Throws {@link DatabaseUnreachable} within five seconds when there is no way in.
 */
export async function createPostgresStore(options: PostgresOptions): Promise<Store> {
  const pool = createPool(options)
  try {
    await connect(pool, options.connectionString)
    const driver = createPgDriver(pool)
    await migrate(driver)
    return createSqlStore(driver)
  } catch (error) {
    await pool.end()
    throw error
  }
}

function createPool({
  connectionString,
  maxConnections = 16,
  onIdleError,
}: PostgresOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: maxConnections,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    onConnect: async (client) => {
      await client.query(SESSION)
    },
  })
  // Without a listener a broken idle connection would end the process.
  pool.on('error', (error) => onIdleError?.(error))
  return pool
}

async function connect(pool: pg.Pool, connectionString: string): Promise<void> {
  try {
    const client = await pool.connect()
    client.release()
  } catch (error) {
    const message = `cannot reach ${describeTarget(connectionString)}: ${reasonOf(error)}`
    throw new DatabaseUnreachable(message, { cause: error })
  }
}

/** Host, port and database, without user and password. */
function describeTarget(connectionString: string): string {
  if (!URL.canParse(connectionString)) return 'the database, as its connection string is not a URL'
  const { hostname, port, pathname } = new URL(connectionString)
  return `${hostname}:${port === '' ? '5432' : port}${pathname}`
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(', ')
  return error instanceof Error ? error.message : String(error)
}

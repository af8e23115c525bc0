import pg from 'pg'
import { startPostgres } from '../../../.ci/start-postgres.ts'

/** A database that nobody else uses. `stop` leaves no trace of it. */
export interface TestPostgres {
  readonly url: string
  stop(): Promise<void>
}

/**
 * A fresh database on the server of `TEST_DATABASE_URL`, or on a server of its own when that is not set.
 * Null where no server can be started, so that tests can be skipped in plain sight.
 */
export async function startTestPostgres(): Promise<TestPostgres | null> {
  const given = process.env.TEST_DATABASE_URL
  if (given !== undefined && given !== '') return createDatabase(given)
  try {
    return await startPostgres()
  } catch (error) {
    console.warn('No Postgres could be started here; its tests are skipped.', error)
    return null
  }
}

async function createDatabase(serverUrl: string): Promise<TestPostgres> {
  const name = `autopay_test_${process.pid}_${process.hrtime.bigint()}`
  await runOn(serverUrl, `create database ${name}`)
  const url = new URL(serverUrl)
  url.pathname = name
  return {
    url: url.href,
    stop: () => runOn(serverUrl, `drop database ${name} with (force)`),
  }
}

async function runOn(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

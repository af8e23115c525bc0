import pg from 'pg'
import type { Driver, Queries } from './driver.ts'

const INT8 = 20

/** Postgres over a pool. Statements are prepared once per connection. */
export function createPgDriver(pool: pg.Pool): Driver {
  return {
    ...queriesOf(pool),
    async transaction(run) {
      const client = await pool.connect()
      let broken: Error | undefined
      try {
        await client.query('begin')
        const result = await run(queriesOf(client))
        await client.query('commit')
        return result
      } catch (error) {
        await client.query('rollback').catch((rollbackError: Error) => {
          // The connection is gone, and the transaction with it; the pool must not hand it out again.
          broken = rollbackError
        })
        throw error
      } finally {
        client.release(broken)
      }
    },
    close: () => pool.end(),
  }
}

function queriesOf(connection: pg.Pool | pg.PoolClient): Queries {
  return {
    async query<Row>(statement: { name: string; text: string }, values: readonly unknown[]) {
      const result = await connection.query({
        ...statement,
        values: values as unknown[],
        types: TYPES,
      })
      return result.rows as Row[]
    },
    async script(text) {
      await connection.query(text)
    },
  }
}

const TYPES: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text') =>
    oid === INT8
      ? Number
      : pg.types.getTypeParser(oid, format)) as pg.CustomTypesConfig['getTypeParser'],
}

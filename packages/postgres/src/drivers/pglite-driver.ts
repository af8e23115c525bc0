import type { PGliteInterface, Transaction } from '@electric-sql/pglite'
import type { Driver, Queries } from './driver.ts'

const INT8 = 20

/** PGlite: one connection inside this process. */
export function createPgliteDriver(database: PGliteInterface): Driver {
  return {
    ...queriesOf(database),
    transaction: (run) => database.transaction((transaction) => run(queriesOf(transaction))),
    close: () => database.close(),
  }
}

function queriesOf(connection: PGliteInterface | Transaction): Queries {
  return {
    async query<Row>({ text }: { text: string }, values: readonly unknown[]) {
      const result = await connection.query<Row>(text, [...values], { parsers: { [INT8]: Number } })
      return result.rows
    },
    async script(text) {
      await connection.exec(text)
    },
  }
}

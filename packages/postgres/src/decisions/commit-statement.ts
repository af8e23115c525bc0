import type { Unit } from '@upi-autopay/engine'
import type { Statement } from '../drivers/driver.ts'
import { commitParts, type Part } from './commit-parts.ts'

/** A statement with what to run it with. */
export interface Call {
  readonly statement: Statement
  readonly values: readonly unknown[]
}

/**
 * One statement that writes all these units, of one merchant and at most one per stream, or nothing.
 * It holds only the parts that have something to write; a connection keeps each combination prepared.
 */
export function commitStatement(units: readonly [Unit, ...Unit[]]): Call {
  const { merchant_id, mode } = units[0].tenant
  const parts = commitParts(units)
  const shape = parts.map((part) => part.letter).join('')
  return {
    statement: statementOf(shape, parts),
    values: [merchant_id, mode, ...parts.map((part) => part.value)],
  }
}

const statements = new Map<string, Statement>()

function statementOf(shape: string, parts: readonly Part[]): Statement {
  const known = statements.get(shape)
  if (known !== undefined) return known
  const writes = parts.map((part, index) => `w${index} as (${part.sql(`$${index + 3}`)})`)
  const required = parts.flatMap(({ require }, index) =>
    require === undefined ? [] : [require(`$${index + 3}`, `w${index}`)],
  )
  const last = `select ${required.length === 0 ? '1' : required.join(', ')}`
  const statement = { name: `commit_${shape}`, text: `with ${writes.join(',\n')}\n${last}` }
  statements.set(shape, statement)
  return statement
}

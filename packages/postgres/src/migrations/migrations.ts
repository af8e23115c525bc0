import { initial } from './initial.ts'
import type { Migration } from './migration.ts'

/** All steps of the schema, oldest first. */
export const MIGRATIONS: readonly Migration[] = [initial]

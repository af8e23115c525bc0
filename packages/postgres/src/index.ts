export { DatabaseUnreachable } from './database-unreachable.ts'
export { createPgliteStore, type PgliteOptions } from './pglite-store.ts'
export { createPostgresStore, type PostgresOptions } from './postgres-store.ts'

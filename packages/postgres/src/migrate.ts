import type { Driver } from './drivers/driver.ts'
import { MIGRATIONS } from './migrations/migrations.ts'

/**
 * Brings the schema up to date, in one transaction, one process at a time.
 * Throws when the database was written by a newer version of this package.
 */
export async function migrate(driver: Driver): Promise<void> {
  await driver.transaction(async ({ query, script }) => {
    await query(LOCK, [])
    await script(
      'create table if not exists schema_migrations (version integer primary key, name text not null)',
    )
    const applied = new Set(
      (await query<{ version: number }>(APPLIED, [])).map(({ version }) => version),
    )
    const newest = Math.max(0, ...applied)
    const known = Math.max(...MIGRATIONS.map(({ version }) => version))
    if (newest > known) {
      throw new Error(
        `the database has schema ${newest}, this version knows ${known}: use a newer version`,
      )
    }
    for (const migration of MIGRATIONS) {
      if (applied.has(migration.version)) continue
      await script(migration.script)
      await query(RECORD, [migration.version, migration.name])
    }
  })
}

// Any number, as long as it stays the same: whoever migrates this schema waits on it.
const LOCK = { name: 'migrate_lock', text: 'select pg_advisory_xact_lock(7265480131)' }

const APPLIED = { name: 'migrate_applied', text: 'select version from schema_migrations' }

const RECORD = {
  name: 'migrate_record',
  text: 'insert into schema_migrations (version, name) values ($1, $2)',
}

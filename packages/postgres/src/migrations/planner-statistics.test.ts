import { PGlite } from '@electric-sql/pglite'
import { dataDir } from '@electric-sql/pglite-prepopulatedfs'
import { expect, test } from 'vitest'
import { createPgliteDriver } from '../drivers/pglite-driver.ts'
import { SESSION } from '../drivers/session.ts'
import { migrate } from '../migrate.ts'

const FILL = `insert into resources (merchant_id, mode, kind, id, stream, revision, status, created_at, updated_at)
select 'mer_big', 'test', 'presentation', 'prs_' || n, 'mdt_' || n % 500, 1, 'scheduled', n, n from generate_series(1, 5000) as n`

const ONE = 'select * from resources where merchant_id = $1 and mode = $2 and kind = $3 and id = $4'
const MANY = `select r.id from json_to_recordset($3::json) as q(kind text, id text)
join resources r on r.merchant_id = $1 and r.mode = $2 and r.kind = q.kind and r.id = q.id`

test('a resource is looked up by its key, not among all that its merchant owns', async () => {
  const driver = createPgliteDriver(await PGlite.create({ loadDataDir: await dataDir() }))
  await driver.script(SESSION)
  await migrate(driver)
  await driver.script(FILL)
  const planOf = async (text: string, values: readonly unknown[]): Promise<string> => {
    const lines = await driver.query<Record<string, string>>(
      { name: 'plan', text: `explain ${text}` },
      values,
    )
    return lines.map((line) => line['QUERY PLAN']).join('\n')
  }
  const asked = JSON.stringify([{ kind: 'presentation', id: 'prs_1' }])
  for (const plan of [
    await planOf(ONE, ['mer_big', 'test', 'presentation', 'prs_1']),
    await planOf(MANY, ['mer_big', 'test', asked]),
  ]) {
    expect(plan).toContain('resources_pkey')
    expect(plan).not.toContain('Filter')
  }
  await driver.close()
})

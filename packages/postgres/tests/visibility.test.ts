import { createPostgresStore } from '@upi-autopay/postgres'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { startTestPostgres } from './test-postgres.ts'

const postgres = await startTestPostgres()
const url = postgres?.url ?? ''
const clients: pg.Client[] = []

afterAll(async () => {
  await Promise.all(clients.map((client) => client.end()))
  await postgres?.stop()
})

const connect = async () => {
  const client = new pg.Client({ connectionString: url })
  clients.push(client)
  await client.connect()
  return client
}

const tenant = { merchant_id: 'mer_1', mode: 'test' } as const

const writeEvent = (client: pg.Client, id: string) =>
  client.query(
    `insert into events (merchant_id, mode, stream, version, id, type, resource_kind, resource_id, at, cause, public)
     values ('mer_1', 'test', $1, 1, $1, 'mandate.created', 'mandate', 'mdt_1', 0, '', true)`,
    [id],
  )

describe.skipIf(postgres === null)('a server that several processes use', () => {
  test('several processes may start at once on an empty database', async () => {
    const stores = await Promise.all(
      [1, 2, 3].map(() => createPostgresStore({ connectionString: url, maxConnections: 2 })),
    )
    expect(await stores[0]?.accounts.list()).toEqual([])
    await Promise.all(stores.map((store) => store.close()))
  })

  test('the list of events shows nothing newer than what is still being written', async () => {
    const store = await createPostgresStore({ connectionString: url })
    const slow = await connect()
    const quick = await connect()
    const seen = async () => {
      const { items } = await store.resources.listEvents({ tenant, limit: 10 })
      return items.map(({ event }) => event.id)
    }
    await writeEvent(quick, 'evt_1')
    expect(await seen()).toEqual(['evt_1'])
    await slow.query('begin')
    await writeEvent(slow, 'evt_2')
    await writeEvent(quick, 'evt_3')
    expect(await seen()).toEqual(['evt_1'])
    await slow.query('commit')
    expect(await seen()).toEqual(['evt_3', 'evt_2', 'evt_1'])
    await store.close()
  })

  test('a database of a newer version is left alone', async () => {
    const client = await connect()
    await client.query(`insert into schema_migrations (version, name) values (999, 'later')`)
    await expect(createPostgresStore({ connectionString: url })).rejects.toThrow(
      'use a newer version',
    )
  })
})

import { createServer, type Server } from 'node:net'
import { createPostgresStore, DatabaseUnreachable } from '@upi-autopay/postgres'
import { expect, test } from 'vitest'

const failureOf = async (connectionString: string) => {
  const started = performance.now()
  const error: unknown = await createPostgresStore({ connectionString }).catch(
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(DatabaseUnreachable)
  expect(performance.now() - started).toBeLessThan(5_000)
  return (error as Error).message
}

test('a database that is not there is named, without its password', async () => {
  const message = await failureOf('postgres://asha:secret@127.0.0.1:1/autopay')
  expect(message).toContain('127.0.0.1:1/autopay')
  expect(message).not.toContain('secret')
})

test('a connection string that is none is not repeated', async () => {
  expect(await failureOf('secret words')).not.toContain('secret')
})

test('a server that never answers is given up within five seconds', async () => {
  const silent = await new Promise<Server>((resolve) => {
    const server = createServer((socket) => socket.on('error', () => socket.destroy()))
    server.listen(0, '127.0.0.1', () => resolve(server))
  })
  const address = silent.address()
  const port = typeof address === 'object' ? address?.port : 0
  expect(await failureOf(`postgres://asha@127.0.0.1:${port}/autopay`)).toContain(
    `127.0.0.1:${port}/autopay`,
  )
  silent.close()
})

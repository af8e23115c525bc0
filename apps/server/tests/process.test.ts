import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runMain } from './run-main.ts'
import { callerOf, mandateBody, temporaryFolder } from './start-test-server.ts'

function whereOf(output: string): { url: string; key: string } {
  const url = /answers at (\S+)/.exec(output)?.[1] ?? ''
  const key = /upi_test_sk_\w+/.exec(output)?.[0] ?? ''
  return { url, key }
}

describe('the program', () => {
  test('starts, is refused its folder twice, is killed, starts again and finds everything', async () => {
    const dataDir = join(temporaryFolder(), 'data')
    const environment = { PORT: '0', AUTOPAY_DATA_DIR: dataDir }
    const first = runMain(['serve'], environment)
    await first.printed('Stop with')
    const began = whereOf(first.output())
    const made = await callerOf(began.url, began.key)('POST /v1/mandates', mandateBody())
    expect(made.status).toBe(201)
    for (const name of ['test-key', 'key-pepper', 'operator-token', 'lock']) {
      expect([name, statSync(join(dataDir, name)).mode & 0o777]).toEqual([name, 0o600])
    }

    const second = runMain(['serve'], environment)
    expect(await second.ended).toBe(1)
    expect(second.output()).toContain(`in use by process ${first.child.pid}`)
    expect((await callerOf(began.url, began.key)('GET /v1/account')).status).toBe(200)

    first.child.kill('SIGKILL')
    expect(await first.ended).toBe('SIGKILL')
    const third = runMain(['serve'], environment)
    await third.printed('Stop with')
    const again = whereOf(third.output())
    expect(again.key).toBe(began.key)
    const found = await callerOf(again.url, again.key)(`GET /v1/mandates/${made.body.id}`)
    expect(found.body).toMatchObject({ id: made.body.id, status: 'pending' })

    third.child.kill('SIGTERM')
    expect(await third.ended).toBe(0)
    expect(() => statSync(join(dataDir, 'lock'))).toThrow()
    expect(() => statSync(join(dataDir, 'address'))).toThrow()
  })

  test('takes over a folder whose owner is gone though another process has its number', async () => {
    const dataDir = join(temporaryFolder(), 'data')
    mkdirSync(dataDir)
    // This very process, under a start time that is not its own.
    writeFileSync(join(dataDir, 'lock'), JSON.stringify({ pid: process.pid, started: '1' }))
    const run = runMain(['serve'], { PORT: '0', AUTOPAY_DATA_DIR: dataDir })
    await run.printed('Stop with')
    expect(JSON.parse(readFileSync(join(dataDir, 'lock'), 'utf8')).pid).toBe(run.child.pid)
  })

  test('of several that start at once where an owner died, one gets the folder', async () => {
    const dataDir = join(temporaryFolder(), 'data')
    mkdirSync(dataDir)
    writeFileSync(join(dataDir, 'lock'), JSON.stringify({ pid: 2 ** 22 + 1, started: '1' }))
    const environment = { PORT: '0', AUTOPAY_DATA_DIR: dataDir }
    const runs = Array.from({ length: 3 }, () => runMain(['serve'], environment))
    const outcomes = await Promise.all(
      runs.map(({ printed, ended }) =>
        Promise.race([ended, printed('Stop with').then(() => 'runs')]),
      ),
    )
    expect(outcomes.toSorted()).toEqual([1, 1, 'runs'])
  })

  test('says that its port is in use and gives its folder back', async () => {
    const dataDir = join(temporaryFolder(), 'data')
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as { port: number }
    const run = runMain(['serve'], { PORT: String(port), AUTOPAY_DATA_DIR: dataDir })
    expect(await run.ended).toBe(1)
    expect(run.output()).toContain(`Port ${port} on 127.0.0.1 is in use`)
    expect(() => statSync(join(dataDir, 'lock'))).toThrow()
    other.close()
  })

  test('says within five seconds that its database cannot be reached, without its password', async () => {
    const began = performance.now()
    const run = runMain(['serve'], {
      PORT: '0',
      AUTOPAY_DATA_DIR: join(temporaryFolder(), 'data'),
      DATABASE_URL: 'postgres://someone:hunter2@127.0.0.1:1/nothing',
    })
    expect(await run.ended).toBe(1)
    expect(performance.now() - began).toBeLessThan(5000)
    expect(run.output()).toContain('cannot reach 127.0.0.1:1/nothing')
    expect(run.output()).not.toContain('hunter2')
  })

  test('names every variable that will not do', async () => {
    const run = runMain(['serve'], {
      PORT: 'abc',
      AUTOPAY_LOG_LEVEL: 'loud',
      DATABASE_URL: 'mysql://x:secret@y',
    })
    expect(await run.ended).toBe(2)
    expect(run.output()).toContain('PORT must be a whole number from 0 to 65535')
    expect(run.output()).toContain('AUTOPAY_LOG_LEVEL must be one of silent, error')
    expect(run.output()).toContain('DATABASE_URL must be a URL that begins with postgres://')
    expect(run.output()).not.toContain('secret')
  })

  test('makes a second merchant whose key does not see what the first has', async () => {
    const dataDir = join(temporaryFolder(), 'data')
    const environment = { PORT: '0', AUTOPAY_DATA_DIR: dataDir }
    const server = runMain(['serve'], environment)
    await server.printed('Stop with')
    const { url, key } = whereOf(server.output())
    const { body: mandate } = await callerOf(url, key)('POST /v1/mandates', mandateBody())

    const create = runMain(
      ['merchants', 'create', '--name', 'Second Society', '--mcc', '6012'],
      environment,
    )
    expect(await create.ended).toBe(0)
    const second = JSON.parse(create.output())
    expect(second).toMatchObject({
      name: 'Second Society',
      payee_vpa: 'second.society@sim',
      mcc: '6012',
    })
    const call = callerOf(url, second.test_key)
    expect((await call(`GET /v1/mandates/${mandate.id}`)).status).toBe(404)
    expect((await call('POST /v1/mandates', mandateBody())).status).toBe(201)

    const more = runMain(
      ['keys', 'create', '--merchant', second.id, '--scopes', 'read'],
      environment,
    )
    expect(await more.ended).toBe(0)
    const reader = callerOf(url, JSON.parse(more.output()).secret)
    expect((await reader('GET /v1/mandates')).body.data).toHaveLength(1)

    const list = runMain(['merchants', 'list'], environment)
    expect(await list.ended).toBe(0)
    const names = JSON.parse(list.output()).map(({ name }: { name: string }) => name)
    expect(names).toEqual(['Demo Society', 'Second Society'])

    const wrong = runMain(['merchants', 'create', '--name', 'Third', '--mcc', 'shop'], environment)
    expect(await wrong.ended).toBe(1)
    expect(wrong.output()).toContain('/mcc must be a merchant category code of four digits')
  })

  test('says what to do where no server runs, and how it is called', async () => {
    const environment = { AUTOPAY_DATA_DIR: join(temporaryFolder(), 'data') }
    const alone = runMain(['merchants', 'list'], environment)
    expect(await alone.ended).toBe(1)
    expect(alone.output()).toContain('No server runs on the data folder')
    const wrong = runMain(['merchant', 'list'], environment)
    expect(await wrong.ended).toBe(2)
    expect(wrong.output()).toContain('There is no command "merchant list"')
    const help = runMain(['--help'], environment)
    expect(await help.ended).toBe(0)
    expect(help.output()).toContain('AUTOPAY_DATA_DIR')
  })
})

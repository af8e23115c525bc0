import { createMemoryStore, type Store } from '@upi-autopay/engine'
import { expect, test } from 'vitest'
import { mandateBody, startTestServer } from './start-test-server.ts'

/** A store that counts what its write path is asked. */
function counted(store: Store): { store: Store; commits: number[] } {
  const commits: number[] = []
  const decisions: Store['decisions'] = {
    ...store.decisions,
    commit(units) {
      commits.push(units.length)
      return store.decisions.commit(units)
    },
  }
  return { store: { ...store, decisions }, commits }
}

test('a mandate with its link, payer, event, timer, outbox row and stored answer is one commit', async () => {
  const { store, commits } = counted(createMemoryStore())
  const server = await startTestServer({ store })
  commits.length = 0
  const answer = await server.call('POST /v1/mandates', mandateBody(), {
    'Idempotency-Key': 'key-1',
  })
  expect(answer.status).toBe(201)
  expect(answer.body).toMatchObject({
    authorization: { upi_link: expect.stringContaining('upi://mandate?') },
  })
  expect(commits).toEqual([1])
})

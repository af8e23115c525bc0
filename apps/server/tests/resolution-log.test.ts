import { createMemoryStore, type LoggedEvent, type Store } from '@upi-autopay/engine'
import { toInstant } from '@upi-autopay/rail'
import { expect, test } from 'vitest'
import { mandateBody, startTestServer } from './start-test-server.ts'

/** A store whose log can be read, internal events included. */
function logged(store: Store): { store: Store; log: LoggedEvent[] } {
  const log: LoggedEvent[] = []
  const decisions: Store['decisions'] = {
    ...store.decisions,
    commit(units) {
      log.push(...units.flatMap(({ events }) => events))
      return store.decisions.commit(units)
    },
  }
  return { store: { ...store, decisions }, log }
}

test('the log keeps who resolved an unknown outcome, in which request, when, and what was said', async () => {
  const { store, log } = logged(createMemoryStore())
  const server = await startTestServer({
    store,
    clock: { now: () => toInstant(Date.parse('2030-01-07T02:30:00.000Z')) },
  })
  const { call } = server
  await call('POST /v1/sandbox/clock', { mode: 'frozen' })
  const payer = { vpa: 'unknown_forever@sim' }
  const dates = { start_date: '2030-01-07', end_date: '2031-01-06', payer }
  const mandate = await call('POST /v1/sandbox/mandates', mandateBody(dates))
  const debit = await call(`POST /v1/mandates/${mandate.body.id}/presentations`, {
    instant: true,
    amount: 5_000,
    reference_id: 'first-debit',
  })
  await call('POST /v1/sandbox/clock', { advance_by: 'PT3H' })
  const word = { outcome: 'succeeded', rrn: '300712345678', note: 'as the bank wrote' }
  const answer = await call(`POST /v1/presentations/${debit.body.id}/resolve`, word)
  expect(answer.status).toBe(200)
  const resolved = log.find(({ type }) => type === 'presentation.resolved')
  const request_id = answer.headers.get('request-id')
  expect(resolved).toMatchObject({
    resource_id: debit.body.id,
    data: word,
    at: toInstant(Date.parse('2030-01-07T05:30:00.000Z')),
    cause: expect.stringMatching(`^request:${request_id} key:key_[0-9a-z]+$`),
  })
})

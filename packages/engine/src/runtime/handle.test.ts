import { expect, test } from 'vitest'
import { tenantOf } from '../account/account.ts'
import {
  ACCOUNT,
  answer,
  DAY,
  DONE,
  HOUR,
  notify,
  present,
} from '../mandate/decider-specification.ts'
import { createMemoryStore } from '../memory/memory-store.ts'
import { atInstant } from './advance.ts'
import { after, createRuntimeWorld } from './runtime-specification.ts'

test('a timer that two workers fire takes away no timer that was set anew in between', async () => {
  const { engine, item } = await createRuntimeWorld(createMemoryStore())
  const { work } = engine.deps.store
  await engine.handle([await item(notify())])
  await engine.handle([await item(answer('notification', 'pdn_1', DONE))])
  await engine.handle([await item(present())])
  // At eleven the debit is put off to the end of the peak hours: its timer is set anew.
  const account = atInstant(ACCOUNT, after(DAY + 3 * HOUR))
  const [timer] = await work.dueTimers(tenantOf(ACCOUNT), after(DAY), 10)
  if (timer === undefined) throw new Error('nothing is due')
  const fire = await item({ type: 'FireTimer', timer }, { account, timer_fired: timer })
  await engine.handle([fire])
  await engine.handle([fire])
  const [next] = await work.dueTimers(tenantOf(ACCOUNT), after(DAY + 6 * HOUR), 10)
  expect(next).toMatchObject({ key: 'present:prs_1', at: after(DAY + 5 * HOUR) })
})

test('a request whose equal was carried out since it looked for the answer gets that answer, no refusal', async () => {
  const { engine, item } = await createRuntimeWorld(createMemoryStore())
  const revoke = await item(
    { type: 'RevokeMandate', mandate_id: 'mdt_1' },
    { idempotency: { key: 'k1', hash: 'h1', answer: () => ({ status: 200, body: 'revoked' }) } },
  )
  expect(await engine.handle([revoke])).toMatchObject([{ ok: true }])
  expect(await engine.handle([revoke])).toMatchObject([{ ok: false, replay: { body: 'revoked' } }])
})

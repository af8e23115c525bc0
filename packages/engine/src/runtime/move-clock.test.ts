import { type Instant, isoDate } from '@upi-autopay/rail'
import { expect, test } from 'vitest'
import { type Account, tenantOf } from '../account/account.ts'
import { ACCOUNT, createMandate, DAY, DONE, HOUR } from '../mandate/decider-specification.ts'
import { createMemoryStore } from '../memory/memory-store.ts'
import type { Store } from '../ports/store.ts'
import { moveClock } from './move-clock.ts'
import { after, createRuntimeWorld } from './runtime-specification.ts'

test('work that a late request leaves behind a moving clock is done where the clock stands', async () => {
  const stops: number[] = []
  const looks: (() => Promise<unknown>)[] = []
  const { engine, account, item } = await createRuntimeWorld(
    watch(createMemoryStore(), stops, looks),
  )
  const pending = createMandate({ id: 'mdt_2', reference_id: 'member-002' })
  const target = { kind: 'mandate', id: 'mdt_2' } as const
  await engine.handle([await item(pending, { target: { ...target, create: true } })])
  // It read the clock before the move, and writes when the clock has gone a day further.
  const approval = await item(
    {
      type: 'ActAsPayer',
      mandate_id: 'mdt_3',
      action: 'approve',
      vpa: null,
      answers: [{ after_ms: HOUR, outcome: DONE }],
    },
    { target: { kind: 'mandate', id: 'mdt_3' } },
  )
  const long = createMandate({
    id: 'mdt_3',
    reference_id: 'member-003',
    registration_expires_in_ms: 5 * DAY,
  })
  await engine.handle([
    await item(long, { target: { kind: 'mandate', id: 'mdt_3', create: true } }),
  ])
  looks.push(
    () => Promise.resolve(),
    () => engine.handle([approval]),
  )
  await engine.moveClock(await account(), { to: after(3 * DAY), mode: null })
  expect(stops).toEqual([after(DAY), after(DAY), after(3 * DAY)])
  expect(
    (
      await engine.deps.store.resources.get({
        tenant: tenantOf(ACCOUNT),
        kind: 'mandate',
        id: 'mdt_3',
      })
    )?.row.status,
  ).toBe('active')
})

test('what waits to be sent is sent before the clock moves, not at the next timer', async () => {
  const { engine, account, item } = await createRuntimeWorld(createMemoryStore())
  const sent: number[] = []
  const provider = engine.deps.providerOf(await account())
  const deps = {
    ...engine.deps,
    providerOf: () => ({
      ...provider,
      execute: (
        effects: Parameters<typeof provider.execute>[0],
        context: { account: Account; now: Instant },
      ) => {
        sent.push(context.now)
        return provider.execute(effects, context)
      },
    }),
  }
  const notice = {
    type: 'CreateNotification',
    id: 'pdn_1',
    mandate_id: 'mdt_1',
    reference_id: null,
    amount: 30_000,
    debit_date: isoDate('2030-01-08'),
    debit_at: null,
    metadata: {},
  } as const
  await engine.handle([await item(notice)])
  await moveClock(deps, await account(), { to: after(DAY), mode: null })
  expect(sent).toEqual([after(0)])
})

test('a clock that is moved on by a span goes on from where it then stands', async () => {
  const { engine, account } = await createRuntimeWorld(createMemoryStore())
  // Two calls read the clock at the same time; the second is served after the first.
  const asked = await account()
  await engine.moveClock(asked, { to: { by_ms: DAY }, mode: null })
  expect(await engine.moveClock(asked, { to: { by_ms: DAY }, mode: null })).toMatchObject({
    now: after(2 * DAY),
  })
})

test('a reset waits for its turn: what moves the clock would go on over what it deletes', async () => {
  const { engine, account } = await createRuntimeWorld(createMemoryStore())
  const { accounts } = engine.deps.store
  await engine.moveClock(await account(), { to: { by_ms: DAY }, mode: null })
  await accounts.holdClock(tenantOf(ACCOUNT), 'another', after(0), after(HOUR))
  expect(await engine.reset(await account())).toMatchObject({ rejection: { code: 'clock_busy' } })
  await accounts.releaseClock(tenantOf(ACCOUNT), 'another')
  expect(await engine.reset(await account())).toMatchObject({ ok: true })
})

/** Notes where the clock stood, and lets something happen before each look for the next timer. */
function watch(store: Store, stops: number[], looks: (() => Promise<unknown>)[]): Store {
  return {
    ...store,
    accounts: {
      ...store.accounts,
      saveClock(tenant, clock, token, system_now) {
        stops.push(clock.frozen_at ?? 0)
        return store.accounts.saveClock(tenant, clock, token, system_now)
      },
    },
    work: {
      ...store.work,
      async nextTimerAt(tenant) {
        await looks.shift()?.()
        return store.work.nextTimerAt(tenant)
      },
    },
  }
}

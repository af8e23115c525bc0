import { type Instant, isoDate } from '@upi-autopay/rail'
import { expect, test } from 'vitest'
import { type Account, tenantOf } from '../account/account.ts'
import { ACCOUNT, createMandate, DAY, DONE, HOUR } from '../mandate/decider-specification.ts'
import { createMemoryStore } from '../memory/memory-store.ts'
import type { Outcome } from '../ports/outcome.ts'
import type { Provider } from '../ports/provider.ts'
import type { Store } from '../ports/store.ts'
import type { LeasedEffect } from '../ports/work-store.ts'
import { settle } from './advance.ts'
import { moveClock } from './move-clock.ts'
import { after, createRuntimeWorld } from './runtime-specification.ts'
import { settleFrozen } from './settle-frozen.ts'

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
  await engine.handle([await item(NOTICE)])
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

test('a clock does not move over what another call is sending: it waits for the answer', async () => {
  const { engine, account, item } = await createRuntimeWorld(createMemoryStore())
  const bank = createSlowBank(engine.deps.providerOf(await account()))
  const deps = { ...engine.deps, providerOf: () => bank.provider, pause: bank.answers }
  await engine.handle([await item(NOTICE)])
  // One call takes the notice to the bank, which has not answered when another call moves the clock.
  const sending = settle(deps, await account())
  await bank.asked
  const moved = await moveClock(deps, await account(), { to: after(DAY), mode: null })
  expect(moved).toMatchObject({ fired: [{ kind: 'bank_answer', at: after(10_000) }] })
  await sending
})

test('a clock waits no longer than a call can take: a worker may have died with what it sent', async () => {
  const { engine, account, item } = await createRuntimeWorld(createMemoryStore())
  let paused_ms = 0
  const deps = {
    ...engine.deps,
    pause: async (ms: number) => {
      paused_ms += ms
    },
  }
  await engine.handle([await item(NOTICE)])
  await engine.deps.store.work.leaseEffects(tenantOf(ACCOUNT), after(0), after(60_000), 1)
  expect(await moveClock(deps, await account(), { to: after(DAY), mode: null })).toMatchObject({
    now: after(DAY),
  })
  expect(paused_ms).toBeGreaterThan(1000)
  expect(paused_ms).toBeLessThan(30_000)
})

test('a call whose clock was moved meanwhile does what is left where the clock stands by then', async () => {
  const { engine, account, item } = await createRuntimeWorld(createMemoryStore())
  const bank = createSlowBank(engine.deps.providerOf(await account()))
  const deps = { ...engine.deps, providerOf: () => bank.provider }
  const asked = await account()
  const late = await item(NOTICE)
  await moveClock(deps, await account(), { to: after(20_000), mode: null })
  await engine.handle([late])
  void bank.answers()
  await settleFrozen(deps, asked)
  const { store } = engine.deps
  const notice = { tenant: tenantOf(ACCOUNT), kind: 'notification', id: 'pdn_1' } as const
  expect((await store.resources.get(notice))?.row.status).toBe('delivered')
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

const NOTICE = {
  type: 'CreateNotification',
  id: 'pdn_1',
  mandate_id: 'mdt_1',
  reference_id: null,
  amount: 30_000,
  debit_date: isoDate('2030-01-08'),
  debit_at: null,
  metadata: {},
} as const

/** A bank that takes a notice when the test says so, and tells ten seconds later that it was delivered. */
function createSlowBank(provider: Provider) {
  let ask = (): void => undefined
  let tell = (): void => undefined
  const asked = new Promise<void>((resolve) => {
    ask = resolve
  })
  const told = new Promise<void>((resolve) => {
    tell = resolve
  })
  const later = [{ after_ms: 10_000, outcome: DONE }]
  return {
    asked,
    answers: async () => tell(),
    provider: {
      ...provider,
      async execute(effects: readonly LeasedEffect[]): Promise<Outcome[]> {
        ask()
        await told
        return effects.map(() => ({ result: 'accepted', state: 'acknowledged', later }))
      },
    },
  }
}

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

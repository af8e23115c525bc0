import type { Instant } from '@upi-autopay/rail'
import { expect, test } from 'vitest'
import { merchantNow, tenantOf } from '../account/account.ts'
import { createSeededIds } from '../kernel/ids.ts'
import { ACCOUNT, HOUR, MINUTE, MONDAY_8, POLICY } from '../mandate/decider-specification.ts'
import { createMemoryStore } from '../memory/memory-store.ts'
import type { Unit } from '../ports/decision-store.ts'
import type { BookedMovement } from '../ports/movement.ts'
import type { Outcome } from '../ports/outcome.ts'
import type { Settlement } from '../settlement/settlement.ts'
import { createEngine, type Engine } from './engine.ts'

const TENANT = tenantOf(ACCOUNT)

test('what comes to less than nothing waits, and the next collection brings it along', async () => {
  const world = await createWorld()
  await world.book('1', { kind: 'refunded', amount: 300, settle_at: MONDAY_8 })
  expect(await world.engine.settle(ACCOUNT)).toEqual([])
  expect(await settlements(world.engine)).toEqual([])
  await world.book('2', { amount: 200, settle_at: MONDAY_8 })
  await world.engine.settle(ACCOUNT)
  expect(await settlements(world.engine)).toEqual([])
  await world.book('3', { amount: 101, settle_at: MONDAY_8 })
  await world.engine.settle(ACCOUNT)
  expect(await settlements(world.engine)).toMatchObject([{ net: 1, count: 3 }])
})

test('money that is booked while a run is counted goes into that run, once', async () => {
  const world = await createWorld()
  await world.book('1', { amount: 100, settle_at: MONDAY_8 })
  world.afterCount(() => world.book('2', { amount: 20, settle_at: MONDAY_8 }))
  await world.engine.settle(ACCOUNT)
  expect(await settlements(world.engine)).toMatchObject([{ net: 120, count: 2 }])
})

test('a clock that moves on stops at every run', async () => {
  const world = await createWorld()
  await world.book('1', { amount: 100, settle_at: (MONDAY_8 + HOUR) as Instant })
  await world.book('2', { amount: 50, settle_at: (MONDAY_8 + 2 * HOUR) as Instant })
  await world.engine.moveClock(ACCOUNT, { to: { by_ms: 3 * HOUR }, mode: null })
  expect((await settlements(world.engine)).map(({ created_at }) => created_at)).toEqual([
    MONDAY_8 + 2 * HOUR,
    MONDAY_8 + HOUR,
  ])
})

test.each<[string, Outcome]>([
  ['whose outcome nobody knows', { result: 'unknown' }],
  ['that the bank takes without a word of its end', { result: 'accepted', state: 'acknowledged' }],
])('a transfer %s is asked about until the bank says, and made once', async (_, told) => {
  const world = await createWorld(told)
  await world.book('1', { amount: 100, settle_at: MONDAY_8 })
  await world.engine.settle(ACCOUNT)
  await world.engine.settle(ACCOUNT)
  expect(await settlements(world.engine)).toMatchObject([{ status: 'pending' }])
  world.wait(2 * MINUTE)
  world.inquiry = { result: 'accepted', state: 'done', references: { utr: 'SIMBR1' } }
  await world.engine.settle(ACCOUNT)
  expect(await settlements(world.engine)).toMatchObject([{ status: 'settled', utr: 'SIMBR1' }])
  expect(world.sent).toEqual([expect.stringMatching(/^settle:stl_/)])
})

interface World {
  readonly engine: Engine
  readonly sent: string[]
  inquiry: Outcome
  book(name: string, more: Partial<BookedMovement>): Promise<void>
  /** Lets something happen once, right after the next count of what is due. */
  afterCount(run: () => Promise<void>): void
  wait(ms: number): void
}

async function createWorld(
  told: Outcome = { result: 'accepted', state: 'acknowledged' },
): Promise<World> {
  let now = MONDAY_8
  const store = createMemoryStore()
  const after: (() => Promise<void>)[] = []
  const watched = {
    ...store,
    settlements: {
      ...store.settlements,
      due: async (...asked: Parameters<typeof store.settlements.due>) => {
        const due = await store.settlements.due(...asked)
        await after.shift()?.()
        return due
      },
    },
  }
  const engine = createEngine({
    store: watched,
    clock: { now: () => now },
    ids: createSeededIds(7),
    pause: async () => undefined,
    providerOf: () => ({
      name: 'bank',
      policy: POLICY,
      authorizationLink: null,
      paymentLink: null,
      execute: async (effects) => {
        world.sent.push(...effects.map(({ effect }) => effect.id))
        return effects.map(() => told)
      },
      inquire: async (effects) => effects.map(() => world.inquiry),
    }),
  })
  const world: World = {
    engine,
    sent: [],
    inquiry: { result: 'unknown' },
    book: async (name, more) => {
      await store.decisions.commit([bookingOf(name, more)])
    },
    afterCount: (run) => {
      after.push(run)
    },
    wait: (ms) => {
      now = (now + ms) as Instant
    },
  }
  await store.accounts.create(ACCOUNT, [])
  return world
}

/** A decision that only books. */
function bookingOf(name: string, more: Partial<BookedMovement>): Unit {
  const at = merchantNow(ACCOUNT.clock, MONDAY_8)
  const movement: BookedMovement = {
    id: `prs_${name}:1:collected`,
    kind: 'collected',
    resource_kind: 'presentation',
    resource_id: `prs_${name}`,
    amount: 100,
    fee: 0,
    at,
    speed: 't0',
    rrn: null,
    settle_at: at,
    ...more,
  }
  return {
    tenant: TENANT,
    stream: `mdt_${name}`,
    kind: 'mandate',
    expected_version: 0,
    events: [],
    state: {},
    rows: [],
    effects: [],
    effects_done: [],
    timers: [],
    timers_cleared: [],
    timers_fired: [],
    answers: [],
    movements: [movement],
  }
}

/** Every settlement there is, the newest first. */
async function settlements({ deps }: Engine): Promise<Settlement[]> {
  const { items } = await deps.store.resources.list({
    tenant: TENANT,
    kind: 'settlement',
    limit: 10,
  })
  return items.map(({ row }) => row.data as Settlement)
}

import type { Instant } from '@upi-autopay/rail'
import { expect, test } from 'vitest'
import { createSeededIds } from '../kernel/ids.ts'
import {
  ACCOUNT,
  answer,
  createMandate,
  DAY,
  DONE,
  declined,
  HOUR,
  MONDAY_8,
  notify,
  POLICY,
  present,
  SECOND,
} from '../mandate/decider-specification.ts'
import { createMemoryStore } from '../memory/memory-store.ts'
import type { Outcome } from '../ports/outcome.ts'
import type { Store } from '../ports/store.ts'
import { createEngine, type Engine } from './engine.ts'

/**
 * An engine whose merchant's clock can be moved, whose bank refuses once and counts what it is sent, and where
 * something may happen between the lease of an effect and its sending.
 */
async function worldOfDebits(): Promise<{
  engine: Engine
  sent: string[]
  asked: string[]
  at: (ms: number) => Promise<void>
  meanwhile: (happens: () => Promise<void>) => void
  tell: (outcome: Outcome, attempt: number) => Promise<void>
  act: (action: 'pause' | 'resume') => Promise<void>
}> {
  let now = MONDAY_8
  let between: (() => Promise<void>) | null = null
  const sent: string[] = []
  const asked: string[] = []
  const memory = createMemoryStore()
  const store: Store = {
    ...memory,
    work: {
      ...memory.work,
      async leaseEffects(...asked) {
        const leased = await memory.work.leaseEffects(...asked)
        const happens = between
        between = null
        if (happens !== null && leased.length > 0) await happens()
        return leased
      },
    },
  }
  const engine = createEngine({
    store,
    clock: { now: () => now },
    ids: createSeededIds(7),
    pause: async () => undefined,
    providerOf: () => ({
      name: 'counting',
      policy: POLICY,
      authorizationLink: () => 'upi://mandate?pa=society@sim',
      paymentLink: () => 'upi://pay?pa=society@sim',
      execute: async (effects) => {
        sent.push(...effects.map(({ effect }) => effect.id))
        return effects.map(({ effect }) => (effect.kind === 'present' ? declined('Z9') : DONE))
      },
      inquire: async (effects) => {
        asked.push(...effects.map(({ effect }) => effect.id))
        return effects.map(() => ({ result: 'not_sent', detail: 'no record' }))
      },
    }),
  })
  const account = { ...ACCOUNT, clock: { ...ACCOUNT.clock, mode: 'running' as const } }
  await engine.deps.store.accounts.create(account, [])
  const target = { kind: 'mandate' as const, id: 'mdt_1' }
  const common = { account, cause: 'test' }
  await engine.handle([
    { ...common, command: createMandate(), target: { ...target, create: true } },
  ])
  await engine.handle([{ ...common, command: answer('mandate', 'mdt_1', DONE), target }])
  await engine.handle([{ ...common, command: notify(), target }])
  await engine.settle(account)
  const debit = { kind: 'presentation' as const, id: 'prs_1' }
  await engine.handle([{ ...common, command: present({ retry: 'auto' }), target }])
  return {
    engine,
    sent,
    asked,
    async at(ms) {
      now = (MONDAY_8 + ms) as Instant
      await engine.settle(account)
    },
    meanwhile(happens) {
      between = happens
    },
    async act(action) {
      const command = { type: 'ActAsPayer', mandate_id: 'mdt_1', action } as const
      await engine.handle([{ ...common, command: { ...command, vpa: null, answers: [] }, target }])
    },
    async tell(outcome, attempt) {
      const command = answer('presentation', 'prs_1', outcome, attempt)
      await engine.handle([{ ...common, command, target: debit }])
    },
  }
}

test('a second attempt that a worker holds is not sent when the first turns out to be paid', async () => {
  const world = await worldOfDebits()
  await world.at(DAY + SECOND)
  expect(world.sent).toEqual(['notify:pdn_1', 'present:prs_1:1'])
  world.meanwhile(() => world.tell(DONE, 1))
  await world.at(DAY + HOUR + SECOND)
  expect(world.sent).toEqual(['notify:pdn_1', 'present:prs_1:1'])
})

test('an attempt that a worker holds is not sent when somebody has heard of it', async () => {
  const world = await worldOfDebits()
  world.meanwhile(() => world.tell({ result: 'unknown' }, 1))
  await world.at(DAY + SECOND)
  expect(world.sent).toEqual(['notify:pdn_1'])
})

test('of what is no longer to be sent the bank is asked by the plan, and not at every end of a lease', async () => {
  const world = await worldOfDebits()
  world.meanwhile(() => world.tell({ result: 'unknown' }, 1))
  await world.at(DAY + SECOND)
  await world.at(DAY + 89 * SECOND)
  expect(world.asked).toEqual([])
  await world.at(DAY + 92 * SECOND)
  expect(world.asked).toEqual(['inquire:prs_1:1:1'])
})

test('an attempt that a worker holds is not sent while the payer has paused the mandate, and is made afterwards', async () => {
  const world = await worldOfDebits()
  world.meanwhile(() => world.act('pause'))
  await world.at(DAY + SECOND)
  expect(world.sent).toEqual(['notify:pdn_1'])
  await world.act('resume')
  await world.at(DAY + HOUR)
  expect(world.sent).toEqual(['notify:pdn_1', 'present:prs_1:1'])
})

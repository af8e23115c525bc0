import type { Account, Tenant } from '@upi-autopay/engine'
import type { Runner } from './runner.ts'
import { at, createMandate, followUp, sampleEffect, sampleEvent, sampleTimer } from './samples.ts'
import type { InWorld, World } from './world.ts'

/** Which merchants a worker should look after. The worlds' clocks stand frozen at the start. */
export function defineDueMerchantCases({ test, expect }: Runner, inWorld: InWorld): void {
  test(
    'a merchant has work when a timer is due by its own clock, not by the system clock',
    inWorld(async (world) => {
      await setTimer(world, world.tenant, 1_000)
      expect(await busy(world, 9_000)).toEqual([])
      await setClock(world, world.tenant, {
        mode: 'frozen',
        offset_ms: 0,
        frozen_at: at(1_000),
        start_at: null,
      })
      expect(await busy(world, 0)).toEqual([world.tenant])
      await setClock(world, world.tenant, {
        mode: 'running',
        offset_ms: -500,
        frozen_at: null,
        start_at: null,
      })
      expect(await busy(world, 1_499)).toEqual([])
      expect(await busy(world, 1_500)).toEqual([world.tenant])
    }),
  )

  test(
    'a merchant has work when an effect is ready or its lease has run out',
    inWorld(async (world) => {
      const { store, tenant } = world
      const created = createMandate(tenant, '1', {
        effects: [sampleEffect(tenant, 'mdt_1', 'eff_1')],
      })
      await store.decisions.commit([created])
      expect(await busy(world, 0)).toEqual([tenant])
      await store.work.leaseEffects(tenant, at(0), at(100), 1)
      expect(await busy(world, 99)).toEqual([])
      expect(await busy(world, 100)).toEqual([tenant])
      await store.decisions.commit([followUp(created, { effects_done: ['eff_1'] })])
      expect(await busy(world, 100)).toEqual([])
    }),
  )

  test(
    'a merchant whose clock is being advanced is left alone until that ends',
    inWorld(async (world) => {
      await setTimer(world, world.tenant, -1)
      await world.store.accounts.holdClock(world.tenant, 'caller', at(0), at(100))
      expect(await busy(world, 99)).toEqual([])
      expect(await busy(world, 100)).toEqual([world.tenant])
      await world.store.accounts.holdClock(world.tenant, 'caller', at(100), at(200))
      await world.store.accounts.releaseClock(world.tenant, 'caller')
      expect(await busy(world, 150)).toEqual([world.tenant])
    }),
  )

  test(
    'the merchant who has waited longest comes first',
    inWorld(async (world) => {
      const { store, tenant, otherMode, stranger } = world
      await setTimer(world, tenant, -200)
      await setTimer(world, stranger, -300)
      const events = [
        sampleEvent('mdt_1', { id: 'evt_1', version: 1, type: 'mandate.created', at: at(-100) }),
      ]
      await store.decisions.commit([
        createMandate(otherMode, '1', {
          events,
          effects: [sampleEffect(otherMode, 'mdt_1', 'eff_1')],
        }),
      ])
      expect(await busy(world, 0)).toEqual([stranger, tenant, otherMode])
      expect(await store.work.tenantsWithWork(at(0), 2)).toEqual([stranger, tenant])
    }),
  )
}

async function busy({ store }: World, offset_ms: number): Promise<Tenant[]> {
  return store.work.tenantsWithWork(at(offset_ms), 10)
}

async function setTimer({ store }: World, tenant: Tenant, offset_ms: number): Promise<void> {
  await store.decisions.commit([
    createMandate(tenant, '1', { timers: [sampleTimer(tenant, 'mdt_1', { at: at(offset_ms) })] }),
  ])
}

async function setClock({ store }: World, tenant: Tenant, clock: Account['clock']): Promise<void> {
  await store.accounts.saveClock(tenant, clock, null, at(0))
}

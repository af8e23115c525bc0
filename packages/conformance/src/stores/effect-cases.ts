import type { Runner } from './runner.ts'
import { at, createMandate, followUp, PAYER, sampleEffect } from './samples.ts'
import type { InWorld, World } from './world.ts'

/** Things to ask of the provider, once each. */
export function defineEffectCases({ test, expect }: Runner, inWorld: InWorld): void {
  test(
    'an effect is leased with all it was asked with and the payer as known now',
    inWorld(async ({ store, tenant }) => {
      const effect = sampleEffect(tenant, 'mdt_1', 'eff_1', {
        kind: 'present',
        attempt: 2,
      })
      const created = createMandate(tenant, '1', { effects: [effect] })
      await store.decisions.commit([created])
      const payer = { ...PAYER, vpa: 'asha@newbank' }
      await store.decisions.commit([followUp(created, { private: { payer } })])
      expect(await store.work.leaseEffects(tenant, at(0), at(60), 10)).toEqual([
        { effect, payer, expired: false },
      ])
    }),
  )

  test(
    'effects are leased oldest first, up to the limit, and not again while the lease runs',
    inWorld(async (world) => {
      await start(world, ['eff_2', 'eff_1', 'eff_3'])
      expect(await lease(world, 0, 2)).toEqual(['eff_1', 'eff_2'])
      expect(await lease(world, 10)).toEqual(['eff_3'])
      expect(await lease(world, 20)).toEqual([])
    }),
  )

  test(
    'an effect whose lease ran out comes back as expired, each time',
    inWorld(async (world) => {
      await start(world, ['eff_1', 'eff_2'])
      expect(await lease(world, 0, 1)).toEqual(['eff_1'])
      expect(await lease(world, 99)).toEqual(['eff_2'])
      expect(await lease(world, 100)).toEqual(['eff_1 expired'])
      expect(await lease(world, 199)).toEqual(['eff_2 expired'])
      expect(await lease(world, 200)).toEqual(['eff_1 expired'])
    }),
  )

  test(
    'whether effects are leased is told by when their leases end',
    inWorld(async (world) => {
      const created = await start(world, ['eff_1', 'eff_2'])
      const leased = (from: number, until: number): Promise<boolean> =>
        world.store.work.isLeased(world.tenant, { from: at(from), until: at(until) })
      expect(await leased(0, 1_000)).toBe(false)
      await lease(world, 0, 1)
      expect([await leased(0, 99), await leased(0, 100), await leased(100, 150)]).toEqual([
        false,
        true,
        true,
      ])
      expect(await leased(101, 1_000)).toBe(false)
      await world.store.decisions.commit([followUp(created, { effects_done: ['eff_1'] })])
      expect(await leased(0, 1_000)).toBe(false)
    }),
  )

  test(
    'an answered effect is gone, and so is one withdrawn before it was sent',
    inWorld(async (world) => {
      const created = await start(world, ['eff_1', 'eff_2'])
      await lease(world, 0, 1)
      await world.store.decisions.commit([
        followUp(created, { effects_done: ['eff_1', 'eff_2', 'eff_never'] }),
      ])
      expect(await lease(world, 1_000)).toEqual([])
    }),
  )

  test(
    'an effect that surely was not sent can be asked for again under its own id',
    inWorld(async (world) => {
      const created = await start(world, ['eff_1'])
      await lease(world, 0)
      const effects = [sampleEffect(world.tenant, 'mdt_1', 'eff_1')]
      await world.store.decisions.commit([followUp(created, { effects_done: ['eff_1'], effects })])
      expect(await lease(world, 10)).toEqual(['eff_1'])
    }),
  )
}

async function start({ store, tenant }: World, ids: readonly string[]) {
  const created = createMandate(tenant, '1', {
    effects: ids.map((id) => sampleEffect(tenant, 'mdt_1', id)),
  })
  await store.decisions.commit([created])
  return created
}

/** Leases for 100 ms and names what came. */
async function lease({ store, tenant }: World, offset_ms: number, limit = 10): Promise<string[]> {
  const leased = await store.work.leaseEffects(tenant, at(offset_ms), at(offset_ms + 100), limit)
  return leased.map(({ effect, expired }) => (expired ? `${effect.id} expired` : effect.id))
}

import type { Account } from '@upi-autopay/engine'
import { createDeliverySteps } from './deliver-world.ts'
import type { Runner } from './runner.ts'
import {
  at,
  createEndpoint,
  createMandate,
  sampleAnswer,
  sampleEffect,
  sampleTimer,
} from './samples.ts'
import type { InWorld } from './world.ts'

const FROZEN: Account['clock'] = {
  mode: 'frozen',
  offset_ms: 0,
  frozen_at: at(60_000),
  start_at: at(0),
}
const RUNNING: Account['clock'] = {
  mode: 'running',
  offset_ms: 86_400_000,
  frozen_at: null,
  start_at: null,
}

/** Who calls, with which clock and settings. */
export function defineAccountCases({ test, expect }: Runner, inWorld: InWorld): void {
  test(
    'an account is found by its merchant and by any of its keys',
    inWorld(async ({ store, tenant, account, keys }) => {
      expect(await store.accounts.get(tenant)).toEqual(account)
      expect(await store.accounts.findByKey(keys.own.digest)).toEqual({
        account,
        key_id: keys.own.id,
        scopes: ['read', 'write'],
      })
      await store.accounts.addKey({
        ...keys.own,
        id: 'key_2',
        digest: `${keys.own.digest} 2`,
        scopes: ['admin'],
      })
      expect(await store.accounts.findByKey(`${keys.own.digest} 2`)).toEqual({
        account,
        key_id: 'key_2',
        scopes: ['admin'],
      })
      expect(await store.accounts.findByKey(keys.own.digest)).toEqual({
        account,
        key_id: keys.own.id,
        scopes: ['read', 'write'],
      })
      expect(await store.accounts.findByKey('digest of nobody')).toBe(null)
      expect(await store.accounts.get({ merchant_id: 'mer_nobody', mode: 'test' })).toBe(null)
    }),
  )

  test(
    'a key leads to the merchant and mode it was made for',
    inWorld(async ({ store, otherMode, stranger, keys }) => {
      const live = await store.accounts.findByKey(keys.otherMode.digest)
      const other = await store.accounts.findByKey(keys.stranger.digest)
      expect([live?.account.merchant_id, live?.account.mode]).toEqual([
        otherMode.merchant_id,
        'live',
      ])
      expect([other?.account.merchant_id, other?.account.mode]).toEqual([
        stranger.merchant_id,
        'test',
      ])
    }),
  )

  test(
    'an account or a key that exists already is not overwritten',
    inWorld(async ({ store, tenant, account, keys }) => {
      const failures = await Promise.allSettled([
        store.accounts.create({ ...account, name: 'Someone else' }, []),
        store.accounts.addKey({ ...keys.own, id: 'key_3', scopes: ['admin'] }),
      ])
      expect(failures.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
      expect(await store.accounts.findByKey(keys.own.digest)).toEqual({
        account,
        key_id: keys.own.id,
        scopes: ['read', 'write'],
      })
      expect((await store.accounts.get(tenant))?.name).toBe(account.name)
    }),
  )

  test(
    'all accounts are listed',
    inWorld(async ({ store, tenant, otherMode, stranger }) => {
      const listed = (await store.accounts.list()).map(
        ({ merchant_id, mode }) => `${merchant_id} ${mode}`,
      )
      for (const { merchant_id, mode } of [tenant, otherMode, stranger]) {
        expect(listed.filter((one) => one === `${merchant_id} ${mode}`).length).toBe(1)
      }
    }),
  )

  test(
    'settings and clock are saved apart, for one mode',
    inWorld(async ({ store, tenant, otherMode, account }) => {
      const sandbox: Account['sandbox'] = { value_table: false, bank_preset: 'normal' }
      await store.accounts.saveSandbox(tenant, sandbox)
      expect(await store.accounts.saveClock(tenant, RUNNING, null, at(0))).toBe(true)
      expect(await store.accounts.get(tenant)).toEqual({ ...account, sandbox, clock: RUNNING })
      expect(await store.accounts.saveClock(tenant, FROZEN, null, at(0))).toBe(true)
      expect((await store.accounts.get(tenant))?.clock).toEqual(FROZEN)
      const live = await store.accounts.get(otherMode)
      expect([live?.sandbox, live?.clock]).toEqual([account.sandbox, account.clock])
    }),
  )

  test(
    'a fault meets as many answers of its kind as it says, each taken once, and settings leave it alone',
    inWorld(async ({ store, tenant, otherMode }) => {
      const { accounts } = store
      const delay = { on: 'presentation', fault: 'delay', times: 2 } as const
      const twice = { on: 'notification', fault: 'duplicate', times: 1 } as const
      expect(await accounts.addFault(tenant, delay)).toEqual([delay])
      expect(await accounts.addFault(tenant, twice)).toEqual([delay, twice])
      await accounts.saveSandbox(tenant, { value_table: false, bank_preset: 'slow' })
      expect((await accounts.get(tenant))?.sandbox).toEqual({
        value_table: false,
        bank_preset: 'slow',
        faults: [delay, twice],
      })
      const taken = await Promise.all([
        accounts.takeFaults(tenant, ['presentation', 'presentation', 'registration']),
        accounts.takeFaults(tenant, ['presentation', 'presentation']),
      ])
      expect(taken.flat().filter((one) => one === 'delay').length).toBe(2)
      expect(await accounts.takeFaults(tenant, ['presentation', 'notification'])).toEqual([
        null,
        'duplicate',
      ])
      expect(await accounts.takeFaults(otherMode, ['presentation'])).toEqual([null])
      await accounts.addFault(tenant, delay)
      await accounts.clearFaults(tenant)
      expect(await accounts.takeFaults(tenant, ['presentation'])).toEqual([null])
    }),
  )

  test(
    'terms are saved over the revision that was read, once, and for one mode',
    inWorld(async ({ store, tenant, otherMode, account }) => {
      const bank_account = { number: '000123456789', ifsc: 'OKBK0000001', name: 'Lakshmi' }
      const terms = { name: 'Lakshmi Society', bank_account, metadata: { town: 'Pune' } }
      const saved = await store.accounts.save(tenant, 1, terms, at(50))
      expect(saved).toEqual({ ...account, ...terms, revision: 2, updated_at: at(50) })
      expect(await store.accounts.get(tenant)).toEqual(saved)
      expect(await store.accounts.save(tenant, 1, { name: 'Late' }, at(60))).toBe(null)
      const emptied = await store.accounts.save(tenant, 2, { bank_account: null }, at(70))
      expect([emptied?.bank_account, emptied?.name, emptied?.revision]).toEqual([
        null,
        'Lakshmi Society',
        3,
      ])
      expect(await store.accounts.get(otherMode)).toEqual({ ...account, ...otherMode })
    }),
  )

  test(
    'while one caller advances a clock no other may move it',
    inWorld(async ({ store, tenant, otherMode }) => {
      const { holdClock, saveClock, releaseClock } = store.accounts
      expect(await holdClock(tenant, 'one', at(0), at(100))).toBe(true)
      expect(await holdClock(tenant, 'two', at(50), at(150))).toBe(false)
      expect(await saveClock(tenant, FROZEN, null, at(50))).toBe(false)
      expect(await saveClock(tenant, FROZEN, 'two', at(50))).toBe(false)
      expect(await saveClock(tenant, FROZEN, 'one', at(50))).toBe(true)
      expect(await holdClock(otherMode, 'two', at(50), at(150))).toBe(true)
      await releaseClock(tenant, 'two')
      expect(await saveClock(tenant, RUNNING, 'two', at(50))).toBe(false)
      await releaseClock(tenant, 'one')
      expect(await saveClock(tenant, RUNNING, null, at(50))).toBe(true)
      expect((await store.accounts.get(tenant))?.clock).toEqual(RUNNING)
    }),
  )

  test(
    'a caller may prolong its hold, and a hold that ran out binds nobody',
    inWorld(async ({ store, tenant }) => {
      const { holdClock, saveClock } = store.accounts
      expect(await holdClock(tenant, 'one', at(0), at(100))).toBe(true)
      expect(await holdClock(tenant, 'one', at(90), at(200))).toBe(true)
      expect(await holdClock(tenant, 'two', at(150), at(300))).toBe(false)
      expect(await holdClock(tenant, 'two', at(200), at(300))).toBe(true)
      expect(await saveClock(tenant, RUNNING, null, at(300))).toBe(true)
    }),
  )

  test(
    'nobody moves the clock of a merchant that does not exist',
    inWorld(async ({ store }) => {
      const nobody = { merchant_id: 'mer_nobody', mode: 'test' } as const
      expect(await store.accounts.holdClock(nobody, 'one', at(0), at(100))).toBe(false)
      expect(await store.accounts.saveClock(nobody, RUNNING, null, at(0))).toBe(false)
    }),
  )

  test(
    'reset deletes what one merchant did in one mode and keeps account, keys and everyone else',
    inWorld(async (world) => {
      const { store, tenant, otherMode, account, keys } = world
      const { fanOut } = createDeliverySteps(world)
      const everything = (owner: typeof tenant) => [
        createEndpoint(owner, 'a', ['*']),
        createMandate(owner, '1', {
          answers: [sampleAnswer('key-1')],
          effects: [sampleEffect(owner, 'mdt_1', 'eff_1')],
          timers: [sampleTimer(owner, 'mdt_1')],
        }),
      ]
      await store.decisions.commit([...everything(tenant), ...everything(otherMode)])
      await fanOut(0)
      await store.decisions.commit([createMandate(tenant, '2')])
      await store.accounts.reset(tenant)

      expect((await store.resources.list({ tenant, kind: 'mandate', limit: 5 })).items).toEqual([])
      expect((await store.resources.listEvents({ tenant, limit: 5 })).items).toEqual([])
      expect((await store.deliveries.list({ tenant, limit: 5 })).items).toEqual([])
      expect(await store.decisions.replay(tenant, 'key-1')).toBe(null)
      expect(await store.decisions.findReference(tenant, 'mandate', 'reference-1')).toBe(null)
      expect(await store.work.nextTimerAt(tenant)).toBe(null)
      expect(await store.work.leaseEffects(tenant, at(0), at(1), 5)).toEqual([])
      expect(await fanOut(0)).toBe(0)
      expect(await store.accounts.findByKey(keys.own.digest)).toEqual({
        account,
        key_id: keys.own.id,
        scopes: ['read', 'write'],
      })

      expect(
        (await store.resources.list({ tenant: otherMode, kind: 'mandate', limit: 5 })).items.length,
      ).toBe(1)
      expect((await store.deliveries.list({ tenant: otherMode, limit: 5 })).items.length).toBe(1)
      expect(await store.work.nextTimerAt(otherMode)).toBe(at(1_000))
      expect(await store.decisions.commit(everything(tenant))).toEqual([{ ok: true }, { ok: true }])
    }),
  )
}

import { IN_FLIGHT } from '@upi-autopay/engine'
import type { Runner } from './runner.ts'
import {
  at,
  createMandate,
  followUp,
  mandateRow,
  presentationRow,
  sampleAnswer,
  sampleEvent,
} from './samples.ts'
import type { InWorld } from './world.ts'

const OK = { ok: true }
const TWIN = { ok: false, conflict: 'idempotency' }

/** Requests that come twice, and references that are taken. */
export function defineDuplicateCases({ test, expect }: Runner, inWorld: InWorld): void {
  test(
    'the twin of a request that was carried out is told so, whatever else it conflicts with',
    inWorld(async ({ store, tenant }) => {
      const created = createMandate(tenant, '1', { answers: [sampleAnswer('key-1')] })
      await store.decisions.commit([created])
      const twin = createMandate(tenant, '2', {
        rows: [mandateRow('2', { reference_id: 'reference-1' })],
        answers: [sampleAnswer('key-1')],
      })
      const sameStream = createMandate(tenant, '1', { answers: [sampleAnswer('key-1')] })
      expect(await store.decisions.commit([twin])).toEqual([TWIN])
      expect(await store.decisions.commit([sameStream])).toEqual([TWIN])
      expect(await store.resources.get({ tenant, kind: 'mandate', id: 'mdt_2' })).toBe(null)
    }),
  )

  test(
    'of two units with one idempotency key in a batch the first is written',
    inWorld(async ({ store, tenant }) => {
      const answers = [sampleAnswer('key-1')]
      expect(
        await store.decisions.commit([
          createMandate(tenant, '1', { answers }),
          createMandate(tenant, '2', { answers }),
        ]),
      ).toEqual([OK, TWIN])
    }),
  )

  test(
    'a reference_id that another resource of the kind carries is refused by name',
    inWorld(async ({ store, tenant }) => {
      await store.decisions.commit([createMandate(tenant, '1')])
      const second = createMandate(tenant, '2', {
        rows: [mandateRow('2', { reference_id: 'reference-1' })],
      })
      const taken = {
        ok: false,
        conflict: 'reference_id',
        kind: 'mandate',
        reference_id: 'reference-1',
      }
      expect(await store.decisions.commit([second])).toEqual([taken])
      expect(await store.decisions.findReference(tenant, 'mandate', 'reference-1')).toBe('mdt_1')
      expect(await store.decisions.findReference(tenant, 'mandate', 'reference-2')).toBe(null)
      const third = createMandate(tenant, '3', {
        rows: [mandateRow('3', { reference_id: 'reference-4' })],
      })
      const fourth = createMandate(tenant, '4')
      expect(await store.decisions.commit([third, fourth])).toEqual([
        OK,
        { ...taken, reference_id: 'reference-4' },
      ])
    }),
  )

  test(
    'a reference_id is unique per kind, and a resource keeps its own when it changes',
    inWorld(async ({ store, tenant }) => {
      const created = createMandate(tenant, '1', {
        rows: [mandateRow('1'), presentationRow('1', '7', { reference_id: 'reference-1' })],
      })
      expect(await store.decisions.commit([created])).toEqual([OK])
      const event = sampleEvent('mdt_1', { id: 'evt_2', version: 2, type: 'mandate.activated' })
      const changed = followUp(created, {
        events: [event],
        rows: [mandateRow('1', { status: 'active', revision: 2 })],
      })
      expect(await store.decisions.commit([changed])).toEqual([OK])
      expect(await store.decisions.findReference(tenant, 'mandate', 'reference-1')).toBe('mdt_1')
      expect(await store.decisions.findReference(tenant, 'presentation', 'reference-1')).toBe(
        'prs_7',
      )
    }),
  )

  test(
    'an answer to work without a stream is kept once, and its key is taken for everything else',
    inWorld(async ({ store, tenant, otherMode }) => {
      const answer = sampleAnswer('key-1')
      await store.decisions.keepAnswer(tenant, answer)
      await store.decisions.keepAnswer(tenant, { ...answer, status: 500 })
      await store.decisions.keepAnswer(otherMode, answer)
      await store.decisions.releaseKey(tenant, 'key-1')
      expect(await store.decisions.replay(tenant, 'key-1')).toEqual(answer)
      const late = createMandate(tenant, '1', { answers: [answer] })
      expect(await store.decisions.commit([late])).toEqual([TWIN])
    }),
  )

  test(
    'a key is claimed by one of many, until its answer is kept or it is given back',
    inWorld(async ({ store, tenant, otherMode }) => {
      const { decisions } = store
      const claim = { key: 'key-1', hash: 'hash-1', at: at(0) }
      const claims = await Promise.all(
        Array.from({ length: 5 }, () => decisions.claimKey(tenant, claim, at(0))),
      )
      expect(claims.filter((claimed) => claimed).length).toBe(1)
      const held = { ...claim, status: IN_FLIGHT, body: null }
      expect(await decisions.replay(tenant, 'key-1')).toEqual(held)
      expect(await decisions.claimKey(otherMode, claim, at(0))).toBe(true)
      const twin = createMandate(tenant, '1', { answers: [sampleAnswer('key-1')] })
      expect(await decisions.commit([twin])).toEqual([TWIN])
      await decisions.releaseKey(tenant, 'key-1')
      expect(await decisions.replay(tenant, 'key-1')).toBe(null)
      expect(await decisions.claimKey(tenant, claim, at(0))).toBe(true)
      const answer = sampleAnswer('key-1')
      await decisions.keepAnswer(tenant, answer)
      expect(await decisions.replay(tenant, 'key-1')).toEqual(answer)
      expect(await decisions.claimKey(tenant, { ...claim, at: at(9) }, at(9))).toBe(false)
    }),
  )

  test(
    'a claim that is held for too long goes to the next',
    inWorld(async ({ store, tenant }) => {
      const { decisions } = store
      expect(await decisions.claimKey(tenant, { key: 'k', hash: 'one', at: at(0) }, at(-60))).toBe(
        true,
      )
      const next = { key: 'k', hash: 'two', at: at(60) }
      expect(await decisions.claimKey(tenant, next, at(0))).toBe(false)
      expect(await decisions.claimKey(tenant, next, at(1))).toBe(true)
      expect((await decisions.replay(tenant, 'k'))?.hash).toBe('two')
    }),
  )
}

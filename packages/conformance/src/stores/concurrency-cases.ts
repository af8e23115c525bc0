import type { CommitAnswer } from '@upi-autopay/engine'
import type { Runner } from './runner.ts'
import {
  at,
  createMandate,
  followUp,
  mandateRow,
  sampleAnswer,
  sampleEffect,
  sampleEvent,
} from './samples.ts'
import type { InWorld } from './world.ts'

const CALLERS = Array.from({ length: 8 }, (_, index) => index + 1)

/** What holds when several callers write at once. */
export function defineConcurrencyCases({ test, expect }: Runner, inWorld: InWorld): void {
  test(
    'of several decisions over one version exactly one is written',
    inWorld(async ({ store, tenant }) => {
      const created = createMandate(tenant, '1')
      await store.decisions.commit([created])
      const answers = await Promise.all(
        CALLERS.map((caller) => {
          const event = sampleEvent('mdt_1', {
            id: `evt_1${caller}`,
            version: 2,
            type: 'mandate.activated',
          })
          return store.decisions.commit([followUp(created, { events: [event] })])
        }),
      )
      expect(tally(answers)).toEqual(oneOkAnd('version'))
    }),
  )

  test(
    'of several requests with one reference_id exactly one is written',
    inWorld(async ({ store, tenant }) => {
      const answers = await Promise.all(
        CALLERS.map((caller) =>
          store.decisions.commit([
            createMandate(tenant, `${caller}`, {
              rows: [mandateRow(`${caller}`, { reference_id: 'one' })],
            }),
          ]),
        ),
      )
      expect(tally(answers)).toEqual(oneOkAnd('reference_id'))
    }),
  )

  test(
    'of several requests with one idempotency key exactly one is written, and the others find its answer',
    inWorld(async ({ store, tenant }) => {
      const answers = await Promise.all(
        CALLERS.map(async (caller) => {
          const rows = [mandateRow(`${caller}`, { reference_id: 'one' })]
          const answer = await store.decisions.commit([
            createMandate(tenant, `${caller}`, { rows, answers: [sampleAnswer('key-1')] }),
          ])
          expect((await store.decisions.replay(tenant, 'key-1'))?.hash).toBe('hash of key-1')
          return answer
        }),
      )
      expect(tally(answers)).toEqual(oneOkAnd('idempotency'))
    }),
  )

  test(
    'batches that overlap in several streams write each stream once',
    inWorld(async ({ store, tenant }) => {
      const created = CALLERS.map((caller) => createMandate(tenant, `${caller}`))
      await store.decisions.commit(created)
      const batch = (caller: number) =>
        created.map((unit) => {
          const event = sampleEvent(unit.stream, {
            id: `evt_${unit.stream}_${caller}`,
            version: 2,
            type: 'mandate.activated',
          })
          return followUp(unit, { events: [event], state: { caller } })
        })
      const answers = await Promise.all([
        store.decisions.commit(batch(1)),
        store.decisions.commit(batch(2).reverse()),
        store.decisions.commit(batch(3)),
      ])
      expect(tally(answers).filter((answer) => answer === 'ok').length).toBe(CALLERS.length)
      const loaded = await store.decisions.load(
        created.map(({ stream }) => ({ tenant, kind: 'mandate', id: stream })),
      )
      expect(loaded.map((one) => one?.version)).toEqual(CALLERS.map(() => 2))
    }),
  )

  test(
    'callers that lease at once never get the same effect',
    inWorld(async ({ store, tenant }) => {
      const effects = CALLERS.map((caller) => sampleEffect(tenant, 'mdt_1', `eff_${caller}`))
      await store.decisions.commit([createMandate(tenant, '1', { effects })])
      const leased = await Promise.all(
        CALLERS.map(() => store.work.leaseEffects(tenant, at(0), at(60_000), 3)),
      )
      const ids = leased.flat().map(({ effect }) => effect.id)
      expect(new Set(ids).size).toBe(ids.length)
      const rest = await store.work.leaseEffects(tenant, at(0), at(60_000), 100)
      expect([...ids, ...rest.map(({ effect }) => effect.id)].sort()).toEqual(
        effects.map(({ id }) => id),
      )
    }),
  )
}

function tally(answers: readonly (readonly CommitAnswer[])[]): string[] {
  const words = answers.flat().map((answer) => (answer.ok ? 'ok' : answer.conflict))
  return words.sort()
}

function oneOkAnd(conflict: string): string[] {
  return ['ok', ...CALLERS.slice(1).map(() => conflict)].sort()
}

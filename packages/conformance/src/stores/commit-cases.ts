import type { Runner } from './runner.ts'
import {
  at,
  createMandate,
  followUp,
  mandateRow,
  PAYER,
  presentationRow,
  sampleAnswer,
  sampleEffect,
  sampleEvent,
  sampleTimer,
} from './samples.ts'
import type { InWorld } from './world.ts'

const OK = { ok: true }
const MOVED = { ok: false, conflict: 'version' }

/** What a commit writes, and what it refuses to. */
export function defineCommitCases({ test, expect }: Runner, inWorld: InWorld): void {
  test(
    'a new mandate is written whole: state, resource, payer, event, timer, effect and answer',
    inWorld(async ({ store, tenant }) => {
      const unit = createMandate(tenant, '1', {
        answers: [sampleAnswer('key-1')],
        timers: [sampleTimer(tenant, 'mdt_1')],
        effects: [sampleEffect(tenant, 'mdt_1', 'eff_1')],
      })
      expect(await store.decisions.commit([unit])).toEqual([OK])
      expect(await store.decisions.load([{ tenant, kind: 'mandate', id: 'mdt_1' }])).toEqual([
        {
          stream: 'mdt_1',
          kind: 'mandate',
          version: 1,
          state: unit.state,
          private: { payer: PAYER },
          row: mandateRow('1'),
        },
      ])
      expect(await store.resources.getEvent(tenant, 'evt_1')).toEqual({
        event: unit.events[0],
        private: { payer: PAYER },
      })
      expect(await store.decisions.replay(tenant, 'key-1')).toEqual(sampleAnswer('key-1'))
      expect(await store.work.nextTimerAt(tenant)).toBe(at(1_000))
      expect((await store.work.leaseEffects(tenant, at(0), at(1), 5)).length).toBe(1)
    }),
  )

  test(
    'loading answers per resource, in order, and null where there is none of that kind',
    inWorld(async ({ store, tenant }) => {
      await store.decisions.commit([createMandate(tenant, '1'), createMandate(tenant, '2')])
      const loaded = await store.decisions.load([
        { tenant, kind: 'mandate', id: 'mdt_2' },
        { tenant, kind: 'mandate', id: 'mdt_9' },
        { tenant, kind: 'presentation', id: 'mdt_1' },
        { tenant, kind: 'mandate', id: 'mdt_1' },
        { tenant, kind: 'mandate', id: 'mdt_2' },
      ])
      expect(loaded.map((one) => one?.stream ?? null)).toEqual([
        'mdt_2',
        null,
        null,
        'mdt_1',
        'mdt_2',
      ])
      expect(await store.decisions.load([])).toEqual([])
    }),
  )

  test(
    'a debit is loaded with the mandate that owns it and its own row',
    inWorld(async ({ store, tenant }) => {
      const row = presentationRow('1', '7')
      await store.decisions.commit([createMandate(tenant, '1', { rows: [mandateRow('1'), row] })])
      const [loaded] = await store.decisions.load([{ tenant, kind: 'presentation', id: 'prs_7' }])
      expect([loaded?.stream, loaded?.version, loaded?.row]).toEqual(['mdt_1', 1, row])
    }),
  )

  test(
    'a decision over an old version is refused and leaves no trace',
    inWorld(async ({ store, tenant }) => {
      const created = createMandate(tenant, '1')
      const event = sampleEvent('mdt_1', { id: 'evt_2', version: 2, type: 'mandate.activated' })
      await store.decisions.commit([created])
      await store.decisions.commit([
        followUp(created, { events: [event], state: { status: 'active' } }),
      ])
      const late = followUp(created, {
        events: [{ ...event, id: 'evt_3' }],
        state: { status: 'revoked' },
        private: {},
        rows: [mandateRow('1', { status: 'revoked' }), presentationRow('1', '7')],
        timers: [sampleTimer(tenant, 'mdt_1')],
        effects: [sampleEffect(tenant, 'mdt_1', 'eff_1')],
        answers: [sampleAnswer('key-1')],
      })
      expect(await store.decisions.commit([late])).toEqual([MOVED])
      const [loaded] = await store.decisions.load([{ tenant, kind: 'mandate', id: 'mdt_1' }])
      expect([loaded?.version, loaded?.state, loaded?.private, loaded?.row.status]).toEqual([
        2,
        { status: 'active' },
        { payer: PAYER },
        'pending',
      ])
      expect(await store.resources.get({ tenant, kind: 'presentation', id: 'prs_7' })).toBe(null)
      expect(await store.resources.getEvent(tenant, 'evt_3')).toBe(null)
      expect(await store.decisions.replay(tenant, 'key-1')).toBe(null)
      expect(await store.work.nextTimerAt(tenant)).toBe(null)
      expect(await store.work.leaseEffects(tenant, at(0), at(1), 5)).toEqual([])
    }),
  )

  test(
    'a stream that exists already cannot be created again',
    inWorld(async ({ store, tenant }) => {
      await store.decisions.commit([createMandate(tenant, '1')])
      const again = createMandate(tenant, '1', { rows: [mandateRow('1', { reference_id: null })] })
      expect(await store.decisions.commit([again])).toEqual([MOVED])
    }),
  )

  test(
    'a decision without events over a stream that moved is refused',
    inWorld(async ({ store, tenant }) => {
      const created = createMandate(tenant, '1')
      await store.decisions.commit([created])
      const event = sampleEvent('mdt_1', { id: 'evt_2', version: 2, type: 'mandate.activated' })
      await store.decisions.commit([followUp(created, { events: [event] })])
      const quiet = followUp(created, { timers: [sampleTimer(tenant, 'mdt_1')] })
      expect(await store.decisions.commit([quiet])).toEqual([MOVED])
      expect(await store.work.nextTimerAt(tenant)).toBe(null)
    }),
  )

  test(
    'a decision without events changes state, rows and timers and leaves the version',
    inWorld(async ({ store, tenant }) => {
      const created = createMandate(tenant, '1')
      await store.decisions.commit([created])
      const quiet = followUp(created, {
        state: { status: 'seen' },
        timers: [sampleTimer(tenant, 'mdt_1')],
        rows: [mandateRow('1', { revision: 2 })],
      })
      expect(await store.decisions.commit([quiet])).toEqual([OK])
      const [loaded] = await store.decisions.load([{ tenant, kind: 'mandate', id: 'mdt_1' }])
      expect([loaded?.version, loaded?.state, loaded?.row.revision]).toEqual([
        1,
        { status: 'seen' },
        2,
      ])
      expect(await store.work.nextTimerAt(tenant)).toBe(at(1_000))
    }),
  )

  test(
    'a stream that was deleted meanwhile is not brought back by a late decision',
    inWorld(async ({ store, tenant }) => {
      const created = createMandate(tenant, '1')
      await store.decisions.commit([created])
      await store.accounts.reset(tenant)
      const event = sampleEvent('mdt_1', { id: 'evt_2', version: 2, type: 'mandate.activated' })
      expect(await store.decisions.commit([followUp(created, { events: [event] })])).toEqual([
        MOVED,
      ])
      expect(await store.decisions.commit([followUp(created)])).toEqual([MOVED])
    }),
  )

  test(
    'private data stays as it is unless a decision gives it anew, and can be erased',
    inWorld(async ({ store, tenant }) => {
      const created = createMandate(tenant, '1')
      const event = sampleEvent('mdt_1', { id: 'evt_2', version: 2, type: 'mandate.activated' })
      const moved = followUp(created, { events: [event] })
      await store.decisions.commit([created])
      await store.decisions.commit([moved])
      const ref = { tenant, kind: 'mandate', id: 'mdt_1' } as const
      expect((await store.resources.get(ref))?.private).toEqual({ payer: PAYER })
      await store.decisions.commit([followUp(moved, { private: {} })])
      expect((await store.resources.get(ref))?.private).toEqual({})
    }),
  )

  test(
    'one bad unit of a batch leaves the others written, and each gets its own answer',
    inWorld(async ({ store, tenant, stranger }) => {
      await store.decisions.commit([
        createMandate(tenant, '01', { answers: [sampleAnswer('key-1')] }),
      ])
      const answers = await store.decisions.commit([
        createMandate(tenant, '02'),
        createMandate(tenant, '03', { answers: [sampleAnswer('key-1')] }),
        createMandate(stranger, '01'),
        createMandate(tenant, '01', { rows: [] }),
        createMandate(tenant, '04'),
        createMandate(tenant, '05', { rows: [mandateRow('05', { reference_id: 'reference-02' })] }),
        createMandate(tenant, '06'),
      ])
      expect(answers.map((answer) => (answer.ok ? 'ok' : answer.conflict))).toEqual([
        'ok',
        'idempotency',
        'ok',
        'version',
        'ok',
        'reference_id',
        'ok',
      ])
      const { items } = await store.resources.list({ tenant, kind: 'mandate', limit: 10 })
      expect(items.map(({ row }) => row.id)).toEqual(['mdt_06', 'mdt_04', 'mdt_02', 'mdt_01'])
    }),
  )

  test(
    'decisions of one stream in a batch are written in order',
    inWorld(async ({ store, tenant }) => {
      const created = createMandate(tenant, '1')
      const event = sampleEvent('mdt_1', { id: 'evt_2', version: 2, type: 'mandate.activated' })
      const moved = followUp(created, { events: [event], state: { status: 'active' } })
      expect(
        await store.decisions.commit([created, moved, { ...moved, state: { status: 'late' } }]),
      ).toEqual([OK, OK, MOVED])
      const [loaded] = await store.decisions.load([{ tenant, kind: 'mandate', id: 'mdt_1' }])
      expect([loaded?.version, loaded?.state]).toEqual([2, { status: 'active' }])
    }),
  )

  test(
    'a batch of hundreds is written whole',
    inWorld(async ({ store, tenant }) => {
      const names = Array.from({ length: 300 }, (_, index) => String(index).padStart(4, '0'))
      const answers = await store.decisions.commit(names.map((name) => createMandate(tenant, name)))
      expect(answers.every((answer) => answer.ok)).toBe(true)
      const { items, has_more } = await store.resources.list({
        tenant,
        kind: 'mandate',
        limit: 300,
      })
      expect([items.length, has_more]).toEqual([300, false])
      expect(await store.decisions.commit([])).toEqual([])
    }),
  )
}

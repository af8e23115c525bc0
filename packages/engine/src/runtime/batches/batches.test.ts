import { isoDate } from '@upi-autopay/rail'
import { describe, expect, test } from 'vitest'
import type { Batch } from '../../batch/batch.ts'
import { answer, createMandate, DONE } from '../../mandate/decider-specification.ts'
import { createMemoryStore } from '../../memory/memory-store.ts'
import type { BatchOrder, BatchRow } from '../../ports/batch-store.ts'
import type { Store } from '../../ports/store.ts'
import type { Command } from '../aggregates.ts'
import { createRuntimeWorld } from '../runtime-specification.ts'

/** Mandates take many debits a day each: rows are spread over them. */
const MANDATES = 50
const TENANT = { merchant_id: 'mer_1', mode: 'test' } as const

/** A running batch; nothing of it was handed over yet. */
async function running(count: number, wrap: (store: Store) => Store = (store) => store) {
  const store = wrap(createMemoryStore())
  const { engine, account, item } = await createRuntimeWorld(store)
  for (let name = 2; name < 2 + MANDATES; name++) {
    const id = `mdt_${name}`
    const terms = { id, reference_id: `mandate-${name}`, frequency: 'as_presented' } as const
    const created = createMandate({ ...terms, debit_rule: null })
    await engine.handle([await item(created, { target: { kind: 'mandate', id, create: true } })])
    await engine.handle([
      await item(answer('mandate', id, DONE), { target: { kind: 'mandate', id } }),
    ])
  }
  const ask = async (asked: Command, create = false) =>
    engine.handle([
      {
        account: await account(),
        command: asked,
        target: { kind: 'batch', id: 'bat_1', create },
        cause: 'test',
      },
    ])
  const terms = { kind: 'debits', events: 'each', reference_id: 'batch-1', metadata: {} } as const
  await ask({ type: 'CreateBatch', id: 'bat_1', ...terms }, true)
  const rows = Array.from({ length: count }, (_, index) => rowOf(index + 1))
  await store.batches.add(TENANT, 'bat_1', rows)
  await ask({
    type: 'StartBatch',
    batch_id: 'bat_1',
    rows: { accepted: count, refused: 0 },
    amount: 0,
  })
  const settle = async () => engine.settle(await account())
  const batch = async (): Promise<Batch> => {
    const found = await store.resources.get({ tenant: TENANT, kind: 'batch', id: 'bat_1' })
    return found?.row.data as Batch
  }
  const debits = async (): Promise<number> => {
    const query = { tenant: TENANT, kind: 'presentation', limit: 5_000 } as const
    return (await store.resources.list(query)).items.length
  }
  const statuses = async () => {
    const query = { tenant: TENANT, batch_id: 'bat_1', after_line: 0, limit: 5_000 }
    return (await store.batches.list(query)).rows.map(({ status }) => status)
  }
  return { store, settle, ask, batch, debits, statuses }
}

function rowOf(line: number, over: Partial<BatchOrder> = {}): BatchRow {
  const order: BatchOrder = {
    mandate_id: `mdt_${2 + (line % MANDATES)}`,
    mandate_reference_id: null,
    amount: 30_000,
    debit_date: isoDate('2030-01-08'),
    debit_at: null,
    reference_id: `row-${line}`,
    description: null,
    when: 'asap',
    present_at: null,
    retry: 'none',
    metadata: {},
    notification_id: `pdn_${line}`,
    presentation_id: `prs_${line}`,
    ...over,
  }
  return {
    line,
    status: 'accepted',
    reference_id: order.reference_id,
    order,
    errors: [],
    notification_id: null,
    presentation_id: null,
  }
}

/** A store whose batches fail once where they are told to, as if the server went down there. */
function failingOnce(where: 'record'): (store: Store) => Store {
  let failed = false
  return (store) => ({
    ...store,
    batches: {
      ...store.batches,
      [where]: async (...told: Parameters<Store['batches']['record']>) => {
        if (failed) return store.batches.record(...told)
        failed = true
        throw new Error('the server went down')
      },
    },
  })
}

describe('the rows of a running batch', () => {
  test('are handed over in pieces until none is left', async () => {
    const { settle, batch, debits, statuses } = await running(503)
    const fired = await settle()
    expect(fired.filter(({ kind }) => kind === 'batch_run').length).toBe(3)
    expect(await debits()).toBe(503)
    expect(new Set(await statuses())).toEqual(new Set(['planned']))
    expect(await batch()).toMatchObject({
      rows: { planned: 503, accepted: 0 },
      through_line: 503,
    })
  })

  test('are made once, though the server went down before it wrote down what became of them', async () => {
    const { settle, batch, debits, statuses } = await running(10, failingOnce('record'))
    await expect(settle()).rejects.toThrow('went down')
    expect(await debits()).toBe(10)
    expect(new Set(await statuses())).toEqual(new Set(['accepted']))
    await settle()
    expect(await debits()).toBe(10)
    expect((await batch()).rows).toMatchObject({ planned: 10, unchanged: 0, accepted: 0 })
  })

  test('that have their debits are no cancelled rows, though the batch was cancelled before anyone wrote it down', async () => {
    const { settle, ask, batch, debits, statuses } = await running(300, failingOnce('record'))
    await expect(settle()).rejects.toThrow('went down')
    expect(await debits()).toBe(200)
    await ask({ type: 'CancelBatch', batch_id: 'bat_1', reason: 'merchant' })
    await settle()
    expect(await debits()).toBe(200)
    expect((await batch()).rows).toMatchObject({ total: 300, planned: 200, cancelled: 100 })
    const ends = await statuses()
    expect(ends.filter((one) => one === 'planned').length).toBe(200)
    expect(ends.filter((one) => one === 'cancelled').length).toBe(100)
  })

  test('are made once, though two servers hand them over at one moment', async () => {
    const { settle, batch, debits } = await running(300)
    await Promise.all([settle(), settle(), settle()])
    expect(await debits()).toBe(300)
    expect((await batch()).rows).toMatchObject({
      planned: 300,
      unchanged: 0,
      refused: 0,
      accepted: 0,
    })
  })

  test('that were not handed over are cancelled with the batch, those that were stay', async () => {
    const { store, settle, ask, batch, debits, statuses } = await running(500)
    const list = store.batches.list
    // The merchant cancels while the second piece is read.
    let pieces = 0
    Object.assign(store.batches, {
      list: async (query: Parameters<typeof list>[0]) => {
        if (++pieces === 2)
          await ask({ type: 'CancelBatch', batch_id: 'bat_1', reason: 'merchant' })
        return list(query)
      },
    })
    await settle()
    Object.assign(store.batches, { list })
    const made = await debits()
    expect(made).toBe(400)
    const { status, rows } = await batch()
    expect([status, rows.planned, rows.cancelled]).toEqual(['cancelled', made, 100])
    const ends = await statuses()
    expect(ends.filter((one) => one === 'planned').length).toBe(made)
    expect(ends.filter((one) => one === 'cancelled').length).toBe(100)
  })
})

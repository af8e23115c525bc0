import { type Account, tenantOf } from '../../account/account.ts'
import type { Batch } from '../../batch/batch.ts'
import type { Rejection } from '../../kernel/result.ts'
import type { BatchOrder, BatchRow, BatchRowEnd } from '../../ports/batch-store.ts'
import type { ResourceRow } from '../../ports/decision-store.ts'
import type { EngineDeps } from '../deps.ts'
import { handle } from '../handle.ts'
import type { Handled } from '../item.ts'
import { compareWithExisting } from './compare-with-existing.ts'
import { itemOf } from './item-of.ts'

type WaitingRow = Pick<BatchRow, 'line' | 'order'>
interface Placed {
  readonly line: number
  readonly order: BatchOrder
  readonly mandate_id: string
}

/**
 * Hands rows over to their mandates, many at a time, and says what became of each. A row whose reference is in use is
 * compared with what carries it instead; of rows that share a reference the first is made, the others are compared.
 */
export async function handOver(
  deps: EngineDeps,
  account: Account,
  batch: Batch,
  rows: readonly WaitingRow[],
): Promise<BatchRowEnd[]> {
  const { placed, lost } = await findMandates(deps, account, rows)
  const ends = [...lost]
  for (let waiting = placed; waiting.length > 0; ) {
    const taken = await existingOf(deps, account, batch, waiting)
    const compared = waiting.filter(({ order }) => taken.has(order.reference_id))
    ends.push(...(await compareWithExisting(deps, account, compared, taken)))
    const free = waiting.filter(({ order }) => !taken.has(order.reference_id))
    const [first, again] = firstOfEach(free)
    const answers = await handle(
      deps,
      first.map(({ order, mandate_id }) => itemOf(account, batch, order, mandate_id)),
    )
    const raced: Placed[] = []
    for (const [index, row] of first.entries()) {
      const answer = answers[index]
      // Someone took the reference in this very moment: it is compared in the next turn.
      if (isTaken(answer)) raced.push(row)
      else ends.push(endOf(row, answer))
    }
    waiting = [...raced, ...again]
  }
  return ends.sort((one, two) => one.line - two.line)
}

/** What rows made already, under the ids that they were given: nothing is handed over. */
export async function findMade(
  deps: EngineDeps,
  account: Account,
  batch: Batch,
  rows: readonly WaitingRow[],
): Promise<BatchRowEnd[]> {
  const { placed } = await findMandates(deps, account, rows)
  const taken = await existingOf(deps, account, batch, placed)
  const held = placed.filter(({ order }) => taken.has(order.reference_id))
  const ends = await compareWithExisting(deps, account, held, taken)
  return ends.filter(({ status }) => status === 'planned')
}

async function findMandates(
  deps: EngineDeps,
  account: Account,
  rows: readonly WaitingRow[],
): Promise<{ placed: Placed[]; lost: BatchRowEnd[] }> {
  const named = rows.flatMap(({ order }) =>
    order?.mandate_reference_id == null ? [] : [order.mandate_reference_id],
  )
  const found =
    named.length === 0
      ? []
      : await deps.store.resources.byReferences(tenantOf(account), 'mandate', [...new Set(named)])
  const ids = new Map(found.map(({ reference_id, id }) => [reference_id, id]))
  const placed: Placed[] = []
  const lost: BatchRowEnd[] = []
  for (const { line, order } of rows) {
    if (order === null) continue
    const mandate_id = order.mandate_id ?? ids.get(order.mandate_reference_id)
    if (mandate_id !== undefined) placed.push({ line, order, mandate_id })
    else
      lost.push(
        refused(line, {
          code: 'not_found',
          field: 'mandate_reference_id',
          message: `There is no mandate with reference_id ${order.mandate_reference_id}.`,
        }),
      )
  }
  return { placed, lost }
}

/** What carries the rows' references already, by reference. */
async function existingOf(
  { store }: EngineDeps,
  account: Account,
  { kind }: Batch,
  rows: readonly Placed[],
): Promise<ReadonlyMap<string, ResourceRow>> {
  const references = [...new Set(rows.map(({ order }) => order.reference_id))]
  const tenant = tenantOf(account)
  const notices = await store.resources.byReferences(tenant, 'notification', references)
  const debits =
    kind === 'notifications'
      ? []
      : await store.resources.byReferences(tenant, 'presentation', references)
  return new Map([...notices, ...debits].map((row) => [row.reference_id ?? '', row]))
}

function firstOfEach(rows: readonly Placed[]): [first: Placed[], again: Placed[]] {
  const seen = new Set<string>()
  const first: Placed[] = []
  const again: Placed[] = []
  for (const row of rows) {
    const { reference_id } = row.order
    if (seen.has(reference_id)) again.push(row)
    else first.push(row)
    seen.add(reference_id)
  }
  return [first, again]
}

function isTaken(answer: Handled | undefined): boolean {
  return (
    answer?.ok === false && 'rejection' in answer && answer.rejection.code === 'reference_id_taken'
  )
}

function endOf({ line, order }: Placed, answer: Handled | undefined): BatchRowEnd {
  if (answer?.ok) {
    const { notification_id, presentation_id } = order
    return { line, status: 'planned', errors: [], notification_id, presentation_id }
  }
  if (answer === undefined || !('rejection' in answer))
    throw new Error(`the row on line ${line} was handed over without an answer`)
  return refused(line, ...errorsOf(answer.rejection, order))
}

function errorsOf(
  { code, detail, violations }: Rejection,
  { mandate_id }: BatchOrder,
): BatchRowEnd['errors'] {
  if (violations !== undefined)
    return violations.map(({ code: broken, pointer, message }) => ({
      code: broken,
      field: pointer.replace(/^\//, '') || null,
      message,
    }))
  // Whatever else refuses a row lies with its mandate.
  const field = mandate_id === null ? 'mandate_reference_id' : 'mandate_id'
  return [{ code, field, message: detail }]
}

function refused(line: number, ...errors: BatchRowEnd['errors']): BatchRowEnd {
  return { line, status: 'refused', errors, notification_id: null, presentation_id: null }
}

import type { Batch } from '@upi-autopay/contract'
import type { World } from './case.ts'
import type { Answer } from './driver.ts'
import { rs } from './given.ts'

type Fields = Readonly<Record<string, unknown>>

/** A row of ₹300 for the next day. */
export function row(over: Fields): Fields {
  return { amount: rs(300), debit_date: '2030-01-08', reference_id: 'debit-1', ...over }
}

/** A batch of debits in JSON. */
export function body(rows: readonly unknown[], over: Fields = {}): Fields {
  return { kind: 'debits', reference_id: 'batch-0001', rows, ...over }
}

export function handIn(
  { api }: Pick<World, 'api'>,
  rows: readonly unknown[],
  over?: Fields,
): Promise<Batch> {
  return api.ok('batches.create', { body: body(rows, over) })
}

export function current({ api }: Pick<World, 'api'>, { id }: { id: string }): Promise<Batch> {
  return api.ok('batches.get', { params: { id } })
}

/** Line, code and field of each row that was refused. */
export async function refusals(api: World['api'], { id }: { id: string }) {
  const { data } = await api.ok('batches.rows', { params: { id }, query: { status: 'refused' } })
  return data.map(({ line, errors }) => [line, errors[0]?.code, errors[0]?.field])
}

/** What was told of a batch, oldest first: type and status. */
export async function told({ api }: Pick<World, 'api'>, { id }: { id: string }): Promise<string[]> {
  const { data } = await api.ok('events.list', { query: { resource_id: id } })
  return data.map(({ type, data: { object } }) => `${type} ${object.status}`).reverse()
}

/** An upload of debits under `batch-0001`. */
export function upload(
  { api }: World,
  type: string,
  text: string,
  terms: Readonly<Record<string, string>> = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const query = new URLSearchParams({ kind: 'debits', reference_id: 'batch-0001', ...terms })
  return api.send({
    method: 'POST',
    path: `/v1/batches?${query}`,
    headers: { 'content-type': type, ...headers },
    text,
  })
}

export async function uploaded(world: World, type: string, text: string): Promise<Batch> {
  const { status, body } = await upload(world, type, text)
  if (status !== 201) throw new Error(`the upload was answered ${status}: ${JSON.stringify(body)}`)
  return body as Batch
}

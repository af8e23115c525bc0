import type { BatchRow, contract } from '@upi-autopay/contract'
import { type Batch, type ReadRow, tenantOf } from '@upi-autopay/engine'
import type { HandlerTable, Refusal } from '../answer.ts'
import { openUpload } from '../batch/open-upload.ts'
import { receiveBatch } from '../batch/receive-batch.ts'
import { UploadRefused } from '../batch/upload-refused.ts'
import type { Call } from '../call.ts'
import { BATCH_ROW_COLUMNS } from '../csv/batch-row-columns.ts'
import { csvAnswer } from '../csv/csv-answer.ts'
import { etagOf } from '../etag.ts'
import { filters, listOf, pageQuery } from '../page.ts'
import { perform, renderContext } from '../perform.ts'
import { read, refuseMissing } from '../read.ts'
import { renderBatch, renderBatchRow } from '../render/batch.ts'

/** `/v1/batches`. */
export const batches: HandlerTable<typeof contract.batches> = {
  create: async ({ query, body, headers }, call) => {
    const upload = await openUpload(call, { query, body }).catch(refusalOf)
    return 'body' in upload ? upload : receiveBatch(call, upload, headers['idempotency-key'])
  },

  list: async ({ query }, call) => {
    const { limit, after, before, ...wanted } = query
    const page = await call.deps.engine.deps.store.resources.list({
      ...pageQuery(call, { limit, after, before }),
      ...filters(wanted),
      kind: 'batch',
    })
    return { status: 200, body: listOf(page, await renderWithResults(call, page.items)) }
  },

  get: async ({ params }, call) => {
    const found = await read(call, 'batch', params.id)
    const [body] = found === null ? [] : await renderWithResults(call, [found])
    if (found === null || body === undefined) return refuseMissing(call, 'batch', params.id)
    return { status: 200, body, headers: { ETag: etagOf(found.row.revision) } }
  },

  cancel: async ({ params, headers }, call) =>
    perform(call, {
      item: {
        command: { type: 'CancelBatch', batch_id: params.id, reason: 'merchant' },
        target: { kind: 'batch', id: params.id },
      },
      shows: { kind: 'batch', id: params.id },
      answer: ({ row }, context) => ({
        status: 200,
        body: renderBatch(row.data as Batch, context),
      }),
      idempotency_key: headers['idempotency-key'],
    }),

  rows: async ({ params, query }, call) => {
    if ((await read(call, 'batch', params.id)) === null)
      return refuseMissing(call, 'batch', params.id)
    const { rows, has_more } = await call.deps.engine.deps.store.batches.list({
      tenant: tenantOf(call.account),
      batch_id: params.id,
      after_line: Number(query.after ?? 0),
      limit: query.limit,
      ...(query.status !== undefined && { status: query.status }),
    })
    const last = rows.at(-1)
    return {
      status: 200,
      body: {
        object: 'list',
        data: rows.map(renderBatchRow),
        has_more,
        next_cursor: has_more && last !== undefined ? String(last.line) : null,
      },
    }
  },

  results: async ({ params }, call) => {
    if ((await read(call, 'batch', params.id)) === null)
      return refuseMissing(call, 'batch', params.id)
    return csvAnswer(call, BATCH_ROW_COLUMNS, rowPages(call, params.id))
  },
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof UploadRefused) return error.refusal
  throw error
}

/** What is still at work is counted now; what is completed was counted at its end. */
async function renderWithResults(call: Call, found: readonly ReadRow[]) {
  const records = found.map(({ row }) => row.data as Batch)
  const open = records.filter(({ results }) => results === null).map(({ id }) => id)
  const counted =
    open.length === 0
      ? []
      : await call.deps.engine.deps.store.batches.results(tenantOf(call.account), open)
  const context = renderContext(call)
  return records.map((batch) =>
    renderBatch(batch, context, batch.results ?? counted[open.indexOf(batch.id)] ?? []),
  )
}

/** Rows read at once for a table. */
const PAGE = 500

async function* rowPages(call: Call, batch_id: string): AsyncIterable<readonly BatchRow[]> {
  const tenant = tenantOf(call.account)
  for (let after_line = 0, has_more = true; has_more; ) {
    const page = await call.deps.engine.deps.store.batches.list({
      tenant,
      batch_id,
      after_line,
      limit: PAGE,
    })
    yield page.rows.map(renderBatchRow)
    after_line = page.rows.at(-1)?.line ?? after_line
    has_more = page.has_more
  }
}

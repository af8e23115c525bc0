import type { contract } from '@upi-autopay/contract'
import type { Presentation } from '@upi-autopay/engine'
import { type Instant, toInstant } from '@upi-autopay/rail'
import type { HandlerTable } from '../answer.ts'
import { nowOf } from '../call.ts'
import { filters, listOf, pageQuery } from '../page.ts'
import { perform, renderContext } from '../perform.ts'
import { read, refuseMissing } from '../read.ts'
import { renderExplanation } from '../render/explanation.ts'
import { renderPresentation } from '../render/presentation.ts'

/** `/v1/presentations`. */
export const presentations: HandlerTable<typeof contract.presentations> = {
  create: async ({ params, body, headers }, call) => {
    const id = call.deps.engine.deps.ids.mint('presentation', nowOf(call))
    const { notification_id, reference_id } = body
    return perform(call, {
      item: {
        command: {
          type: 'CreatePresentation',
          id,
          mandate_id: params.id,
          reference_id,
          source:
            notification_id === undefined
              ? { instant_amount: body.amount ?? 0 }
              : { notification_id },
          description: body.description ?? null,
          when: body.when,
          present_at: instantOf(body.present_at),
          retry: body.retry,
          metadata: body.metadata ?? {},
        },
        target: { kind: 'mandate', id: params.id },
        ...(notification_id !== undefined && {
          also: [{ kind: 'notification', id: notification_id }],
        }),
        reference: { kind: 'presentation', reference_id },
      },
      shows: { kind: 'presentation', id },
      answer: ({ row }, context) => ({
        status: 201,
        body: renderPresentation(row.data as Presentation, context),
      }),
      idempotency_key: headers['idempotency-key'],
    })
  },

  list: async ({ query }, call) => {
    const { limit, after, before, ...wanted } = query
    const page = await call.deps.engine.deps.store.resources.list({
      ...pageQuery(call, { limit, after, before }),
      ...filters(wanted),
      kind: 'presentation',
    })
    const context = renderContext(call)
    return {
      status: 200,
      body: listOf(
        page,
        page.items.map(({ row }) => renderPresentation(row.data as Presentation, context)),
      ),
    }
  },

  get: async ({ params }, call) => {
    const found = await read(call, 'presentation', params.id)
    if (found === null) return refuseMissing(call, 'presentation', params.id)
    return {
      status: 200,
      body: renderPresentation(found.row.data as Presentation, renderContext(call)),
      headers: { ETag: `"${found.row.revision}"` },
    }
  },

  retry: async ({ params, body, headers }, call) =>
    perform(call, {
      item: {
        command: {
          type: 'RetryPresentation',
          presentation_id: params.id,
          when: body.when,
          present_at: instantOf(body.present_at),
        },
        target: { kind: 'presentation', id: params.id },
      },
      shows: { kind: 'presentation', id: params.id },
      answer: ({ row }, context) => ({
        status: 200,
        body: renderPresentation(row.data as Presentation, context),
      }),
      idempotency_key: headers['idempotency-key'],
    }),

  cancel: async ({ params, headers }, call) =>
    perform(call, {
      item: {
        command: { type: 'CancelPresentation', presentation_id: params.id },
        target: { kind: 'presentation', id: params.id },
      },
      shows: { kind: 'presentation', id: params.id },
      answer: ({ row }, context) => ({
        status: 200,
        body: renderPresentation(row.data as Presentation, context),
      }),
      idempotency_key: headers['idempotency-key'],
    }),

  explanation: async ({ params }, call) => {
    const explanation = await call.deps.engine.explain(call.account, params.id)
    if (explanation === null) return refuseMissing(call, 'presentation', params.id)
    return { status: 200, body: renderExplanation(explanation, renderContext(call)) }
  },
}

function instantOf(text: string | undefined): Instant | null {
  return text === undefined ? null : toInstant(Date.parse(text))
}

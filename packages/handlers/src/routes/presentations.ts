import type { contract } from '@upi-autopay/contract'
import { type Instant, toInstant } from '@upi-autopay/rail'
import type { HandlerTable } from '../answer.ts'
import { nowOf } from '../call.ts'
import { csvAnswer } from '../csv/csv-answer.ts'
import { pagesOf } from '../csv/pages-of.ts'
import { PRESENTATION_COLUMNS } from '../csv/presentation-columns.ts'
import { perform, renderContext } from '../perform.ts'
import { refuseMissing, showOne, showPage } from '../read.ts'
import { renderExplanation } from '../render/explanation.ts'
import { showPresentation } from '../render/presentation.ts'

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
      answer: (row, context) => ({ status: 201, body: showPresentation(row, context) }),
      idempotency_key: headers['idempotency-key'],
    })
  },

  list: async ({ query }, call) => showPage(call, 'presentation', query, showPresentation),

  csv: async ({ query }, call) =>
    csvAnswer(
      call,
      PRESENTATION_COLUMNS,
      pagesOf((page) => showPage(call, 'presentation', { ...query, ...page }, showPresentation)),
    ),

  get: async ({ params }, call) =>
    showOne(call, { kind: 'presentation', id: params.id }, showPresentation),

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
      answer: (row, context) => ({ status: 200, body: showPresentation(row, context) }),
      idempotency_key: headers['idempotency-key'],
    }),

  cancel: async ({ params, headers }, call) =>
    perform(call, {
      item: {
        command: { type: 'CancelPresentation', presentation_id: params.id },
        target: { kind: 'presentation', id: params.id },
      },
      shows: { kind: 'presentation', id: params.id },
      answer: (row, context) => ({ status: 200, body: showPresentation(row, context) }),
      idempotency_key: headers['idempotency-key'],
    }),

  resolve: async ({ params, body, headers }, call) =>
    perform(call, {
      item: {
        command: {
          type: 'ResolvePresentation',
          presentation_id: params.id,
          outcome: body.outcome,
          rrn: body.rrn ?? null,
          note: body.note,
        },
        target: { kind: 'presentation', id: params.id },
      },
      shows: { kind: 'presentation', id: params.id },
      answer: (row, context) => ({ status: 200, body: showPresentation(row, context) }),
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

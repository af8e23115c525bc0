import type {
  contract,
  PresentationCreate,
  PresentationPreview,
  Presentation as WirePresentation,
} from '@upi-autopay/contract'
import type { CreatePresentation, ThoughtDebit } from '@upi-autopay/engine'
import { type Instant, type IsoDate, istDate, toInstant } from '@upi-autopay/rail'
import type { HandlerTable } from '../answer.ts'
import { nowOf } from '../call.ts'
import { csvAnswer } from '../csv/csv-answer.ts'
import { pagesOf } from '../csv/pages-of.ts'
import { PRESENTATION_COLUMNS } from '../csv/presentation-columns.ts'
import { perform, problemContext, renderContext } from '../perform.ts'
import { refuseMissing, showOne, showPage } from '../read.ts'
import { renderExplanation } from '../render/explanation.ts'
import { showPresentation } from '../render/presentation.ts'
import { refuseRejection } from '../render/problem.ts'
import { answerInTime, type Waited } from '../wait.ts'

/** `/v1/presentations`. */
export const presentations: HandlerTable<typeof contract.presentations> = {
  create: async ({ params, body, headers }, call) => {
    const id = call.deps.engine.deps.ids.mint('presentation', nowOf(call))
    const { notification_id, reference_id } = body
    const made = await perform(call, {
      item: {
        command: {
          type: 'CreatePresentation',
          id,
          mandate_id: params.id,
          reference_id,
          source: sourceOf(body),
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
      answer: (row, context) => ({ status: 201 as const, body: showPresentation(row, context) }),
      idempotency_key: headers['idempotency-key'],
    })
    const { prefer } = headers
    return answerInTime(call, made, {
      kind: 'presentation',
      id,
      show: showPresentation,
      judge: judgeWait,
      prefer,
    })
  },

  preview: async ({ params, body }, call) => {
    const { engine } = call.deps
    const asked = { when: body.when, present_at: instantOf(body.present_at) }
    const previewed = await engine.preview(call.account, params.id, {
      source: thoughtSource(body),
      ...asked,
    })
    if (!previewed.ok) return refuseRejection(problemContext(call), previewed.rejection)
    return { status: 200, body: renderExplanation(previewed.explanation, renderContext(call)) }
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

/** What a debit that is only thought of would be drawn on. */
function thoughtSource(body: PresentationPreview): ThoughtDebit['source'] {
  const debit_at = instantOf(body.debit_at)
  const debit_date = debit_at === null ? body.debit_date : istDate(debit_at)
  if (debit_date === undefined) return sourceOf(body)
  return { amount: body.amount ?? 0, debit_date: debit_date as IsoDate, debit_at }
}

/** What a debit is drawn on. */
function sourceOf({
  notification_id,
  instant,
  amount = 0,
}: Pick<
  PresentationCreate,
  'notification_id' | 'instant' | 'amount'
>): CreatePresentation['source'] {
  if (notification_id !== undefined) return { notification_id }
  return instant === true ? { instant_amount: amount } : { amount }
}

/** An attempt that was declined because the PIN did not come in time: U69, as the rail calls it. */
const PIN_TIMEOUT = 'U69'

/** A decline that nobody repeats by itself ends the wait as the end of the debit does. */
function judgeWait({ status, attempts }: WirePresentation): Waited {
  const timedOut = attempts.at(-1)?.decline?.npci_code === PIN_TIMEOUT
  switch (status) {
    case 'succeeded':
    case 'cancelled':
    case 'reversed':
      return 'settled'
    case 'declined':
    case 'failed':
      return timedOut ? 'payer_timeout' : 'settled'
    case 'retry_scheduled':
      return timedOut ? 'payer_timeout' : 'open'
    default:
      return 'open'
  }
}

import type { contract } from '@upi-autopay/contract'
import type { ChangeSchedule } from '@upi-autopay/engine'
import type { IsoDate } from '@upi-autopay/rail'
import type { HandlerTable } from '../answer.ts'
import { type Call, nowOf } from '../call.ts'
import { perform, renderContext } from '../perform.ts'
import { refuseMissing, showOne, showPage } from '../read.ts'
import { renderUpcoming, showSchedule } from '../render/schedule.ts'

/** `/v1/schedules`. */
export const schedules: HandlerTable<typeof contract.schedules> = {
  create: async ({ params, body, headers }, call) => {
    const id = call.deps.engine.deps.ids.mint('schedule', nowOf(call))
    const reference_id = body.reference_id ?? null
    return perform(call, {
      item: {
        command: {
          type: 'CreateSchedule',
          id,
          mandate_id: params.id,
          reference_id,
          description: body.description ?? null,
          amount: body.amount ?? null,
          amounts: body.amounts ?? null,
          starts_on: body.starts_on as IsoDate,
          until: (body.until as IsoDate | undefined) ?? null,
          count: body.count ?? null,
          retry: body.retry,
          when: body.when,
          metadata: body.metadata ?? {},
        },
        target: { kind: 'mandate', id: params.id },
        ...(reference_id !== null && { reference: { kind: 'schedule', reference_id } }),
      },
      shows: { kind: 'schedule', id },
      answer: (row, context) => ({ status: 201, body: showSchedule(row, context) }),
      idempotency_key: headers['idempotency-key'],
    })
  },

  list: async ({ query }, call) => showPage(call, 'schedule', query, showSchedule),

  get: async ({ params }, call) => showOne(call, { kind: 'schedule', id: params.id }, showSchedule),

  upcoming: async ({ params }, call) => {
    const cycles = await call.deps.engine.upcoming(call.account, params.id)
    if (cycles === null) return refuseMissing(call, 'schedule', params.id)
    return { status: 200, body: renderUpcoming(params.id, cycles, renderContext(call)) }
  },

  pause: async ({ params, headers }, call) =>
    change(call, { type: 'PauseSchedule', schedule_id: params.id }, headers),

  resume: async ({ params, headers }, call) =>
    change(call, { type: 'ResumeSchedule', schedule_id: params.id }, headers),

  cancel: async ({ params, headers }, call) =>
    change(call, { type: 'CancelSchedule', schedule_id: params.id }, headers),
}

function change(
  call: Call,
  command: ChangeSchedule,
  headers: { readonly 'idempotency-key'?: string | undefined },
) {
  const target = { kind: 'schedule', id: command.schedule_id } as const
  return perform(call, {
    item: { command, target },
    shows: target,
    answer: (row, context) => ({ status: 200 as const, body: showSchedule(row, context) }),
    idempotency_key: headers['idempotency-key'],
  })
}

import { type contract, durationMs, type SandboxClock } from '@upi-autopay/contract'
import {
  type Mandate,
  type Presentation,
  payerOf,
  providerReference,
  type SandboxQuestion,
  type Timer,
  tenantOf,
} from '@upi-autopay/engine'
import { formatRfc3339, type Instant, toInstant } from '@upi-autopay/rail'
import type { HandlerTable } from '../answer.ts'
import { type Call, nowOf } from '../call.ts'
import { perform, problemContext } from '../perform.ts'
import { read } from '../read.ts'
import { renderMandate } from '../render/mandate.ts'
import { renderPresentation } from '../render/presentation.ts'
import { refuseRejection } from '../render/problem.ts'
import { createCommand } from './mandates.ts'

/** `/v1/sandbox`: the payer, the bank's temper, the clock. */
export const sandbox: HandlerTable<typeof contract.sandbox> = {
  createMandate: async ({ body, headers }, call) => {
    const id = call.deps.engine.deps.ids.mint('mandate', nowOf(call))
    const approved = call.deps.bank.registrationReferences(id, body.payer.vpa ?? null)
    return perform(call, {
      item: {
        command: { ...createCommand(id, body), approved },
        target: { kind: 'mandate', id, create: true },
        reference: { kind: 'mandate', reference_id: body.reference_id },
      },
      shows: { kind: 'mandate', id },
      answer: ({ row, private: beside }, context) => ({
        status: 201,
        body: renderMandate(row.data as Mandate, beside, context),
      }),
      idempotency_key: headers['idempotency-key'],
    })
  },

  openMandate: async ({ params, headers }, call) =>
    actOnMandate(call, params.id, { action: 'open', vpa: null }, headers),
  approveMandate: async ({ params, body, headers }, call) =>
    actOnMandate(call, params.id, { action: 'approve', vpa: body.vpa ?? null }, headers),
  declineMandate: async ({ params, headers }, call) =>
    actOnMandate(call, params.id, { action: 'decline', vpa: null }, headers),
  pauseMandate: async ({ params, headers }, call) =>
    actOnMandate(call, params.id, { action: 'pause', vpa: null }, headers),
  resumeMandate: async ({ params, headers }, call) =>
    actOnMandate(call, params.id, { action: 'resume', vpa: null }, headers),
  revokeMandate: async ({ params, headers }, call) =>
    actOnMandate(call, params.id, { action: 'revoke', vpa: null }, headers),

  approvePresentation: async ({ params, headers }, call) =>
    actOnPresentation(call, params.id, 'approve', headers),
  declinePresentation: async ({ params, headers }, call) =>
    actOnPresentation(call, params.id, 'decline', headers),

  getClock: async (_request, call) => ({
    status: 200,
    body: clockBody(nowOf(call), call.account.clock.mode, []),
  }),

  setClock: async ({ body }, call) => {
    const { engine } = call.deps
    const now = nowOf(call)
    const to =
      body.advance_to !== undefined
        ? toInstant(Date.parse(body.advance_to))
        : body.advance_by === undefined
          ? null
          : toInstant(now + durationMs(body.advance_by))
    const moved = await engine.moveClock(call.account, { to, mode: body.mode ?? null })
    if (!moved.ok) return refuseRejection(problemContext(call), moved.rejection)
    return { status: 200, body: clockBody(moved.now, moved.clock.mode, moved.fired) }
  },

  getSettings: async (_request, call) => ({
    status: 200,
    body: { object: 'sandbox_settings', ...call.account.sandbox },
  }),

  updateSettings: async ({ body }, call) => {
    const { value_table, bank_preset } = call.account.sandbox
    const changed = {
      value_table: body.value_table ?? value_table,
      bank_preset: body.bank_preset ?? bank_preset,
    }
    await call.deps.engine.deps.store.accounts.saveSandbox(tenantOf(call.account), changed)
    return { status: 200, body: { object: 'sandbox_settings', ...changed } }
  },

  reset: async (_request, call) => {
    const now = await call.deps.engine.reset(call.account)
    return { status: 200, body: { object: 'sandbox_reset', now: formatRfc3339(now) } }
  },
}

type Headers = { readonly 'idempotency-key'?: string | undefined }
type PayerAction = 'open' | 'approve' | 'decline' | 'pause' | 'resume' | 'revoke'

/** How many of the timers that fired the clock's answer lists. */
const FIRED_SHOWN = 1000

async function actOnMandate(
  call: Call,
  id: string,
  { action, vpa }: { action: PayerAction; vpa: string | null },
  headers: Headers,
): ReturnType<(typeof sandbox)['openMandate']> {
  const found = await read(call, 'mandate', id)
  const mandate = found?.row.data as Mandate | undefined
  const asked: SandboxQuestion = {
    account: call.account,
    amount: mandate?.amount ?? 0,
    vpa: vpa ?? payerOf(found?.private ?? {}).vpa,
  }
  return perform(call, {
    item: {
      command: {
        type: 'ActAsPayer',
        mandate_id: id,
        action,
        vpa,
        answer: answerTo(call, id, action, asked),
      },
      target: { kind: 'mandate', id },
    },
    shows: { kind: 'mandate', id },
    answer: ({ row, private: beside }, context) => ({
      status: 200,
      body: renderMandate(row.data as Mandate, beside, context),
    }),
    idempotency_key: headers['idempotency-key'],
  })
}

function answerTo(
  call: Call,
  id: string,
  action: PayerAction,
  asked: SandboxQuestion,
): ReturnType<Call['deps']['bank']['answerToOpening']> {
  const { bank } = call.deps
  switch (action) {
    case 'open':
      return bank.answerToOpening(id, asked)
    case 'approve':
      return bank.answerToApproval(id, asked)
    case 'decline':
      return bank.answerToDecline()
    case 'pause':
    case 'resume':
    case 'revoke':
      return null
    default:
      return action satisfies never
  }
}

async function actOnPresentation(
  call: Call,
  id: string,
  action: 'approve' | 'decline',
  headers: Headers,
): ReturnType<(typeof sandbox)['approvePresentation']> {
  const found = await read(call, 'presentation', id)
  const presentation = found?.row.data as Presentation | undefined
  const attempt = presentation?.attempts.length ?? 1
  const answer =
    action === 'decline'
      ? call.deps.bank.answerToDecline()
      : call.deps.bank.answerToDebit({
          account: call.account,
          amount: presentation?.amount ?? 0,
          vpa: payerOf(found?.private ?? {}).vpa,
          provider_reference: providerReference(id, attempt),
          attempt,
        })
  return perform(call, {
    item: {
      command: { type: 'ActOnPresentation', presentation_id: id, answer },
      target: { kind: 'presentation', id },
    },
    shows: { kind: 'presentation', id },
    answer: ({ row }, context) => ({
      status: 200,
      body: renderPresentation(row.data as Presentation, context),
    }),
    idempotency_key: headers['idempotency-key'],
  })
}

function clockBody(
  now: Instant,
  mode: SandboxClock['mode'],
  fired: readonly Timer[],
): SandboxClock {
  return {
    object: 'clock',
    now: formatRfc3339(now),
    mode,
    fired: fired
      .slice(0, FIRED_SHOWN)
      .map(({ at, kind, resource_id }) => ({ at: formatRfc3339(at), kind, resource_id })),
    fired_count: fired.length,
  }
}

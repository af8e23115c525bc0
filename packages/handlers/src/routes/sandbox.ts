import type { contract } from '@upi-autopay/contract'
import type { HandlerTable } from '../answer.ts'
import { nowOf } from '../call.ts'
import { perform } from '../perform.ts'
import { showMandate } from '../render/mandate.ts'
import { showNotification } from '../render/notification.ts'
import { createCommand } from './mandates.ts'
import { clock, settings } from './sandbox-clock.ts'
import { faults } from './sandbox-faults.ts'
import { money } from './sandbox-money.ts'
import { actOnMandate, actOnPresentation, reversePresentation } from './sandbox-payer.ts'

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
      answer: (row, context) => ({ status: 201, body: showMandate(row, context) }),
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

  revokeMandateByRail: async ({ params, headers }, call) =>
    perform(call, {
      item: {
        command: { type: 'RevokeByRail', mandate_id: params.id },
        target: { kind: 'mandate', id: params.id },
      },
      shows: { kind: 'mandate', id: params.id },
      answer: (row, context) => ({ status: 200, body: showMandate(row, context) }),
      idempotency_key: headers['idempotency-key'],
    }),

  optOutOfNotification: async ({ params, headers }, call) =>
    perform(call, {
      item: {
        command: { type: 'OptOut', notification_id: params.id },
        target: { kind: 'notification', id: params.id },
      },
      shows: { kind: 'notification', id: params.id },
      answer: (row, context) => ({ status: 200, body: showNotification(row, context) }),
      idempotency_key: headers['idempotency-key'],
    }),

  approvePresentation: async ({ params, headers }, call) =>
    actOnPresentation(call, params.id, 'approve', headers),
  declinePresentation: async ({ params, headers }, call) =>
    actOnPresentation(call, params.id, 'decline', headers),
  reversePresentation: async ({ params, headers }, call) =>
    reversePresentation(call, params.id, headers),

  ...money,
  ...clock,
  ...settings,
  ...faults,
}

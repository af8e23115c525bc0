import { BANK_PRESETS, CLOCK_MODES, FAULT_TARGETS, FAULTS, MAGIC_VPAS } from '@upi-autopay/rail'
import { z } from 'zod'
import { DurationField, InstantField, VpaField } from './fields.ts'

const ClockModeField = z.enum(CLOCK_MODES).meta({ id: 'ClockMode' })
const BankPresetField = z.enum(BANK_PRESETS).meta({
  id: 'BankPreset',
  description:
    'normal: what nothing else decides succeeds. slow: every answer takes ten minutes. bad_day: of a hundred debits about 20 lack funds, 10 meet a bank that is offline, 10 are unknown until asked, 5 are slow.',
})

/** What happened while the clock moved. */
export const FiredTimer = z
  .strictObject({ at: InstantField, kind: z.string(), resource_id: z.string() })
  .meta({ id: 'FiredTimer' })

/** The test clock of a merchant. */
export const SandboxClock = z
  .strictObject({
    object: z.literal('clock'),
    now: InstantField,
    mode: ClockModeField,
    fired: z.array(FiredTimer).meta({ description: 'The first thousand.' }),
    fired_count: z.int(),
  })
  .meta({ id: 'SandboxClock' })
export type SandboxClock = z.output<typeof SandboxClock>

interface Move {
  advance_by?: unknown
  advance_to?: unknown
  mode?: unknown
}

function checkMove(body: Move, ctx: z.RefinementCtx): void {
  const { advance_by: by, advance_to: to, mode } = body ?? {}
  if (by !== undefined && to !== undefined)
    ctx.addIssue({
      code: 'custom',
      path: ['advance_to'],
      message: 'must not be given together with advance_by',
    })
  if (by === undefined && to === undefined && mode === undefined)
    ctx.addIssue({ code: 'custom', path: [], message: 'must have advance_by, advance_to or mode' })
}

/** The body that moves the clock, forward only, or changes its mode. */
export const SandboxClockUpdate = z
  .strictObject({
    advance_by: DurationField.optional(),
    advance_to: InstantField.optional(),
    mode: ClockModeField.optional(),
  })
  .superRefine(checkMove, { when: () => true })
  .meta({ id: 'SandboxClockUpdate' })
export type SandboxClockUpdate = z.output<typeof SandboxClockUpdate>

/** How the simulated bank decides. */
export const SandboxSettings = z
  .strictObject({
    object: z.literal('sandbox_settings'),
    value_table: z.boolean().meta({ description: 'Whether amounts steer the bank.' }),
    bank_preset: BankPresetField,
  })
  .meta({ id: 'SandboxSettings' })
export type SandboxSettings = z.output<typeof SandboxSettings>

/** The body that changes the simulated bank; what is left out stays. */
export const SandboxSettingsUpdate = z
  .strictObject({ value_table: z.boolean().optional(), bank_preset: BankPresetField.optional() })
  .meta({ id: 'SandboxSettingsUpdate' })
export type SandboxSettingsUpdate = z.output<typeof SandboxSettingsUpdate>

const faultFields = {
  on: z.enum(FAULT_TARGETS).meta({ id: 'FaultTarget' }),
  fault: z.enum(FAULTS).meta({
    id: 'Fault',
    description:
      'delay: the answer takes ten minutes. duplicate: it comes twice. reorder: it comes behind the next one, or behind the status inquiry. timeout_after_success: the provider cannot say, though the bank has decided. contradict: the opposite is said first.',
  }),
}

/** What is to go wrong with the next answers of the simulated bank. */
export const SandboxFault = z
  .strictObject({
    ...faultFields,
    times: z.int().meta({ description: 'How many answers it still meets.' }),
  })
  .meta({ id: 'SandboxFault' })
export type SandboxFault = z.output<typeof SandboxFault>

/** The body that lets something go wrong with the next answers of one kind. */
export const SandboxFaultCreate = z
  .strictObject({ ...faultFields, times: z.int().min(1).max(1000).default(1) })
  .meta({ id: 'SandboxFaultCreate' })
export type SandboxFaultCreate = z.output<typeof SandboxFaultCreate>

/** All that is to go wrong, oldest first. */
export const SandboxFaults = z
  .strictObject({ object: z.literal('sandbox_faults'), faults: z.array(SandboxFault) })
  .meta({ id: 'SandboxFaults' })
export type SandboxFaults = z.output<typeof SandboxFaults>

/** The answer of a reset. */
export const SandboxReset = z
  .strictObject({ object: z.literal('sandbox_reset'), now: InstantField })
  .meta({ id: 'SandboxReset' })
export type SandboxReset = z.output<typeof SandboxReset>

/** The payer's approval; `vpa` is who approves, for intent and QR: a collect request is asked of one payer alone. */
export const SandboxApproval = z
  .strictObject({
    vpa: VpaField.optional().meta({
      description: `Who approves, for intent and QR. What becomes of this payer's debits and payments: ${MAGIC_VPAS.map(({ vpa, does }) => `${vpa} ${does}`).join('; ')}; any other address at sim succeeds.`,
    }),
  })
  .meta({ id: 'SandboxApproval' })
export type SandboxApproval = z.output<typeof SandboxApproval>

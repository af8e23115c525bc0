import { BANK_PRESETS, CLOCK_MODES } from '@upi-autopay/rail'
import { z } from 'zod'
import { DurationField, InstantField, VpaField } from './fields.ts'

const ClockModeField = z.enum(CLOCK_MODES).meta({ id: 'ClockMode' })
const BankPresetField = z.enum(BANK_PRESETS).meta({ id: 'BankPreset' })

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

/** The answer of a reset. */
export const SandboxReset = z
  .strictObject({ object: z.literal('sandbox_reset'), now: InstantField })
  .meta({ id: 'SandboxReset' })
export type SandboxReset = z.output<typeof SandboxReset>

/** The payer's approval; `vpa` is who approves, for intent and QR. */
export const SandboxApproval = z
  .strictObject({ vpa: VpaField.optional() })
  .meta({ id: 'SandboxApproval' })
export type SandboxApproval = z.output<typeof SandboxApproval>

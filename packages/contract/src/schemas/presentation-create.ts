import { z } from 'zod'
import { DateField, IdField, InstantField, Metadata, Paise, ReferenceId, text } from './fields.ts'
import { PresentWhenField, RetryModeField } from './presentation.ts'

interface Asked {
  notification_id?: unknown
  instant?: unknown
  amount?: unknown
  when?: unknown
  present_at?: unknown
}

function issueAt(ctx: z.RefinementCtx, field: keyof Asked, message: string): void {
  ctx.addIssue({ code: 'custom', path: [field], message })
}

/** A moment goes with `when: at`, and only with it. */
export function checkWhen(body: Asked, ctx: z.RefinementCtx): void {
  if (body?.when === 'at' && body.present_at === undefined)
    issueAt(ctx, 'present_at', 'is required with when: at')
  if (body?.when !== 'at' && body?.present_at !== undefined)
    issueAt(ctx, 'present_at', 'goes only with when: at')
}

function checkKind(body: Asked, ctx: z.RefinementCtx): void {
  const instant = body?.instant !== undefined
  const noticed = body?.notification_id !== undefined
  if (instant && noticed) issueAt(ctx, 'notification_id', 'must not be given for an instant debit')
  if (instant && body.amount === undefined)
    issueAt(ctx, 'amount', 'is required for an instant debit')
  if (!instant && noticed && body.amount !== undefined)
    issueAt(ctx, 'amount', 'must not be given with a notification, whose amount it is')
  // Without a notice only mandates that are exempt from it are debited: that is a rule, not a form.
  if (!instant && !noticed && body?.amount === undefined)
    issueAt(
      ctx,
      'notification_id',
      'is required unless instant is true or the mandate is exempt from notices',
    )
}

/** The body that presents a debit: against a delivered notification, at once after activation, or exempt from notices. */
export const PresentationCreate = z
  .strictObject({
    notification_id: IdField.optional(),
    instant: z.literal(true).optional(),
    amount: Paise.optional(),
    reference_id: ReferenceId,
    description: text(1, 50).optional(),
    when: PresentWhenField.default('asap'),
    present_at: InstantField.optional(),
    retry: RetryModeField.default('none'),
    metadata: Metadata.optional(),
  })
  .superRefine(checkKind, { when: () => true })
  .superRefine(checkWhen, { when: () => true })
  .meta({ id: 'PresentationCreate' })
export type PresentationCreate = z.output<typeof PresentationCreate>

interface Thought extends Asked {
  debit_date?: unknown
  debit_at?: unknown
}

function checkThought(body: Thought, ctx: z.RefinementCtx): void {
  const dated = body?.debit_date !== undefined || body?.debit_at !== undefined
  if (!dated) {
    checkKind(body, ctx)
    return
  }
  const issue = (field: keyof Thought, message: string): void =>
    ctx.addIssue({ code: 'custom', path: [field], message })
  if (body.debit_date !== undefined && body.debit_at !== undefined)
    issue('debit_at', 'must not be given together with debit_date')
  if (body.instant !== undefined) issue('instant', 'goes with no day')
  if (body.notification_id !== undefined) issue('notification_id', 'names its day itself')
  if (body.amount === undefined) issue('amount', 'is required with a day')
}

/** The body that asks what would become of a debit: that of its creation, or an amount and a day not yet notified. */
export const PresentationPreview = z
  .strictObject({
    notification_id: IdField.optional(),
    instant: z.literal(true).optional(),
    amount: Paise.optional(),
    debit_date: DateField.optional(),
    debit_at: InstantField.optional(),
    description: text(1, 50).optional(),
    when: PresentWhenField.default('asap'),
    present_at: InstantField.optional(),
    retry: RetryModeField.default('none'),
    metadata: Metadata.optional(),
  })
  .superRefine(checkThought, { when: () => true })
  .superRefine(checkWhen, { when: () => true })
  .meta({ id: 'PresentationPreview' })
export type PresentationPreview = z.output<typeof PresentationPreview>

/** The body that asks for another attempt after a decline. */
export const PresentationRetry = z
  .strictObject({ when: PresentWhenField.default('asap'), present_at: InstantField.optional() })
  .superRefine(checkWhen, { when: () => true })
  .meta({ id: 'PresentationRetry' })
export type PresentationRetry = z.output<typeof PresentationRetry>

import {
  SCHEDULE_END_REASONS,
  SCHEDULE_STATUSES,
  SCHEDULE_WHEN,
  SKIP_REASONS,
} from '@upi-autopay/rail'
import { z } from 'zod'
import {
  DateField,
  InstantField,
  Metadata,
  Paise,
  ReferenceId,
  text,
  wholeNumber,
} from './fields.ts'
import { CycleSpan } from './notification.ts'
import { RetryModeField } from './presentation.ts'
import { allowedActions, resourceFields } from './resource.ts'

export const ScheduleStatusField = z
  .enum(SCHEDULE_STATUSES)
  .meta({ id: 'ScheduleStatus', 'x-open': true })
export const ScheduleWhenField = z.enum(SCHEDULE_WHEN).meta({
  id: 'ScheduleWhen',
  description:
    'asap: as soon as notice and windows allow on the day of the debit; next_window: with the next off-peak window after that moment.',
})
const SkipReasonField = z.enum(SKIP_REASONS).meta({ id: 'SkipReason', 'x-open': true })
const WaitsForField = z.enum(['mandate_paused']).meta({ id: 'ScheduleWaitsFor', 'x-open': true })

/** More cycles than this no schedule names one by one. */
const MOST_CYCLES = 1200

const count = wholeNumber('must be a whole number')
  .min(1)
  .max(MOST_CYCLES)
  .meta({ type: 'integer', description: 'How many cycles, those that are skipped included.' })

/** The cycle that a schedule announces next. */
export const ScheduleNext = z
  .strictObject({
    number: z.int().meta({ description: 'Of the cycle in the schedule, from 1.' }),
    cycle: CycleSpan,
    debit_date: DateField,
    amount: Paise,
    notify_at: InstantField.meta({ description: 'When its notice goes out.' }),
    waits_for: WaitsForField.nullable().meta({
      description:
        'What holds its notice up. notify_at is then the last moment at which it is tried.',
    }),
  })
  .meta({ id: 'ScheduleNext' })

/** The cycle that was announced last. */
export const ScheduleLast = z
  .strictObject({
    number: z.int(),
    cycle: CycleSpan,
    debit_date: DateField,
    amount: Paise,
    notification_id: z.string(),
    presentation_id: z.string(),
  })
  .meta({ id: 'ScheduleLast' })

/** Cycles in a row that were left out for one reason. */
export const ScheduleSkip = z
  .strictObject({
    number: z.int().meta({ description: 'Of the first of them in the schedule.' }),
    cycles: z.int().meta({ description: 'How many.' }),
    from: DateField,
    until: DateField,
    reason: SkipReasonField,
    message: z.string(),
    at: InstantField,
  })
  .meta({ id: 'ScheduleSkip' })

/** What became of the cycles. */
export const ScheduleCounts = z
  .strictObject({
    succeeded: z.int(),
    failed: z.int().meta({ description: 'Failed, or reversed by the bank.' }),
    cancelled: z.int(),
    skipped: z.int(),
  })
  .meta({
    id: 'ScheduleCounts',
    description: 'A debit that is under way counts nowhere yet; what is corrected later moves.',
  })

/** A series of debits that the server announces and makes by itself. */
export const Schedule = z
  .strictObject({
    ...resourceFields,
    object: z.literal('schedule'),
    status: ScheduleStatusField,
    allowed_actions: allowedActions,
    mandate_id: z.string(),
    reference_id: z.string().nullable(),
    description: z.string().nullable(),
    currency: z.literal('INR'),
    amount: Paise.nullable().meta({ description: 'Of every cycle; null where amounts are given.' }),
    amounts: z
      .array(Paise)
      .nullable()
      .meta({ description: 'Of each cycle in order; null where one amount is given.' }),
    starts_on: DateField,
    until: DateField.nullable(),
    count: count.nullable(),
    retry: RetryModeField,
    when: ScheduleWhenField,
    next: ScheduleNext.nullable().meta({
      description: 'Null while it is paused, and when no cycle is left.',
    }),
    last: ScheduleLast.nullable(),
    skips: z.array(ScheduleSkip).meta({
      description: 'The latest runs of skipped cycles, at most twelve, oldest first.',
    }),
    done: ScheduleCounts,
    ended_at: InstantField.nullable(),
    end_reason: z
      .enum(SCHEDULE_END_REASONS)
      .meta({ id: 'ScheduleEndReason', 'x-open': true })
      .nullable()
      .meta({ description: 'Why it was cancelled: by the merchant, or with its mandate.' }),
  })
  .meta({
    id: 'Schedule',
    description:
      'A series of debits, one in each cycle of the mandate, that the server announces and makes by itself.',
  })
export type Schedule = z.output<typeof Schedule>

interface Asked {
  amount?: unknown
  amounts?: unknown
  count?: unknown
}

function checkAmounts(body: Asked, ctx: z.RefinementCtx): void {
  const at = (field: keyof Asked, message: string): void =>
    ctx.addIssue({ code: 'custom', path: [field], message })
  const { amount, amounts, count: cycles } = body ?? {}
  if (amount === undefined && amounts === undefined)
    at('amount', 'is required unless amounts is given')
  if (amount !== undefined && amounts !== undefined)
    at('amounts', 'must not be given together with amount')
  if (Array.isArray(amounts) && cycles !== undefined && cycles !== amounts.length)
    at('count', `must be ${amounts.length}, one cycle for each of amounts, or be left out`)
}

/** The body that begins a schedule: one `amount` for all cycles, or `amounts` with one for each. */
export const ScheduleCreate = z
  .strictObject({
    reference_id: ReferenceId.optional(),
    description: text(1, 50).optional(),
    amount: Paise.optional().meta({ description: 'The amount of every cycle.' }),
    amounts: z
      .array(Paise)
      .min(1)
      .max(MOST_CYCLES)
      .optional()
      .meta({ description: 'One amount for each cycle, in order; their number is the count.' }),
    starts_on: DateField.meta({
      description:
        'The first day on which it may debit. Later cycles are debited on the same day of the cycle.',
    }),
    until: DateField.optional().meta({ description: 'The last day on which it may debit.' }),
    count: count.optional(),
    retry: RetryModeField.default('none'),
    when: ScheduleWhenField.default('asap'),
    metadata: Metadata.optional(),
  })
  .superRefine(checkAmounts, { when: () => true })
  .meta({ id: 'ScheduleCreate' })
export type ScheduleCreate = z.output<typeof ScheduleCreate>

/** One cycle to come. */
export const UpcomingCycle = z
  .strictObject({
    number: z.int(),
    cycle: CycleSpan,
    debit_date: DateField,
    amount: Paise,
    action: z.enum(['announced', 'announce', 'skip']).meta({
      id: 'UpcomingAction',
      'x-open': true,
      description:
        'announced: notice and debit are made, the debit is to come; announce: both will be made; skip: the cycle will be left out, as things stand.',
    }),
    notify_at: InstantField.nullable(),
    waits_for: WaitsForField.nullable(),
    reason: SkipReasonField.nullable().meta({ description: 'Why it will be skipped.' }),
    notification_id: z.string().nullable(),
    presentation_id: z.string().nullable(),
  })
  .meta({ id: 'UpcomingCycle' })

/** What a schedule will do next. */
export const ScheduleUpcoming = z
  .strictObject({
    object: z.literal('schedule_upcoming'),
    schedule_id: z.string(),
    as_of: InstantField,
    cycles: z.array(UpcomingCycle),
  })
  .meta({
    id: 'ScheduleUpcoming',
    description: 'The next cycles, at most twelve, and what will happen to each as things stand.',
  })
export type ScheduleUpcoming = z.output<typeof ScheduleUpcoming>

/**
 * The leaf fields of the wire. Each says in its message what was wrong and what to send instead; none lets through
 * text that a database cannot keep (control characters, broken surrogate pairs).
 */
import {
  DECLINE_REASONS,
  DEFERRAL_REASONS,
  RETRY_ADVICE,
  UNKNOWN_OUTCOMES,
  VPA_PATTERN,
} from '@upi-autopay/rail'
import { z } from 'zod'

const PRINTABLE = /^[^\p{Cc}\p{Cs}]*$/u

/** Free text of a person: no control characters, and not only blanks where something must be said. */
export function text(min: number, max: number) {
  return z
    .string()
    .min(min)
    .max(max)
    .refine((value) => PRINTABLE.test(value), {
      error: 'must not contain control characters or broken characters',
    })
    .refine((value) => min === 0 || value === '' || value.trim() !== '', {
      error: 'must not be blank',
    })
}

/** Text of a fixed form; `form` completes the sentence "must be …". */
export function formed(pattern: RegExp, form: string) {
  return z.string().regex(pattern, { error: `must be ${form}` })
}

/**
 * A number without a fraction, as the sender gives it; `meta` has to say that it is an integer. `z.int` would end the
 * whole check at a fraction, and what is wrong beside it would go unsaid.
 */
export function wholeNumber(message: string) {
  return z
    .number({
      error: ({ input, code }) =>
        input !== undefined && code === 'invalid_type' ? message : undefined,
    })
    .refine(Number.isInteger, { error: message })
}

/** An amount in integer paise. The upper end, a hundred crore rupees, keeps sums inside safe integers. */
export const Paise = wholeNumber('must be a whole number of paise')
  .min(1)
  .max(100_000_000_000)
  .meta({ type: 'integer' })

/** A calendar date of India, `YYYY-MM-DD`. */
export const DateField = z.iso.date({
  error: (issue) => {
    if (typeof issue.input !== 'string') return undefined
    return /^\d{4}-\d{2}-\d{2}$/.test(issue.input)
      ? `${issue.input} is not a date that exists; use YYYY-MM-DD`
      : 'must be a date in the form YYYY-MM-DD'
  },
})

/** An instant: RFC 3339 with an offset; answers are in UTC with milliseconds. */
export const InstantField = z.iso.datetime({
  offset: true,
  error: (issue) =>
    typeof issue.input === 'string'
      ? 'must be an instant that exists, such as 2026-11-22T04:30:00.000Z'
      : undefined,
})

/** A duration of weeks, days, hours, minutes and seconds; months and years have no fixed length. */
export const DurationField = formed(
  /^P(?=\d|T\d)(\d{1,6}W)?(\d{1,6}D)?(T(?=\d)(\d{1,6}H)?(\d{1,6}M)?(\d{1,9}S)?)?$/,
  'an ISO 8601 duration in weeks, days, hours, minutes or seconds, such as PT10M or P1D',
)

/** The merchant's own name for a resource: unique per merchant, mode and kind. */
export const ReferenceId = formed(
  /^[A-Za-z0-9._:/-]{5,50}$/,
  '5 to 50 characters: letters, digits and . _ : / -',
)

/** A payer's or payee's address, `name@handle`. */
export const VpaField = formed(VPA_PATTERN, 'a VPA in the form name@handle')

/** A merchant category code. */
export const MccField = formed(/^\d{4}$/, 'a merchant category code of four digits')

/** An address that payers are sent back to, or events are posted to. */
export const UrlField = formed(
  /^https?:\/\/[^\s/?#@\p{Cc}\p{Cs}]+([/?#][^\s\p{Cc}\p{Cs}]*)?$/u,
  'an absolute http or https URL without user name and password',
).max(2048)

/** An e-mail address. */
export const EmailField = z
  .email({
    error: (issue) => (typeof issue.input === 'string' ? 'must be an e-mail address' : undefined),
  })
  .max(254)

/** A phone number, with or without its country. */
export const PhoneField = formed(
  /^\+?\d{10,15}$/,
  'a phone number of 10 to 15 digits, such as +919876543210',
)

/** An id of ours in a path or a reference; one of a wrong form is simply not found. */
export const IdField = text(1, 64)

/** Up to 50 notes of the merchant's own. */
export const Metadata = z
  .record(text(1, 40), text(0, 500))
  .superRefine(
    (value: unknown, ctx) => {
      if (typeof value === 'object' && value !== null && Object.keys(value).length > 50)
        ctx.addIssue({ code: 'custom', message: 'must have at most 50 keys' })
    },
    // Also where a value is wrong: one answer names everything.
    { when: () => true },
  )
  .meta({
    id: 'Metadata',
    description: 'Up to 50 keys of up to 40 characters, with text of up to 500.',
  })

/** Why a debit waits. */
export const DeferralReasonField = z
  .enum(DEFERRAL_REASONS)
  .meta({ id: 'DeferralReason', 'x-open': true })

/** What a bank's no means, in our words. */
export const DeclineReasonField = z
  .enum(DECLINE_REASONS.map((row) => row.reason))
  .meta({ id: 'DeclineReason', 'x-open': true })

/** What to do after a decline. */
export const RetryAdviceField = z.enum(RETRY_ADVICE).meta({ id: 'RetryAdvice', 'x-open': true })

/** What is known where neither bank nor provider could tell. */
export const UnknownOutcomeField = z
  .enum(UNKNOWN_OUTCOMES)
  .meta({ id: 'UnknownOutcome', 'x-open': true })

import { isoDate } from '../calendar.ts'
import type { ProviderPolicy } from '../policy.ts'
import type { RuleRow } from './rule.ts'

/** The numbers of `inquiry.*`: how banks may be asked what became of a debit. */
const FIRST_AFTER_SECONDS = 90
const MOST = 3
const WITHIN_MINUTES = 120
/** Each wait is this many times the one before it. */
const GROWTH = 10

const LIMITS_FROM = isoDate('2025-08-01')

/**
 * The rows of status inquiries. Nothing can break them: the engine asks at the moments that `inquiryDelays` names,
 * before August 2025 as well.
 */
export const INQUIRY_RULES: readonly RuleRow[] = [
  {
    id: 'inquiry.first_after',
    title:
      'The status of a debit is asked for the first time 90 seconds after the attempt began, or later.',
    value: { seconds: FIRST_AFTER_SECONDS },
    effective_from: LIMITS_FROM,
    source: 'npci-oc-215a',
    consequence: 'sets',
  },
  {
    id: 'inquiry.limit',
    title: 'The status of an attempt is asked for at most three times.',
    value: { inquiries: MOST },
    effective_from: LIMITS_FROM,
    source: 'npci-oc-215a',
    consequence: 'sets',
  },
  {
    id: 'inquiry.window',
    title: 'The status of an attempt is asked for within two hours of its beginning.',
    value: { minutes: WITHIN_MINUTES },
    effective_from: LIMITS_FROM,
    source: 'npci-oc-215a',
    consequence: 'sets',
  },
  {
    id: 'inquiry.spacing',
    title:
      'Each wait for a status inquiry is ten times the one before it, up to the end of the two hours.',
    value: { growth: GROWTH },
    effective_from: LIMITS_FROM,
    source: 'assumption',
    assumption: true,
    consequence: 'sets',
  },
]

/**
 * When the status of an attempt is asked for, in milliseconds after the attempt began, ascending: 90 s, 15 min, 2 h
 * unless the provider is stricter.
 */
export function inquiryDelays(
  policy: Pick<
    ProviderPolicy,
    'inquiry_first_after_seconds' | 'inquiries_max' | 'inquiry_within_minutes'
  >,
): readonly number[] {
  const first = Math.max(FIRST_AFTER_SECONDS, policy.inquiry_first_after_seconds ?? 0) * 1000
  const most = Math.min(MOST, policy.inquiries_max ?? MOST)
  const last = Math.min(WITHIN_MINUTES, policy.inquiry_within_minutes ?? WITHIN_MINUTES) * 60_000
  const delays: number[] = []
  for (let delay = first; delays.length < most && delay <= last; delay *= GROWTH) delays.push(delay)
  // The last question is put when the time for questions ends: later answers know more.
  if (delays.length > 0 && delays.length < most && delays.at(-1) !== last) delays.push(last)
  return delays
}

import { isoDate } from '@upi-autopay/rail'
import type { Stream } from '../decider-specification.ts'
import type { Explanation } from './explain.ts'
import { previewPresentation, type ThoughtDebit } from './preview.ts'

/** A debit of ₹100 on Tuesday, of which the payer has not been told. */
export const ON_TUESDAY = { amount: 100_00, debit_date: isoDate('2030-01-08'), debit_at: null }

/** The same on its notice, and without any in the minutes after the approval. */
export const ON_NOTICE = { notification_id: 'pdn_1' }
export const INSTANT = { instant_amount: 100_00 }

/** What is said of a debit that is only thought of: now, unless it wishes otherwise. */
export function previewed(
  stream: Stream,
  source: ThoughtDebit['source'],
  wish: Partial<ThoughtDebit> = {},
): Explanation {
  const thought = { source, when: 'asap', present_at: null, ...wish } as const
  const answer = previewPresentation(stream.state(), thought, stream.facts())
  if (!answer.ok) throw new Error(answer.rejection.detail)
  return answer.explanation
}

/** The rules that were asked, in their order. */
export function asked({ rules }: Explanation): string[] {
  return rules.map(({ rule }) => rule.id)
}

/** Those that do not hold. */
export function broken({ rules }: Explanation): string[] {
  return rules.filter(({ holds }) => !holds).map(({ rule }) => rule.id)
}

/** What one rule says. */
export function says({ rules }: Explanation, id: string): string | undefined {
  return rules.find(({ rule }) => rule.id === id)?.message
}

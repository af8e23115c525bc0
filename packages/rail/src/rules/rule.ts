import type { Instant, IsoDate } from '../calendar.ts'
import type { RejectionCode } from '../rejections.ts'
import type { SourceKey } from './sources.ts'

/** What a rule says when it is broken: numbers for the caller, and the field that carries the offending value. */
export interface Violation {
  /** The id of the rule. */
  readonly rule: string
  /** The row that was in force. */
  readonly row: RuleRow
  readonly code: RejectionCode
  /** A sentence with the numbers: what was given, what the limit is. */
  readonly message: string
  /** JSON pointer into the request body, e.g. `/amount`; empty when the rule speaks of the whole. */
  readonly pointer: string
  /** The number or date that was exceeded, in the rule's named unit. */
  readonly limit?: Readonly<Record<string, number | string>>
}

/** What a check answers: nothing when the rule holds, else the violation without the columns that the row knows. */
export type Finding = Pick<Violation, 'message' | 'pointer' | 'limit'> | null

/** The facts-free face of a row, for tables, documents and `GET /v1/rules`. */
export interface RuleRow {
  /** `family.name`, stable: users see it in answers and documents. */
  readonly id: string
  /** What the rule demands, in one sentence. */
  readonly title: string
  /** The numbers, in named units. The only place in the repository where they stand. */
  readonly value: Readonly<Record<string, number | string | readonly string[]>>
  /** First Indian day on which the row is in force. */
  readonly effective_from: IsoDate
  /** Last Indian day on which the row is in force. */
  readonly effective_until?: IsoDate
  readonly source: SourceKey
  /** True where no official source settles the matter. */
  readonly assumption?: true
  readonly consequence: Consequence
}

/**
 * What happens when a rule does not hold: a refusal, a wait, or a PIN. `sets` marks a value that is used as it
 * stands, so that nothing can break it.
 */
export type Consequence = RejectionCode | 'defers' | 'requires_pin' | 'sets'

/** Whether a broken rule refuses what was asked. */
export function isRefusal(consequence: Consequence): consequence is RejectionCode {
  return consequence !== 'defers' && consequence !== 'requires_pin' && consequence !== 'sets'
}

/**
 * One rule of the rail, as a row. `F` is what the check needs to know; a rule over few facts serves every
 * operation whose facts include them.
 */
export interface Rule<F> extends RuleRow {
  /** Whether the rule speaks of these facts at all; left out, it always does. */
  readonly applies?: (facts: F, now: Instant) => boolean
  /** Pure; asked only where the rule applies. Answers null when the rule holds. */
  readonly check: (facts: F, now: Instant) => Finding
  /** The sentence that says with numbers why the rule holds, for explanations. */
  readonly holding?: (facts: F, now: Instant) => string
}

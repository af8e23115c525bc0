import type { MerchantPolicy } from '@upi-autopay/contract'
import type { Api } from './api.ts'
import type { Given } from './given.ts'
import type { Expect } from './runner.ts'
import type { Supports, WebhookReceiver } from './target.ts'
import type { TestClock } from './test-clock.ts'

/** What a case works with: one merchant with nothing in it, on Monday 7 January 2030 at 08:00 Indian time. */
export interface World {
  readonly api: Api
  readonly clock: TestClock
  readonly given: Given
  readonly expect: Expect
  /** Another merchant, as empty; made ready when first asked for. */
  other(): Promise<Beside>
  /** A third, as empty, for whom a policy counts; only for cases that need `merchantPolicies`. */
  merchantWith(policy: MerchantPolicy): Promise<Beside>
  /** Names what follows in the transcript. */
  step(name: string): void
  /** Runs what must not go into the transcript, such as races. */
  unrecorded<T>(run: () => Promise<T>): Promise<T>
  /** Where webhooks arrive; only for cases that need `openReceiver`. */
  openReceiver(): Promise<WebhookReceiver>
}

/** A merchant besides the first. */
export interface Beside {
  readonly api: Api
  readonly given: Given
  readonly clock: TestClock
}

/** One case: a sentence that a payments person can judge, and what shows it. */
export interface Case {
  readonly name: string
  readonly run: (world: World) => Promise<void>
  readonly needs: keyof Supports | null
}

/** The cases of one subject. */
export interface CaseGroup {
  readonly name: string
  readonly cases: readonly Case[]
}

/** Writes a group down: sentence by sentence. */
export function group(
  name: string,
  cases: Readonly<Record<string, Case['run']>>,
  needs: keyof Supports | null = null,
): CaseGroup {
  return {
    name,
    cases: Object.entries(cases).map(([sentence, run]) => ({ name: sentence, run, needs })),
  }
}

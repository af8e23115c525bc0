import type { Outcome } from '@upi-autopay/engine'
import type { BankRecord } from './bank-record.ts'
import type { Chance } from './chance.ts'

const SECONDS_LATER = 10_000

/** The bank takes it and tells what became of it by and by: mostly soon, now and then after minutes. */
export function answerLater(
  chance: Chance,
  record: BankRecord,
  outcomes: readonly Outcome[],
): Outcome {
  record.told = outcomes.at(-1)?.result ?? null
  const told = outcomes.map((outcome, index) => ({
    after_ms: SECONDS_LATER * (index + 1) * (chance.oneIn(5) ? 60 : 1),
    outcome,
  }))
  return { result: 'accepted', state: 'acknowledged', later: told }
}

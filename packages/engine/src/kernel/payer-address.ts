import type { LaterOutcome, Outcome } from '../ports/outcome.ts'

/** Parts the payer's address, which goes to the payer's record, from answers on their way, which go into the log. */
export function withoutPayerAddress(later: readonly LaterOutcome[]): {
  readonly later: readonly LaterOutcome[]
  readonly payer_vpa: string | undefined
} {
  const addresses = later.map(({ outcome }) => addressIn(outcome))
  return {
    later: later.map(({ after_ms, outcome }) => ({ after_ms, outcome: withoutAddress(outcome) })),
    payer_vpa: addresses.find((address) => address !== undefined),
  }
}

function addressIn(outcome: Outcome): string | undefined {
  return outcome.result === 'accepted' ? outcome.references?.payer_vpa : undefined
}

function withoutAddress(outcome: Outcome): Outcome {
  if (outcome.result !== 'accepted' || outcome.references === undefined) return outcome
  const { payer_vpa: _, ...references } = outcome.references
  return { ...outcome, references }
}

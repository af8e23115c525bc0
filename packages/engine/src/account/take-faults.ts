import type { Fault, FaultTarget } from '@upi-autopay/rail'
import type { SandboxFault } from './account.ts'

/**
 * Takes for each answer, in order, the oldest fault that waits for its kind, and says which are left. Null: nothing
 * goes wrong with that one.
 */
export function takeFaults(
  faults: readonly SandboxFault[],
  answers: readonly FaultTarget[],
): { readonly taken: (Fault | null)[]; readonly left: SandboxFault[] } {
  const left = faults.map((one) => ({ ...one }))
  const taken = answers.map((on) => {
    const next = left.find((one) => one.on === on && one.times > 0)
    if (next === undefined) return null
    next.times -= 1
    return next.fault
  })
  return { taken, left: left.filter(({ times }) => times > 0) }
}
